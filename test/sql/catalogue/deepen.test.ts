import { describe, expect, it } from 'vitest'
import type { Effect } from '../../../src/core/statement.ts'
import { decide } from '../../../src/policy/decide.ts'
import { BUILT_IN } from '../../../src/policy/guards.ts'
import type { Analyser } from '../../../src/sql/analyser.ts'
import { createCatalogue } from '../../../src/sql/catalogue/create.ts'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'
import { analyser } from '../analysers.ts'
import { opaque, routine, snapshot, table } from './snapshots.ts'

const sql = analyser()

async function deepen(held: Partial<Snapshot>, text: string, moved = false): Promise<readonly Effect[]> {
  return createCatalogue(snapshot(held), sql).deepen(await sql.analyse(text), { moved })
}

/** What stored code adds, in short. */
async function stored(held: Partial<Snapshot>, text: string, moved = false): Promise<string[]> {
  return (await deepen(held, text, moved)).flatMap((effect) =>
    effect.stored
      ? `${effect.action} ${effect.name ?? effect.object} via ${effect.via?.join('/')}: ${effect.detail}`
      : [],
  )
}

const wipe = routine('app.wipe', 'DELETE FROM app.t')

describe('what nothing is added to', () => {
  it.each([
    'SELECT 1',
    'SELECT lower(a) FROM t WHERE a = 1',
    'INSERT INTO t VALUES (1)',
    'CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1)',
    'INSERT INTO elsewhere VALUES (1)',
  ])('keeps its very effects: %s', async (text) => {
    const analysis = await sql.analyse(text)
    const facts = createCatalogue(snapshot({ relations: [table('app.t')], functions: [wipe] }), sql)
    expect(facts.deepen(analysis, { moved: false })).toBe(analysis.effects)
  })

  it('leaves a temporary table alone that has the name of one with triggers', async () => {
    const t = table('app.t', { triggers: [{ name: 'g', events: ['insert'], function: 'app.wipe' }] })
    const text = 'CREATE TEMP TABLE t (a int); INSERT INTO t VALUES (1)'
    expect(await stored({ relations: [t], functions: [wipe] }, text)).toEqual([])
    expect(await stored({ relations: [t], functions: [wipe] }, 'INSERT INTO t VALUES (1)')).toHaveLength(1)
  })
})

describe('calls', () => {
  it('are replaced by what the function does', async () => {
    const held = { functions: [routine('app.calm', 'SELECT 1'), wipe] }
    expect(await deepen(held, 'SELECT app.calm()')).toEqual([])
    expect(await deepen(held, 'SELECT wipe()')).toEqual([
      {
        action: 'delete',
        object: 'table',
        name: 'app.t',
        rows: 'all',
        stored: true,
        via: ['function'],
        detail: 'function app.wipe',
      },
    ])
  })

  it.each([
    ['SELECT app.nope()', 'not found in the catalogue'],
    ['SELECT native()', 'written in c'],
    ['SELECT py()', 'written in plpython3u'],
    ['SELECT gone()', 'its code is not in the catalogue'],
  ])('stay where the code cannot be read: %s', async (text, detail) => {
    const { definition: _none, ...gone } = routine('app.gone', '')
    const functions = [opaque('app.native'), opaque('app.py', { language: 'plpython3u' }), gone]
    expect(await deepen({ functions }, text)).toMatchObject([{ action: 'call', object: 'function', detail }])
  })

  it('reach every overload', async () => {
    const functions = [
      routine('app.f', 'SELECT 1'),
      routine('app.f', 'DELETE FROM app.t', { arguments: ['int4'] }),
    ]
    expect(await stored({ functions }, 'SELECT f()')).toEqual(['delete app.t via function: function app.f'])
    expect(await deepen({ functions: [...functions, opaque('public.f')] }, 'SELECT f()')).toMatchObject([
      { action: 'call', detail: 'written in c' },
      { action: 'delete', stored: true },
    ])
  })

  it('reach other schemas only when names may have moved', async () => {
    const functions = [routine('other.f', 'DELETE FROM app.t')]
    expect(await deepen({ functions }, 'SELECT f()')).toMatchObject([{ action: 'call' }])
    expect(await stored({ functions }, 'SELECT f()', true)).toHaveLength(1)
    expect(await stored({ functions }, 'SET search_path = other; SELECT f()')).toHaveLength(1)
  })

  it('reach other schemas when stored code moves names', async () => {
    const moves = routine('app.moves', "SELECT set_config('search_path', 'other', false); SELECT f()")
    const held = { functions: [moves, routine('app.f', 'SELECT 1'), routine('other.f', 'DELETE FROM app.t')] }
    expect(await stored(held, 'SELECT f()')).toEqual([])
    expect((await stored(held, 'SELECT moves()')).some((one) => one.startsWith('delete app.t'))).toBe(true)
    expect((await stored(held, 'SELECT moves(); SELECT f()')).some((one) => one.startsWith('delete'))).toBe(
      true,
    )
  })

  it('of what the text itself makes say nothing', async () => {
    const made = 'CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'
    const calls = (effects: readonly Effect[]) => effects.filter(({ action }) => action === 'call')
    expect(calls(await deepen({}, `${made}; SELECT f(1)`))).toEqual([])
    expect(calls(await deepen({ functions: [opaque('b.f')] }, `${made}; SELECT f(1)`))).toHaveLength(1)
    expect(calls(await deepen({}, `${made}; SELECT x.f(1)`))).toHaveLength(1)
  })

  it('of a trusted extension only compute', async () => {
    const functions = [
      opaque('public.crypt', { extension: 'pgcrypto' }),
      opaque('public.my_digest', { extension: 'pgcrypto' }),
      opaque('public.normal_rand', { extension: 'tablefunc' }),
    ]
    expect(await deepen({ functions }, "SELECT crypt('a', 'b'), my_digest(), normal_rand()")).toEqual([])
    expect(await deepen({ functions: [opaque('public.f', { extension: 'x' })] }, 'SELECT f()')).toHaveLength(
      1,
    )
  })

  it('of a SECURITY DEFINER say so', async () => {
    const functions = [routine('app.f', 'DELETE FROM app.t', { securityDefiner: true })]
    expect(await stored({ functions }, 'SELECT f()')).toEqual([
      'delete app.t via function: function app.f (security definer)',
    ])
  })

  it('that call each other without end come to one', async () => {
    const functions = [
      routine('app.f', 'SELECT app.g()'),
      routine('app.g', 'SELECT app.f(); DELETE FROM app.t'),
    ]
    expect(await stored({ functions }, 'SELECT f()')).toEqual([
      'delete app.t via function/function/function/function: function app.f, function app.g, function app.f, function app.g',
      'delete app.t via function/function: function app.f, function app.g',
    ])
  })

  it('have an end', async () => {
    const functions = Array.from({ length: 1000 }, (_, n) => routine(`app.f${n}`, `SELECT app.f${n + 1}()`))
    expect(await deepen({ functions }, 'SELECT f0()')).toContainEqual(
      expect.objectContaining({ action: 'unknown', object: 'catalogue' }),
    )
  })

  it('are unknown where the code is', async () => {
    const definition =
      'CREATE FUNCTION app.f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE current_query(); END $$'
    const functions = [routine('app.f', '', { language: 'plpgsql', definition }), routine('app.g', '(')]
    expect(await stored({ functions }, 'SELECT f()')).toEqual([
      expect.stringMatching(/^unknown code via function\/execute: EXECUTE .*, in function app\.f$/),
    ])
    expect(await stored({ functions }, 'SELECT g()')).toEqual([
      expect.stringMatching(/^unknown code via function: .*does not parse, in function app\.g$/),
    ])
  })
})

describe('definitions', () => {
  const body = (text: string) =>
    `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN ${text} RETURN 1; END $$`
  const verdicts = async (text: string, held: Partial<Snapshot> = { functions: [wipe] }) => {
    const effects = await deepen(held, text)
    return [decide(effects, BUILT_IN.strict).kind, decide(effects, BUILT_IN.migrations).kind]
  }

  it('mark what only a run of them would set off', async () => {
    expect(await stored({ functions: [wipe] }, body('PERFORM app.wipe();'))).toEqual([
      'delete app.t via definition/function/function: function app.wipe',
    ])
    expect(await verdicts(body('PERFORM app.wipe();'))).toEqual(['hold', 'allow'])
    expect(await verdicts('CREATE VIEW v AS SELECT app.wipe()')).toEqual(['hold', 'allow'])
  })

  it.each([
    `${body('PERFORM app.wipe();')}; SELECT f()`,
    'CREATE VIEW v AS SELECT 1; SELECT app.wipe()',
    'CREATE VIEW v AS SELECT 1; VALUES (app.wipe())',
    'CREATE MATERIALIZED VIEW v AS SELECT app.wipe()',
    'CREATE TABLE x (a int DEFAULT app.wipe())',
    'CREATE FUNCTION f(a int DEFAULT app.wipe()) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  ])('do not cover what runs: %s', async (text) => {
    expect(await verdicts(text)).toEqual(['hold', 'hold'])
  })

  it('do not cover a type that the call of a new function comes to', async () => {
    const domains = [{ schema: 'app', name: 'd', base: 'int', expressions: ['CHECK (app.wipe() IS NULL)'] }]
    const made = "CREATE FUNCTION f() RETURNS app.d LANGUAGE sql AS 'SELECT 1'"
    expect(await verdicts(made, { functions: [wipe], domains })).toEqual(['hold', 'allow'])
    expect(await verdicts(`${made}; SELECT f()`, { functions: [wipe], domains })).toEqual(['hold', 'hold'])
  })

  it('set off event triggers at once', async () => {
    const eventTriggers = [{ name: 'e', event: 'ddl_command_end', function: 'app.wipe' }]
    expect(await stored({ functions: [wipe], eventTriggers }, body('PERFORM app.wipe();'))).toEqual([
      'delete app.t via definition/function/function: function app.wipe',
      'delete app.t via event-trigger/function: event trigger e, function app.wipe',
    ])
  })
})

describe('what is made of a function', () => {
  it.each([
    'CREATE CAST (app.c AS boolean) WITH FUNCTION app.wipe(app.c)',
    'CREATE OPERATOR app.=== (FUNCTION = app.wipe, LEFTARG = app.c, RIGHTARG = app.c)',
    'CREATE AGGREGATE app.agg (int) (SFUNC = wipe, STYPE = boolean)',
  ])('is judged by it: %s', async (text) => {
    expect(await stored({ functions: [wipe] }, text)).toEqual([
      'delete app.t via function: function app.wipe',
    ])
    expect(decide(await deepen({ functions: [wipe] }, text), BUILT_IN.migrations).kind).toBe('hold')
    expect(await stored({ functions: [routine('app.wipe', 'SELECT 1')] }, text)).toEqual([])
  })
})

describe('ALTER INDEX', () => {
  it.each([
    ['ALTER INDEX t RENAME TO u', 'table', 'hold'],
    ['ALTER INDEX i RENAME TO u', 'index', 'allow'],
  ])('renames whatever relation it names: %s', async (text, object, verdict) => {
    const effects = await deepen({ relations: [table('app.t')] }, text)
    expect(effects[0]?.object).toBe(object)
    expect(decide(effects, BUILT_IN.strict).kind).toBe(verdict)
  })
})

describe('options of a view', () => {
  const held = {
    relations: [
      table('app.v', {
        kind: 'view',
        definition: 'SELECT 1',
        options: ['security_barrier=true', 'security_invoker=false'],
      }),
      table('app.w', { kind: 'view', definition: 'SELECT 1', options: ['check_option=local'] }),
    ],
  }
  it.each([
    ['CREATE OR REPLACE VIEW v AS SELECT 1', true],
    ['CREATE OR REPLACE VIEW v WITH (security_invoker) AS SELECT 1', true],
    ['CREATE OR REPLACE VIEW v WITH (security_barrier) AS SELECT 1', false],
    ['CREATE OR REPLACE VIEW w AS SELECT 1', false],
    ['CREATE VIEW v AS SELECT 1', false],
  ])('go with a new definition that does not give them: %s', async (text, gone) => {
    const effects = await deepen(held, text)
    expect(effects.some(({ object }) => object === 'security-option')).toBe(gone)
  })
})

describe('foreign keys', () => {
  const key = (onDelete: 'cascade' | 'set null', more = {}) => ({
    name: 'fk',
    relation: 'app.child',
    onDelete,
    onUpdate: 'cascade' as const,
    ...more,
  })
  const parent = (...referencedBy: ReturnType<typeof key>[]) =>
    table('app.parent', { rows: 100, referencedBy })
  const child = table('app.child', { rows: 5000 })

  it.each([
    ['DELETE FROM parent WHERE id = 1', 'delete', 50],
    ['DELETE FROM parent', 'delete', 5000],
    ['DELETE FROM parent WHERE id > 1', 'delete', undefined],
    ['UPDATE parent SET id = 2 WHERE id = 1', 'update', 50],
  ])('%s', async (text, action, estimate) => {
    const effects = await deepen({ relations: [parent(key('cascade', { columns: ['id'] })), child] }, text)
    const found = effects.find(({ object }) => object === 'cascade')
    expect(found).toEqual({
      action,
      object: 'cascade',
      name: 'app.child',
      rows: 'unknown',
      ...(estimate !== undefined && { estimate }),
      stored: true,
      via: ['cascade'],
      detail: 'foreign key fk of app.child',
    })
  })

  it('set to null change rows', async () => {
    expect(
      await stored({ relations: [parent(key('set null')), child] }, 'DELETE FROM parent WHERE id = 1'),
    ).toEqual(['update app.child via cascade: foreign key fk of app.child'])
  })

  it.each([
    'UPDATE parent SET note = 1 WHERE id = 1',
    'DELETE FROM parent WHERE false',
    'INSERT INTO parent VALUES (1)',
    'TRUNCATE parent',
  ])('do nothing on %s', async (text) => {
    const held = { relations: [parent(key('cascade', { columns: ['id'] })), child] }
    expect(await stored(held, text)).toEqual([])
  })

  it('are followed round in circles', async () => {
    const self = table('app.parent', {
      referencedBy: [{ name: 'up', relation: 'app.parent', onDelete: 'cascade', onUpdate: 'no action' }],
    })
    expect((await stored({ relations: [self] }, 'DELETE FROM parent WHERE id = 1')).length).toBeGreaterThan(0)
  })

  it('TRUNCATE CASCADE names all tables with their rows', async () => {
    const grandchild = table('app.grandchild', { rows: 7 })
    const held = {
      relations: [
        parent(key('set null')),
        { ...child, referencedBy: [{ ...key('set null'), relation: 'app.grandchild' }] },
        grandchild,
      ],
    }
    const effects = await deepen(held, 'TRUNCATE parent CASCADE')
    expect(effects.map(({ action, name, estimate }) => [action, name, estimate])).toEqual([
      ['truncate', 'parent', 100],
      ['truncate', 'app.child', 5000],
      ['truncate', 'app.grandchild', 7],
    ])
  })
})

describe('sizes', () => {
  const relations = [
    table('app.t', { rows: 42, bytes: 1000 }),
    table('app.p', { kind: 'partitioned', rows: -1, bytes: 0, children: ['app.p1', 'app.p2'] }),
    table('app.p1', { rows: 10, bytes: 300 }),
    table('app.p2', { rows: 20, bytes: 400 }),
    table('app.new', { rows: -1, bytes: 0 }),
  ]
  it.each([
    ['ALTER TABLE t ADD COLUMN a int', { bytes: 1000 }],
    ['CREATE INDEX i ON t (a)', { bytes: 1000 }],
    ['DROP TABLE t', { bytes: 1000 }],
    ['VACUUM FULL t', { bytes: 1000 }],
    ['ALTER TABLE p ADD COLUMN a int', { bytes: 700 }],
    ['DELETE FROM t', { estimate: 42 }],
    ['UPDATE p SET a = 1', { estimate: 30 }],
    ['TRUNCATE p', { estimate: 30, bytes: 700 }],
    ['DELETE FROM new', {}],
    ['DELETE FROM t WHERE id = 1', {}],
    ['DROP FUNCTION t()', {}],
    ['DROP ROLE t', {}],
  ])('%s', async (text, wanted) => {
    const [{ bytes, estimate, stored: isStored } = {} as Effect] = await deepen({ relations }, text)
    expect({ bytes, estimate, isStored }).toEqual({
      bytes: undefined,
      estimate: undefined,
      isStored: undefined,
      ...wanted,
    })
  })
})

describe('triggers', () => {
  const g = { name: 'g', events: ['update' as const], function: 'app.wipe' }
  it('on columns fire when one of them is assigned', async () => {
    const held = { relations: [table('app.t', { triggers: [{ ...g, columns: ['a'] }] })], functions: [wipe] }
    expect(await stored(held, 'UPDATE t SET b = 1 WHERE id = 1')).toEqual([])
    expect(await stored(held, 'UPDATE t SET b = 1, a = 1 WHERE id = 1')).toEqual([
      'delete app.t via trigger/function: trigger g on app.t, function app.wipe',
    ])
  })

  it.each([
    ['app.native', 'written in c, in trigger g on app.t'],
    ['app.nothing', 'not found in the catalogue, in trigger g on app.t'],
  ])('of %s cannot be read', async (name, detail) => {
    const held = {
      relations: [table('app.t', { triggers: [{ ...g, function: name }] })],
      functions: [opaque('app.native')],
    }
    expect(await stored(held, 'UPDATE t SET a = 1 WHERE id = 1')).toEqual([
      `call ${name} via trigger: ${detail}`,
    ])
  })

  it('built in are known', async () => {
    const triggers = [{ ...g, function: 'suppress_redundant_updates_trigger' }]
    expect(
      await stored({ relations: [table('app.t', { triggers })] }, 'UPDATE t SET a = 1 WHERE id = 1'),
    ).toEqual([])
  })
})

describe('relations under another name', () => {
  const rules = [
    {
      name: 'r',
      event: 'insert' as const,
      definition: 'CREATE RULE r AS ON INSERT TO app.t DO ALSO DELETE FROM app.u',
    },
  ]
  const held = { relations: [table('app.t', { rules }), table('app.v')] }
  it.each([
    'ALTER TABLE t RENAME TO n; INSERT INTO n VALUES (1)',
    'ALTER TABLE app.t RENAME TO n; INSERT INTO n VALUES (1)',
    'ALTER TABLE t RENAME TO n; ALTER TABLE n RENAME TO m; INSERT INTO m VALUES (1)',
    'ALTER TABLE app.t SET SCHEMA b; INSERT INTO b.t VALUES (1)',
    'ALTER SCHEMA app RENAME TO b; INSERT INTO b.t VALUES (1)',
    'ALTER TABLE v RENAME TO w; ALTER TABLE t RENAME TO v; INSERT INTO v VALUES (1)',
  ])('keep their code: %s', async (text) => {
    expect(await stored(held, text)).toContain('delete app.u via rule: rule r on app.t')
  })

  it('keep it from one statement to the next', async () => {
    const facts = createCatalogue(snapshot(held), sql)
    const { flows: renames = [] } = await sql.analyse('ALTER TABLE t RENAME TO n')
    const analysis = await sql.analyse('INSERT INTO n VALUES (1)')
    expect(await facts.deepen(analysis, { moved: false })).toBe(analysis.effects)
    expect(await facts.deepen(analysis, { moved: false, renames })).toContainEqual(
      expect.objectContaining({ action: 'delete', name: 'app.u', stored: true }),
    )
    expect(await facts.deepen(analysis, { moved: false })).toBe(analysis.effects)
  })

  it('are not those that were copied', async () => {
    expect(await stored(held, 'CREATE TABLE n AS SELECT * FROM t; INSERT INTO n VALUES (1)')).toEqual([])
  })

  it('take over defaults, and a partition its triggers', async () => {
    const expressions = [{ kind: 'default', on: ['insert' as const], text: 'app.wipe()' }]
    const triggers = [{ name: 'g', events: ['insert' as const], function: 'app.gone' }]
    const models = {
      relations: [table('app.p', { kind: 'partitioned', expressions, triggers })],
      functions: [wipe],
    }
    const make = 'CREATE TABLE n PARTITION OF p FOR VALUES IN (1)'
    expect(await stored(models, 'CREATE TABLE n (LIKE p INCLUDING ALL)')).toHaveLength(1)
    expect(await stored(models, make)).toHaveLength(1)
    expect(await stored(models, `${make}; INSERT INTO n VALUES (1)`)).toHaveLength(2)
  })
})

describe('event triggers', () => {
  const held = (tags?: readonly string[]) => ({
    functions: [wipe],
    eventTriggers: [{ name: 'e', event: 'ddl_command_end', ...(tags && { tags }), function: 'app.wipe' }],
  })
  it.each([
    ['CREATE TABLE n (a int)', undefined, 1],
    ['SELECT 1', undefined, 0],
    ['INSERT INTO n VALUES (1)', undefined, 0],
    ['CREATE ROLE n', undefined, 0],
    ['CREATE TABLE n (a int)', ['CREATE EXTENSION'], 0],
    ['CREATE EXTENSION pg_trgm', ['CREATE EXTENSION'], 1],
    ['ALTER TABLE n ADD COLUMN a int', ['ALTER TABLE'], 1],
    ['DROP TABLE n', ['CREATE TABLE', 'DROP TABLE'], 1],
  ])('%s of %s', async (text, tags, count) => {
    expect(await stored(held(tags), text)).toHaveLength(count)
  })
})

describe('what a catalogue keeps', () => {
  it('gives the very same effects for the same analysis, whether names moved or not', async () => {
    const facts = createCatalogue(snapshot({ functions: [wipe] }), sql)
    const analysis = await sql.analyse('SELECT app.wipe()')
    const first = await facts.deepen(analysis, { moved: false })
    expect(facts.deepen(analysis, { moved: false })).toBe(first)
    expect(facts.deepen(analysis, { moved: true })).toEqual(first)
  })

  it('gives equal effects in the same order from another catalogue', async () => {
    const held = {
      relations: [
        table('app.t', {
          triggers: [
            { name: 'a', events: ['insert'], function: 'app.wipe' },
            { name: 'b', events: ['insert'], function: 'app.f' },
          ],
          rules: [
            {
              name: 'r',
              event: 'insert',
              definition: 'CREATE RULE r AS ON INSERT TO app.t DO ALSO DELETE FROM app.u',
            },
          ],
        }),
      ],
      functions: [wipe, routine('app.f', 'DELETE FROM app.v; SELECT app.wipe()')],
    }
    const text = 'INSERT INTO t VALUES (1)'
    const first = await deepen(held, text)
    expect(first.map(({ name }) => name)).toEqual(['t', 'app.u', 'app.t', 'app.v'])
    expect(await deepen(held, text)).toEqual(first)
  })

  it('is slow once: long code is read in the worker', async () => {
    const facts = createCatalogue(
      snapshot({ functions: [routine('app.f', `${'SELECT 1;'.repeat(5000)} SELECT app.wipe()`), wipe] }),
      sql,
    )
    const analysis = await sql.analyse('SELECT app.f()')
    const slow = facts.deepen(analysis, { moved: false })
    expect(slow).toBeInstanceOf(Promise)
    expect(await slow).toMatchObject([{ action: 'delete', name: 'app.t' }])
    expect(facts.deepen(analysis, { moved: false })).toBe(await slow)
  })

  it('never rejects', async () => {
    const broken: Analyser = { analyse: () => Promise.reject(new Error('no')), close: async () => {} }
    const facts = createCatalogue(snapshot({ functions: [wipe] }), broken)
    const effects = await facts.deepen(await sql.analyse('SELECT app.wipe()'), { moved: false })
    expect(effects.at(-1)).toMatchObject({ action: 'unknown', object: 'catalogue' })
  })

  it('finds the relations that a name may mean', () => {
    const facts = createCatalogue(
      snapshot({ relations: [table('public.t'), table('app.t'), table('b.t')] }),
      sql,
    )
    const schemas = (name: string, moved: boolean) =>
      facts.relations(name, { moved }).map(({ schema }) => schema)
    expect(schemas('t', false)).toEqual(['app'])
    expect(schemas('t', true)).toEqual(['public', 'app', 'b'])
    expect(schemas('b.t', false)).toEqual(['b'])
    expect(schemas('"b".t', false)).toEqual(['b'])
    expect(schemas('"b.t"', false)).toEqual([])
  })
})

describe('the public corpus', () => {
  const fn =
    'CREATE FUNCTION z.wipe(v text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DELETE FROM z.t; RETURN true; END $$'
  const held = snapshot({
    domains: [{ schema: 'z', name: 'd', base: 'text', expressions: ['z.wipe(VALUE)'] }],
    functions: [routine('z.wipe', '', { language: 'plpgsql', definition: fn, arguments: ['text'] })],
    relations: [
      table('z.lg', {
        rules: [
          {
            name: 'r',
            event: 'insert',
            definition: 'CREATE RULE r AS ON INSERT TO z.lg DO ALSO DELETE FROM z.t',
          },
        ],
      }),
      table('app.p', {
        referencedBy: [
          { name: 'ch_id_fkey', relation: 'app.ch', onDelete: 'cascade', onUpdate: 'no action' },
        ],
      }),
      table('app.ch', { rows: 100_000 }),
    ],
  })
  it.each([
    ["SELECT 'x'::z.d", ['hold']],
    ["INSERT INTO z.lg VALUES ('hi')", ['hold']],
    ['DELETE FROM p WHERE id = 1', ['hold', 'block']],
  ])('%s', async (text, wanted) => {
    const effects = await deepen(held, text)
    expect(wanted).toContain(decide(effects, BUILT_IN.strict).kind)
    expect(effects.some((effect) => effect.stored)).toBe(true)
  })
})
