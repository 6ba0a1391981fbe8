import type { Context } from 'hono'
import type { App } from '../context.ts'

/** Of what a page sends. */
export const MAX_FORM_BYTES = 16 * 1024

/** What was filled in, by name; empty for what is no text. */
export async function fieldsOf(c: Context<App>): Promise<(name: string) => string> {
  const form = await c.req.parseBody()
  return (name) => {
    const value = form[name]
    return typeof value === 'string' ? value : ''
  }
}
