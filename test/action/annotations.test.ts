import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findInWorkspace } from '../../src/action/annotations.ts'

let workspace: string
const files: Record<string, string> = {
  'migrations/001_init.sql': '-- first\nCREATE TABLE users (id int);\n',
  'migrations/002_clean.sql':
    '-- tidy up\n\nALTER TABLE users ADD COLUMN note text;\nDROP TABLE\n  users\n  CASCADE;\n',
  'src/seed.ts': "await sql.query('DELETE FROM orders')\nawait sql.query(`TRUNCATE   audit_log`)\n",
  'node_modules/tool/x.sql': 'DROP TABLE vendored_table;\n',
  'big.sql': `${'-- x\n'.repeat(300_000)}DROP TABLE hidden_in_big;\n`,
}

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'sluice-workspace-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, file)), { recursive: true })
    writeFileSync(join(workspace, file), text)
  }
})
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const effects = [] as const
const find = (text: string, redacted = false) => findInWorkspace(workspace, [{ text, redacted, effects }])[0]

describe('a refused statement', () => {
  it('is found as it is written', () => {
    expect(find('DELETE FROM orders')).toEqual({ file: 'src/seed.ts', line: 1 })
  })

  it('is found with other white space and without its semicolon', () => {
    expect(find('DROP TABLE users CASCADE;')).toEqual({ file: 'migrations/002_clean.sql', line: 4 })
    expect(find('TRUNCATE audit_log')).toEqual({ file: 'src/seed.ts', line: 2 })
  })

  it('is found within a file that a tool sends as a whole', () => {
    const text = files['migrations/002_clean.sql'] ?? ''
    const drop = { action: 'drop', object: 'table', name: 'public.users' } as const
    expect(findInWorkspace(workspace, [{ text, redacted: false, effects: [drop] }])).toEqual([
      { file: 'migrations/002_clean.sql', line: 4 },
    ])
  })

  it('is not looked for in dependencies, in large files, when redacted, or when it is too short', () => {
    expect(find('DROP TABLE vendored_table')).toBeUndefined()
    expect(find('DROP TABLE hidden_in_big')).toBeUndefined()
    expect(find('DELETE FROM orders', true)).toBeUndefined()
    expect(find('COMMIT')).toBeUndefined()
  })

  it('with the signs of a pattern is compared as text', () => {
    expect(find('DELETE FROM .*rders')).toBeUndefined()
  })

  it('is given up when the bounds are reached', () => {
    const bounds = { files: 1, fileBytes: 1024 * 1024, bytes: 1024 * 1024, ms: 3000 }
    const sought = [{ text: 'DELETE FROM orders', redacted: false, effects }]
    expect(findInWorkspace(workspace, sought, bounds)).toEqual([undefined])
    expect(findInWorkspace(join(workspace, 'absent'), sought)).toEqual([undefined])
  })
})
