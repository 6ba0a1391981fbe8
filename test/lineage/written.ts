// What statements that change rows return.
import type { Query } from './queries.ts'

const q = (name: string, sql: string, expect: string, more: Partial<Query> = {}): Query => ({
  name,
  sql,
  expect,
  ...more,
})

const INSERT = "INSERT INTO people (id, name, ssn) VALUES (50, 'Fay', 'fresh')"

export const WRITTEN: readonly Query[] = [
  q('INSERT RETURNING', `${INSERT} RETURNING id, name, ssn`, '..P'),
  q('INSERT RETURNING an expression', `${INSERT} RETURNING id + 1, upper(ssn), name || 'x'`, '.P.'),
  q(
    'INSERT of a query',
    'INSERT INTO orders SELECT id + 100, id, 1, ssn FROM people RETURNING id, memo',
    '.P',
  ),
  q(
    'INSERT of another query',
    'INSERT INTO orders SELECT id + 100, id, age, name FROM people RETURNING id, memo',
    '..',
  ),
  q(
    'INSERT of a query under another name',
    'INSERT INTO departments (id, title) SELECT id + 100, substr(email, 1, 6) FROM people RETURNING title',
    'P',
  ),
  q(
    'ON CONFLICT',
    `INSERT INTO people (id, ssn) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET note = 'seen' RETURNING ssn, note, name`,
    'PP.',
  ),
  q(
    'ON CONFLICT that copies',
    `INSERT INTO people (id, ssn) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = people.ssn RETURNING name`,
    'P',
  ),
  q('UPDATE RETURNING', "UPDATE people SET name = 'x' WHERE id = 1 RETURNING id, name, ssn, pin", '..PP'),
  q(
    'UPDATE RETURNING a star',
    "UPDATE people SET name = 'x' WHERE id = 1 RETURNING *",
    '.....PPPPPPPPPPPPPPP',
  ),
  q('UPDATE that copies', 'UPDATE people SET name = ssn WHERE id = 1 RETURNING name', 'P'),
  q(
    'UPDATE that copies to another table',
    'UPDATE orders o SET memo = p.ssn FROM people p WHERE p.id = o.person RETURNING o.memo, o.id',
    'P.',
  ),
  q(
    'UPDATE of several columns',
    'UPDATE orders SET (memo, total) = (SELECT ssn, 5 FROM people WHERE id = 1) WHERE id = 1 RETURNING memo',
    'P',
  ),
  q('UPDATE of other columns', 'UPDATE orders SET total = total + 1 RETURNING id, total, memo', '...'),
  q('DELETE RETURNING', 'DELETE FROM former RETURNING name, ssn, upper(ssn)', '.PP'),
  q(
    'DELETE USING',
    'DELETE FROM orders o USING people p WHERE p.id = o.person RETURNING o.id, p.ssn, p.name',
    '.P.',
  ),
  q(
    'CTE that writes',
    "WITH u AS (UPDATE people SET name = 'x' WHERE id = 1 RETURNING ssn AS s, id) SELECT s, id FROM u",
    'P.',
  ),
  q(
    'CTE that moves',
    'WITH d AS (DELETE FROM former RETURNING ssn) INSERT INTO orders (id, memo) SELECT 77, ssn FROM d RETURNING memo',
    'P',
  ),
  q('a row returned', "UPDATE people p SET name = 'x' WHERE id = 1 RETURNING p, row_to_json(p)", 'PP'),
  q(
    'a view written through',
    "UPDATE directory SET name = 'x' WHERE id = 1 RETURNING id, reference, shout",
    '.PP',
  ),
  q(
    'MERGE RETURNING',
    "MERGE INTO people p USING orders o ON p.id = o.id WHEN MATCHED THEN UPDATE SET name = 'x' RETURNING merge_action(), p.ssn, p.id",
    '.P.',
    { since: 17 },
  ),
  q(
    'MERGE that copies',
    'MERGE INTO orders o USING people p ON p.id = o.id WHEN MATCHED THEN UPDATE SET memo = p.ssn RETURNING o.memo, o.id',
    'P.',
    { since: 17 },
  ),
  q(
    'OLD and NEW',
    "UPDATE people SET name = 'x' WHERE id = 1 RETURNING old.ssn, new.ssn, old.name, new.name",
    'PP..',
    { since: 18 },
  ),
  q(
    'OLD and NEW under other names',
    'DELETE FROM former RETURNING WITH (OLD AS o, NEW AS n) o.ssn, o.name, n.ssn, o',
    'P.PP',
    { since: 18 },
  ),
  q(
    'OLD as a row',
    "UPDATE people SET name = 'x' WHERE id = 1 RETURNING to_jsonb(old), old.*",
    'P.....PPPPPPPPPPPPPPP',
    { since: 18 },
  ),
]
