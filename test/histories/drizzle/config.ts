import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: 'unused',
  out: process.env.DRIZZLE_OUT ?? '',
  dbCredentials: { url: process.env.DATABASE_URL ?? '' },
})
