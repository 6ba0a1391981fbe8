// What drizzle-kit writes itself from three states of a schema, and then runs.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeAll, expect } from 'vitest'
import { run } from './arena.ts'
import { history } from './history.ts'

const PROGRAM = join(import.meta.dirname, '../../node_modules/.bin/drizzle-kit')
const FOLDER = join(import.meta.dirname, 'drizzle')
// The tool takes it for relative, whatever it is.
const out = relative(FOLDER, mkdtempSync(join(tmpdir(), 'sluice-drizzle-')))

beforeAll(async () => {
  for (const state of [1, 2, 3]) {
    const args = [
      '--dialect',
      'postgresql',
      '--schema',
      `${state}.ts`,
      '--out',
      out,
      '--name',
      `state_${state}`,
    ]
    const { output } = await run({ url: '', env: {} }, PROGRAM, ['generate', ...args], { cwd: FOLDER })
    expect(output).toContain(`000${state - 1}_state_${state}.sql`)
  }
})

history({
  tool: 'drizzle-kit',
  migrate: (place) =>
    run(place, PROGRAM, ['migrate', '--config', 'config.ts'], { cwd: FOLDER, env: { DRIZZLE_OUT: out } }),
  exceptions: [{ rule: 'drop-column', relations: ['readers'] }],
  holds: { 'drop-column': 1 },
})
