// Which unique keys a snapshot holds, on real servers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uniqueKeys } from '../../../src/protocols/postgres/snapshot/unique.ts'
import { createDatabase, type Database, servers } from '../../fixtures/database.ts'

const SETUP = `
  CREATE COLLATION folding (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
  CREATE DOMAIN code AS int;
  CREATE TABLE a (id int PRIMARY KEY, t text UNIQUE, ci text COLLATE folding, d text, e float8 UNIQUE, f int, g int[] UNIQUE,
    h varchar(3), u uuid, ts timestamptz, o code UNIQUE, b bool UNIQUE, UNIQUE (f, d) INCLUDE (h));
  CREATE UNIQUE INDEX ON a (ci);
  CREATE UNIQUE INDEX ON a (h DESC NULLS FIRST, id);
  CREATE UNIQUE INDEX ON a (u, ts);
  -- Not these:
  CREATE UNIQUE INDEX ON a (ci COLLATE "C");
  CREATE UNIQUE INDEX ON a (d COLLATE folding);
  CREATE UNIQUE INDEX ON a (d text_pattern_ops);
  CREATE UNIQUE INDEX ON a (f) WHERE f > 1;
  CREATE UNIQUE INDEX ON a ((f + 1));
  CREATE UNIQUE INDEX ON a (u, (f + 1));
  CREATE INDEX ON a (f);
  ALTER TABLE a ADD UNIQUE (d) DEFERRABLE;
  ALTER TABLE a ADD EXCLUDE (f WITH =);
  CREATE TABLE p (id int, k int) PARTITION BY RANGE (id);
  CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
  ALTER TABLE p ADD UNIQUE (id, k);
  CREATE UNIQUE INDEX ON ONLY p (id);`

describe.each(servers())('PostgreSQL $version', (server) => {
  let database: Database
  beforeAll(async () => {
    database = await createDatabase(server, SETUP)
  })
  afterAll(() => database?.drop())

  const keys = async (relation: string) => {
    const { rows } = await database.admin.query({ text: uniqueKeys(''), rowMode: 'array' })
    const { rows: [own] = [] } = await database.admin.query(`SELECT $1::regclass::oid AS oid`, [relation])
    return rows.filter(([, oid]) => String(oid) === String(own.oid)).map(([, , names]) => names)
  }

  test('of plain columns, over all rows, checked at once', async () => {
    expect(await keys('a')).toEqual([['ci'], ['f', 'd'], ['h', 'id'], ['id'], ['t'], ['u', 'ts']])
  })

  test('of a partitioned table when all of its partitions have them', async () => {
    expect(await keys('p')).toEqual([['id', 'k']])
    expect(await keys('p1')).toEqual([['id', 'k']])
  })

  test('not while an index is not valid', async () => {
    await database.admin.query('CREATE TABLE twice (id int); INSERT INTO twice VALUES (1), (1)')
    await expect(database.admin.query('CREATE UNIQUE INDEX CONCURRENTLY ON twice (id)')).rejects.toThrow()
    expect(await keys('twice')).toEqual([])
  })
})
