// Which scripts of a directory are read, in which order, and which of their parts.
import { describe, expect, it } from 'vitest'
import { decide, files } from './decide.ts'

const CREATE = 'CREATE TABLE t (a int);\n'
const DROP = 'DROP TABLE t;\n'

/** The scripts with a statement in the order of judgement, and what the text output says of the directory. */
async function read(contents: Readonly<Record<string, string>>, path = 'db') {
  const cwd = files(contents)
  const { lines } = await decide(['--guard', 'migrations', path], { cwd })
  const { out } = await decide(['--format', 'text', '--guard', 'migrations', path], { cwd })
  const order = [...new Set(lines.map(({ file }) => String(file).replace(`${path}/`, '')))]
  return {
    order,
    lines,
    notes: out
      .trimEnd()
      .split('\n')
      .filter((line) => line.startsWith(`${path}: `)),
  }
}

const each = (names: readonly string[], text = CREATE) =>
  Object.fromEntries(names.map((name) => [`db/${name}`, text]))

describe('plain SQL', () => {
  it('is read by name, also below', async () => {
    const { order, notes } = await read({
      ...each(['2.sql', '10.sql', 'a/1.sql', 'node_modules/x/y.sql']),
      'db/a.txt': DROP,
    })
    expect(order).toEqual(['10.sql', '2.sql', 'a/1.sql'])
    expect(notes).toEqual(['db: 3 scripts (plain SQL)'])
  })

  it('has other ends and capitals, too', async () => {
    const { order } = await read(each(['1.SQL', '2.psql', '3.Sql']))
    expect(order).toEqual(['1.SQL', '2.psql', '3.Sql'])
  })

  it.each(['/*\n-- migrate:up\n-- migrate:down\n*/', "SELECT '\n-- migrate:up\n-- migrate:down\n';"])(
    'marks that PostgreSQL does not see are none: %j',
    async (marks) => {
      const { lines, notes } = await read({ 'db/1.sql': `${CREATE}${marks}\n${DROP}` })
      expect(lines.at(-1)).toMatchObject({ line: CREATE.split('\n').length + marks.split('\n').length })
      expect(notes).toEqual(['db: 1 script (plain SQL)'])
    },
  )

  it('an empty path is refused', async () => {
    const cwd = files(each(['1.sql']))
    await expect(decide(['--guard', 'migrations', ''], { cwd })).rejects.toThrow('a path is empty')
  })

  it('a script that only looks like the way back is read', async () => {
    const { order } = await read(each(['1_drop-down.sql', '2_rollback.sql', 'undo.sql', 'x.down.sql']))
    expect(order).toEqual(['1_drop-down.sql', '2_rollback.sql', 'undo.sql', 'x.down.sql'])
  })
})

describe('Flyway', () => {
  it('goes by version, then the repeatable ones; undo migrations are left out', async () => {
    const names = [
      'R__views.sql',
      'V10__c.sql',
      'V2__b.sql',
      'V1__a.sql',
      'V1.2__a2.sql',
      'V1_10__a3.sql',
      'sub/V3__x.sql',
    ]
    const { order, notes } = await read({
      ...each([...names, 'beforeMigrate.sql', 'afterMigrate__grants.sql']),
      'db/U2__b.sql': DROP,
    })
    expect(order).toEqual([
      'beforeMigrate.sql',
      ...[
        'V1__a.sql',
        'V1.2__a2.sql',
        'V1_10__a3.sql',
        'V2__b.sql',
        'sub/V3__x.sql',
        'V10__c.sql',
        'R__views.sql',
      ],
      'afterMigrate__grants.sql',
    ])
    expect(notes).toEqual(['db: 9 scripts (Flyway)', 'db: left out, undo migrations: U2__b.sql'])
  })

  it('what fits no name of it is read as plain SQL', async () => {
    const { order, notes } = await read(each(['V1__a.sql', 'fix.sql', 'V2_b.sql']))
    expect(order).toEqual(['V1__a.sql', 'V2_b.sql', 'fix.sql'])
    expect(notes).toEqual(['db: 1 script (Flyway)', 'db: 2 scripts (plain SQL)'])
  })

  it('says what a placeholder is', async () => {
    const { lines } = await read({ 'db/V1__a.sql': `SELECT 1;\nGRANT SELECT ON t TO \${reader};\n` })
    expect(lines[1]).toMatchObject({ line: 2, verdict: 'block', rules: ['does-not-parse'] })
    expect(lines[1]?.reason).toMatch(/^\$\{reader\} is filled in by a tool/)
  })
})

describe('scripts with a twin that undoes them', () => {
  it.each([
    [
      'golang-migrate, sqlx',
      ['1_a.up.sql', '2_b.up.sql', '10_c.up.sql'],
      ['10_c.down.sql', '1_a.down.sql', '2_b.down.sql'],
    ],
    [
      'diesel, Hasura',
      ['2024-01-01-000000_a/up.sql', '2024-01-02-000000_b/up.sql'],
      ['2024-01-01-000000_a/down.sql'],
    ],
    [
      'db-migrate',
      ['20240101-a-up.sql', '20240102-b-up.sql'],
      ['20240101-a-down.sql', '20240102-b-down.sql'],
    ],
    ['postgrator', ['001.do.a.sql', '002.do.b.sql'], ['001.undo.a.sql', '002.undo.b.sql']],
    ['yoyo', ['0001.a.sql', '0002.b.sql'], ['0001.a.rollback.sql', '0002.b.rollback.sql']],
  ])('%s', async (_, forward, backward) => {
    const { order, notes } = await read({ ...each(forward), ...each(backward, DROP) })
    expect(order).toEqual(forward)
    expect(notes[1]).toBe(`db: left out, scripts that undo: ${backward.join(', ')}`)
  })
})

describe('tools that keep a list or a mark beside their scripts', () => {
  it('Prisma', async () => {
    const { order, notes } = await read({
      ...each(['20240101120000_a/migration.sql', '20240102120000_b/migration.sql']),
      'db/20240102120000_b/down.sql': DROP,
      'db/migration_lock.toml': 'provider = "postgresql"\n',
    })
    expect(order).toEqual(['20240101120000_a/migration.sql', '20240102120000_b/migration.sql'])
    expect(notes[0]).toBe('db: 2 scripts (Prisma)')
  })

  it('Drizzle', async () => {
    const journal = {
      entries: [
        { idx: 1, tag: '0001_b' },
        { idx: 0, tag: '0000_a' },
      ],
    }
    const { order, notes, lines } = await read({
      'db/0000_a.sql': `${CREATE}--> statement-breakpoint\nCREATE TABLE u (a int);`,
      'db/0001_b.sql': CREATE,
      'db/0002_left.sql': DROP,
      'db/meta/_journal.json': JSON.stringify(journal),
    })
    expect(order).toEqual(['0000_a.sql', '0001_b.sql'])
    expect(lines.map(({ line }) => line)).toEqual([1, 3, 1])
    expect(notes).toEqual([
      'db: 2 scripts (Drizzle)',
      'db: left out, not in meta/_journal.json: 0002_left.sql',
    ])
  })

  it('refuses a list that names what is not there', async () => {
    const cwd = files({
      'db/0000_a.sql': CREATE,
      'db/meta/_journal.json': '{"entries":[{"idx":0,"tag":"x"}]}',
    })
    await expect(decide(['db'], { cwd })).rejects.toThrow(
      'meta/_journal.json names x.sql, which is not there',
    )
    const broken = files({ 'db/0000_a.sql': CREATE, 'db/meta/_journal.json': '[]' })
    await expect(decide(['db'], { cwd: broken })).rejects.toThrow('is not a journal of Drizzle')
  })

  it('Sqitch, in the order of its plan, with reworked changes', async () => {
    const plan = `%syntax-version=1.0.0
%project=orders

users 2024-01-01T00:00:00Z A <a@example.com> # drop of a comment
orders [users] 2024-01-02T00:00:00Z A <a@example.com>
@v1 2024-01-03T00:00:00Z A <a@example.com>
users [users@v1] 2024-01-04T00:00:00Z A <a@example.com>
`
    const scripts = ['deploy/users@v1.sql', 'deploy/orders.sql', 'deploy/users.sql']
    const contents = {
      ...each(scripts),
      ...each(['revert/users.sql', 'verify/users.sql', 'deploy/stray.sql'], DROP),
      'db/sqitch.plan': plan,
    }
    const { order, notes } = await read(contents)
    expect(order).toEqual(scripts)
    expect(notes[1]).toContain('left out, not in sqitch.plan')
    expect((await read(contents, 'db/deploy')).order).toEqual(['users@v1.sql', 'orders.sql', 'users.sql'])
  })

  it('Atlas and Supabase', async () => {
    const atlas = await read({ ...each(['2.sql', '1.sql']), 'db/atlas.sum': 'h1:x' })
    expect(atlas.notes).toEqual(['db: 2 scripts (Atlas)'])
    const supabase = await read({
      ...each(['supabase/migrations/2_b.sql', 'supabase/migrations/1_a.sql']),
      'db/supabase/config.toml': 'project_id = "x"\n',
      'db/supabase/seed.sql': DROP,
    })
    expect(supabase.order).toEqual(['supabase/migrations/1_a.sql', 'supabase/migrations/2_b.sql'])
    expect(supabase.notes[1]).toBe('db: left out, seeds, tests and snippets: supabase/seed.sql')
  })
})

describe('scripts with marks', () => {
  it.each([
    ['dbmate', '-- migrate:up transaction:false', '-- migrate:down'],
    ['goose', '-- +goose Up\n-- +goose StatementBegin', '-- +goose StatementEnd\n-- +goose Down'],
    ['sql-migrate', '-- +migrate Up notransaction', '-- +migrate Down'],
    ['node-pg-migrate', '-- Up Migration', '-- Down Migration'],
    ['rambler', '-- rambler up', '-- rambler down'],
    ['Play evolutions', '# --- !Ups', '# --- !Downs'],
    ['tern', '', '---- create above / drop below ----'],
    ['MyBatis Migrations', '', '-- //@UNDO'],
  ])('%s: the way forward, with the lines of the file', async (tool, up, down) => {
    const text = `${up}\n${CREATE}${down}\n${DROP}`
    const { lines, notes } = await read({ 'db/1.sql': text, 'db/2.sql': text })
    const line = up.split('\n').length + 1
    expect(lines.map(({ file, line, verdict }) => [file, line, verdict])).toEqual([
      ['db/1.sql', line, 'allow'],
      ['db/2.sql', line, 'allow'],
    ])
    expect(notes).toEqual([`db: 2 scripts (${tool}), without the parts that undo`])
  })

  it('a mark of the way back alone hides nothing', async () => {
    for (const mark of [
      '-- migrate:down',
      '-- Down Migration',
      '-- +goose Down',
      '-- +migrate Down',
      '# --- !Downs',
    ]) {
      const { lines } = await read({ 'db/1.sql': `${mark.replace('#', '--')}\n${DROP}` })
      expect(lines[0]).toMatchObject({ line: 2, verdict: 'hold' })
    }
  })

  it('goose goes by number', async () => {
    expect((await read(each(['10_a.sql', '9_b.sql'], `-- +goose Up\n${CREATE}`))).order).toEqual([
      '9_b.sql',
      '10_a.sql',
    ])
  })

  it('a script that is named alone is read by its marks too', async () => {
    const cwd = files({
      '1.sql': `-- migrate:up\n${CREATE}-- migrate:down\n${DROP}`,
      'x.down.sql': DROP,
      'x.up.sql': CREATE,
    })
    expect((await decide(['1.sql'], { cwd })).lines).toHaveLength(1)
    expect((await decide(['--guard', 'migrations', 'x.down.sql'], { cwd })).lines[0]?.verdict).toBe('hold')
  })

  it('Liquibase: rollbacks are comments, other databases are not meant, delimiters are theirs', async () => {
    const text = `--liquibase formatted sql

--changeset a:1
${CREATE}--rollback DROP TABLE t;

--changeset a:2 dbms:mysql,oracle
DROP TABLE everything ENGINE;

--changeset a:3 endDelimiter:/ splitStatements:true
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
/
DROP TABLE u
/
`
    const { lines, notes } = await read({ 'db/1.sql': text })
    expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [4, 'allow'],
      [11, 'allow'],
      [13, 'hold'],
    ])
    expect(notes).toEqual(['db: 1 script (Liquibase)'])
  })

  it('Atlas: its delimiter', async () => {
    const { lines } = await read({
      'db/1.sql': `-- atlas:delimiter -- end\n\n${CREATE.replace(';', '')}-- end\nSELECT 1\n-- end\n`,
    })
    expect(lines.map(({ line, verdict }) => [line, verdict])).toEqual([
      [3, 'allow'],
      [5, 'allow'],
    ])
  })
})

describe('scripts that are named', () => {
  const order = async (cwd: string, ...paths: string[]) => {
    const { lines } = await decide(['--guard', 'migrations', ...paths], { cwd })
    return [...new Set(lines.map(({ file }) => file))]
  }

  it('are read as they are given, but for what undoes one of them', async () => {
    const cwd = files(
      each(['b.sql', 'a.sql', '2_x.up.sql', '2_x.down.sql', '1_y.up.sql', 'V2__a.sql', 'U2__a.sql']),
    )
    expect(await order(cwd, 'db/b.sql', 'db/a.sql')).toEqual(['db/b.sql', 'db/a.sql'])
    expect(await order(cwd, 'db/2_x.down.sql', 'db/2_x.up.sql', 'db/1_y.up.sql')).toEqual([
      'db/1_y.up.sql',
      'db/2_x.up.sql',
    ])
    expect(await order(cwd, 'db/2_x.down.sql')).toEqual(['db/2_x.down.sql'])
    expect(await order(cwd, 'db/U2__a.sql', 'db/V2__a.sql')).toEqual(['db/V2__a.sql'])
    expect(await order(cwd, 'db/U2__a.sql')).toEqual(['db/U2__a.sql'])
  })
})
