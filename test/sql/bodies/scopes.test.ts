// Names in bodies: a variable where it is visible, else the column of its name; where the text does not tell, neither.
import { describe, expect, it } from 'vitest'
import { analyser } from '../analysers.ts'

const sql = analyser()

async function rowsOf(text: string): Promise<readonly unknown[]> {
  const { effects } = await sql.analyse(text)
  return effects.flatMap(({ action, rows }) => (action === 'delete' ? [rows] : []))
}
const block = (declare: string, body: string) => `DO $$ ${declare} BEGIN ${body}; END $$`

describe('variables', () => {
  it.each([
    ['of the body', block('DECLARE v int := 5;', 'DELETE FROM t WHERE id = v')],
    ['of a block, in it', block('', '\nDECLARE v int := 5;\nBEGIN\nDELETE FROM t WHERE id = v;\nEND')],
    [
      'of a record',
      block('DECLARE r record;', 'SELECT * INTO r FROM u LIMIT 1; DELETE FROM t WHERE id = r.id'),
    ],
    [
      'of a row type',
      block('DECLARE r u%ROWTYPE;', 'SELECT * INTO r FROM u LIMIT 1; DELETE FROM t WHERE id = r.id'),
    ],
    [
      'of a row type by its name',
      block('DECLARE r z.u;', 'SELECT * INTO r FROM u LIMIT 1; DELETE FROM t WHERE id = r.id'),
    ],
    [
      'of a trigger',
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM t WHERE id = OLD.id; RETURN OLD; END'",
    ],
    [
      'of a function',
      "CREATE FUNCTION f(v int) RETURNS void LANGUAGE plpgsql AS 'BEGIN DELETE FROM t WHERE id = v; END'",
    ],
  ])('%s pick rows', async (_, text) => {
    expect(await rowsOf(text)).toEqual(['some'])
  })

  it.each([
    ['behind their block', block('', 'DECLARE v int := 5; BEGIN NULL; END; DELETE FROM t WHERE id = v')],
    ['behind their loop', block('', 'FOR v IN 1..2 LOOP NULL; END LOOP; DELETE FROM t WHERE id = v')],
    ['of another case', block('DECLARE "V" int := 5;', 'DELETE FROM t WHERE id = v')],
    ['of a cursor', block('DECLARE c CURSOR (v int) FOR SELECT 1;', 'DELETE FROM t WHERE id = v')],
    ['without fields', block('DECLARE v int := 5;', 'DELETE FROM t v WHERE id = v.id')],
    ['of a type that may have none', block('DECLARE v mood;', 'DELETE FROM t v WHERE id = v.id')],
    [
      'or columns',
      block('\n#variable_conflict use_column\nDECLARE v int := 5;', 'DELETE FROM t WHERE v = 5'),
    ],
    ['under a label', block('<<t>> DECLARE v int := 5;', 'DELETE FROM t WHERE t.v = 5')],
    ['on an unsure line', block('', 'DECLARE v int := 5; BEGIN DELETE FROM t WHERE v = 5; END')],
    [
      'of a SQL function',
      "CREATE FUNCTION f(v int) RETURNS void LANGUAGE sql AS 'DELETE FROM t WHERE v = 5'",
    ],
  ])('%s do not', async (_, text) => {
    expect(await rowsOf(text)).toEqual(['unknown'])
  })

  it.each([
    ['an int', block("DECLARE v int := '01';", "DELETE FROM t WHERE v = '1'")],
    ['a boolean', block("DECLARE v bool := 'yes';", "DELETE FROM t WHERE v::text = 'true'")],
    [
      'a message',
      block('', "DELETE FROM t WHERE id = 1; EXCEPTION WHEN OTHERS THEN DELETE FROM t WHERE sqlerrm = 'x'"),
    ],
  ])('%s decides for all rows', async (_, text) => {
    expect((await rowsOf(text)).at(-1)).toBe('all')
  })
})

describe('what a declaration gives', () => {
  it.each([
    'r record := (SELECT s FROM (SELECT wipe()) s);',
    'r u%ROWTYPE := wipe();',
    'm mood DEFAULT wipe();',
    'a text; r/* ; */record/*;*/:= wipe();',
    'Ärger record = wipe();',
  ])('%s', async (declare) => {
    const { effects } = await sql.analyse(block(`DECLARE ${declare}`, 'NULL'))
    expect(effects).toContainEqual({ action: 'call', object: 'function', name: 'wipe', via: ['do'] })
  })

  it.each([`${'r'.repeat(70)} record := wipe();`, 'U&"\\0072" record := wipe();'])(
    'is unknown where the name is not found: %s',
    async (declare) => {
      const { effects } = await sql.analyse(block(`DECLARE ${declare}`, 'NULL'))
      expect(effects).toContainEqual(expect.objectContaining({ action: 'unknown', object: 'code' }))
    },
  )

  it('may be nothing', async () => {
    const { effects } = await sql.analyse(
      block("DECLARE r u := NULL; m mood DEFAULT 'ok'; n u%ROWTYPE; q record;", 'q := n'),
    )
    expect(effects.map(({ action }) => action)).toEqual(['execute'])
  })
})
