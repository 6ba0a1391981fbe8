import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Effect } from '../../src/core/statement.ts'
import { type SourceBounds, sourcesIn } from '../../src/session/sources.ts'

let dir: string
let workspace: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'sluice-sources-'))
  workspace = join(dir, 'workspace')
  mkdirSync(workspace)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(join(workspace, file)), { recursive: true })
  writeFileSync(join(workspace, file), text)
}

/** A machine that is busy with other tests must not decide these. */
const PATIENT: SourceBounds = { files: 5000, entries: 20_000, fileBytes: 1024 * 1024, places: 10, ms: 10_000 }
const DROP: Effect = { action: 'drop', object: 'table', name: 'public.old' }
const find = (text: string, effect?: Effect, bounds: Partial<SourceBounds> = {}) =>
  sourcesIn(workspace, { ...PATIENT, ...bounds })(text, effect)

describe('a held statement', () => {
  it('is found at its line, with and without what ends it', async () => {
    write('migrations/0042_drop.sql', '-- tidy up\n\nALTER TABLE a ADD b int;\n\n  DROP TABLE old;\n')
    const place = { file: 'migrations/0042_drop.sql', line: 5 }
    expect(await find('DROP TABLE old;')).toEqual(place)
    expect(await find('DROP TABLE old')).toEqual(place)
    expect(await find('  DROP TABLE old ;\n')).toEqual(place)
  })

  it('is found in a program, and whatever line ends its file has', async () => {
    write('src/tidy.ts', "await sql.query('DROP TABLE old')\nawait sql.query(`\n  TRUNCATE audit_log;\n`)\n")
    write('WINDOWS.SQL', 'SELECT 1;\r\nDELETE FROM a\r\n WHERE true;\r\n')
    expect(await find('DROP TABLE old')).toEqual({ file: 'src/tidy.ts', line: 1 })
    expect(await find('TRUNCATE audit_log')).toEqual({ file: 'src/tidy.ts', line: 3 })
    expect(await find('DELETE FROM a\n WHERE true')).toEqual({ file: 'WINDOWS.SQL', line: 2 })
  })

  it('is found within a file that a tool sends as a whole', async () => {
    const text = '-- tidy up\nALTER TABLE old ADD b int;\nDROP TABLE\n  old;\n'
    write('db/1.sql', text)
    expect(await find(text, DROP)).toEqual({ file: 'db/1.sql', line: 3 })
    expect(await find(text)).toEqual({ file: 'db/1.sql', line: 2 })
  })

  it('that stands in several places is shown with how many more', async () => {
    write('b/2.sql', 'DROP TABLE old;\nCREATE TABLE old ();\nDROP TABLE old;\n')
    write('a.ts', "run('DROP TABLE old')")
    expect(await find('DROP TABLE old')).toEqual({ file: 'b/2.sql', line: 1, more: 2 })
    write('c.sql', 'DROP TABLE old;\n'.repeat(500))
    expect(await find('DROP TABLE old')).toMatchObject({ more: 9 })
  })

  it.each([
    ['longer', 'DROP TABLE old CASCADE;'],
    ['of another table', 'DROP TABLE older;'],
    ['only named in a comment', '-- DROP TABLE old;'],
    ['part of another', 'EXPLAIN DROP TABLE old;'],
    ['written otherwise', 'DROP  TABLE old;'],
  ])('is not one that is %s', async (_, text) => {
    write('1.sql', text)
    expect(await find('DROP TABLE old')).toBeUndefined()
  })

  it.each([
    ['node_modules/tool/x.sql', 'DROP TABLE old;'],
    ['.git/x.sql', 'DROP TABLE old;'],
    ['notes.txt', 'DROP TABLE old;'],
    ['big.sql', `${'-- x\n'.repeat(300_000)}DROP TABLE old;`],
    ['binary.sql', 'DROP TABLE old;\n\0'],
    ['odd\u202Ename.sql', 'DROP TABLE old;'],
    ['two\nlines.sql', 'DROP TABLE old;'],
    ['back\\slash.sql', 'DROP TABLE old;'],
  ])('is not looked for in %j', async (file, text) => {
    write(file, text)
    expect(await find('DROP TABLE old')).toBeUndefined()
  })

  it('is not looked for behind links, wherever they lead', async () => {
    writeFileSync(join(dir, 'secret.sql'), 'DROP TABLE old;')
    mkdirSync(join(dir, 'outside'))
    writeFileSync(join(dir, 'outside', '1.sql'), 'DROP TABLE old;')
    symlinkSync(join(dir, 'secret.sql'), join(workspace, 'link.sql'))
    symlinkSync(join(dir, 'outside'), join(workspace, 'outside'))
    symlinkSync(workspace, join(workspace, 'round'))
    expect(await find('DROP TABLE old')).toBeUndefined()
    symlinkSync(workspace, join(dir, 'checkout'))
    write('here.sql', 'DROP TABLE old;')
    expect(await sourcesIn(join(dir, 'checkout'), PATIENT)('DROP TABLE old', undefined)).toEqual({
      file: 'here.sql',
      line: 1,
    })
  })

  it('that says too little is in no file, nor is any in a workspace that is not there', async () => {
    write('1.sql', 'COMMIT;')
    expect(await find('COMMIT;')).toBeUndefined()
    expect(await sourcesIn(join(dir, 'absent'), PATIENT)('DROP TABLE old', undefined)).toBeUndefined()
  })
})

describe('the search', () => {
  it('takes no longer for texts that are made to take long', async () => {
    write('1.sql', `${'drop '.repeat(150_000)};`)
    const began = performance.now()
    await find(`DROP TABLE ${' '.repeat(1_000_000)}old`, DROP)
    await find(`DROP TABLE old${';\n'.repeat(500_000)}x`, DROP)
    await find(`${'drop '.repeat(150_000)}\n;`, DROP)
    await find(`/*${'/*'.repeat(500_000)}\n`, DROP)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  it('is over when its time is, however many ask at once', async () => {
    for (let at = 0; at < 3000; at++) write(`src/${at % 50}/${at}.ts`, 'x'.repeat(20_000))
    const look = sourcesIn(workspace, { ...PATIENT, ms: 100 })
    const began = performance.now()
    const found = await Promise.all(
      Array.from({ length: 50 }, (_, at) => look(`DROP TABLE old_${at}`, undefined)),
    )
    expect(found.every((place) => place === undefined)).toBe(true)
    expect(performance.now() - began).toBeLessThan(1500)
  })

  it('leaves the process to others meanwhile', async () => {
    for (let at = 0; at < 500; at++) write(`src/${at}.ts`, 'x'.repeat(50_000))
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await find('DROP TABLE old')
    clearInterval(timer)
    expect(turns).toBeGreaterThan(5)
  })

  it('reads no directory to its end that has more than people put into one', async () => {
    for (let at = 0; at < 20; at++) write(`a/${at}.sql`, 'DROP TABLE old')
    expect(await find('DROP TABLE old', undefined, { entries: 3 })).toMatchObject({ more: 2 })
  })

  it('looks at files of SQL first, and at no more files than it may', async () => {
    for (let at = 0; at < 20; at++) write(`a/${at}.ts`, "run('DROP TABLE old')")
    write('z/last.sql', 'DROP TABLE old;')
    expect(await find('DROP TABLE old', undefined, { places: 1 })).toEqual({ file: 'z/last.sql', line: 1 })
    expect(await find('DROP TABLE old', undefined, { files: 1 })).toEqual({ file: 'z/last.sql', line: 1 })
  })
})
