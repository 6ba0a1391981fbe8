// Queries as people write them. `P` is an output column that carries a protected value, `.` one that does not.
export interface Query {
  readonly name: string
  readonly sql: string
  readonly expect: string
  /** Statements before it, on the same connection and in the same transaction. */
  readonly before?: readonly string[]
  /** Oldest server that has the syntax. */
  readonly since?: number
}

const q = (name: string, sql: string, expect: string, more: Partial<Query> = {}): Query => ({
  name,
  sql,
  expect,
  ...more,
})

const ALL = '.....PPPPPPPPPPPPPPP'

export const PLAIN: readonly Query[] = [
  q('plain columns', 'SELECT id, name, ssn FROM people ORDER BY id', '..P'),
  q('star', 'SELECT * FROM people ORDER BY id', ALL),
  q('star of an alias', 'SELECT p.* FROM people p ORDER BY p.id', ALL),
  q('TABLE', 'TABLE ONLY people', ALL),
  q('aliases', 'SELECT p.ssn AS id, p.id AS ssn FROM people p ORDER BY p.id', 'P.'),
  q(
    'every type',
    'SELECT pin, salary, born, seen, token, doc, blob, tags, feel, email, home, span FROM people ORDER BY id',
    'PPPPPPPPPPPP',
  ),
  q(
    'join with another table',
    'SELECT p.name, p.email, d.title FROM people p JOIN departments d ON d.id = p.department ORDER BY p.id',
    '.P.',
  ),
  q(
    'left join',
    'SELECT d.title, p.ssn, p.age FROM departments d LEFT JOIN people p ON p.department = d.id ORDER BY p.id',
    '.P.',
  ),
  q(
    'USING',
    'SELECT * FROM (SELECT id, ssn FROM people) a JOIN (SELECT id, total FROM orders) b USING (id) ORDER BY id',
    '.P.',
  ),
  q(
    'NATURAL',
    'SELECT id, ssn, total FROM (SELECT id, ssn FROM people) a NATURAL JOIN (SELECT id, total FROM orders) b ORDER BY id',
    '.P.',
  ),
  q('cross join', 'SELECT d.title, p.pin FROM departments d, people p ORDER BY d.id, p.id', '.P'),
  q(
    'only unprotected columns',
    'SELECT name, age * 2 AS twice, upper(city) AS place FROM people ORDER BY id',
    '...',
  ),
  q('count', 'SELECT count(*), count(ssn), count(DISTINCT ssn) FROM people', '...'),
  q('count per group', 'SELECT city, count(ssn) FROM people GROUP BY city ORDER BY city', '..'),
  q('grouped by a protected column', 'SELECT feel, count(*) FROM people GROUP BY feel ORDER BY 2, 1', 'P.'),
  q('aggregates', 'SELECT min(ssn), max(pin), avg(salary), sum(pin), max(born) FROM people', 'PPPPP'),
  q('aggregates of other columns', 'SELECT min(name), max(age), avg(age), sum(id) FROM people', '....'),
  q(
    'array_agg',
    'SELECT city, array_agg(ssn ORDER BY id), array_agg(name ORDER BY id) FROM people GROUP BY city ORDER BY city',
    '.P.',
  ),
  q(
    'string_agg',
    "SELECT string_agg(code, ',' ORDER BY id), string_agg(name, ',' ORDER BY id) FROM people",
    'P.',
  ),
  q('json_agg of an expression', "SELECT json_agg(json_build_object('a', ssn) ORDER BY id) FROM people", 'P'),
  q('FILTER', 'SELECT count(*) FILTER (WHERE age > 30), max(ssn) FILTER (WHERE age > 30) FROM people', '.P'),
  q('HAVING', 'SELECT city FROM people GROUP BY city HAVING count(*) > 1', '.'),
  q('DISTINCT ON', 'SELECT DISTINCT ON (city) city, ssn FROM people ORDER BY city, id', '.P'),
  q('LIMIT and OFFSET', 'SELECT name, note FROM people ORDER BY id LIMIT 2 OFFSET 1', '.P'),
  q(
    'CASE',
    "SELECT CASE WHEN id = 1 THEN ssn ELSE 'none' END, CASE WHEN age > 30 THEN 'old' ELSE 'young' END FROM people ORDER BY id",
    'P.',
  ),
  q('COALESCE', "SELECT coalesce(ssn, 'none'), coalesce(city, 'nowhere') FROM people ORDER BY id", 'P.'),
  q(
    'NULLIF, GREATEST, LEAST',
    "SELECT nullif(ssn, ''), greatest(pin, 1), least(age, 40) FROM people ORDER BY id",
    'PP.',
  ),
  q(
    'casts',
    'SELECT pin::text, ssn::varchar(30), born::timestamp, age::text FROM people ORDER BY id',
    'PPP.',
  ),
  q('concatenation', "SELECT name || ' ' || ssn, name || ' ' || city FROM people ORDER BY id", 'P.'),
  q(
    'format',
    "SELECT format('%s lives in %s', name, city), format('%s', email) FROM people ORDER BY id",
    '.P',
  ),
  q('arithmetic', 'SELECT salary * 12, pin + 0, age + id FROM people ORDER BY id', 'PP.'),
  q(
    'parts of dates',
    "SELECT extract(year FROM born), date_trunc('minute', seen), to_char(seen, 'HH24:MI:SS.MS') FROM people ORDER BY id",
    'PPP',
  ),
  q('json operators', "SELECT doc->'k', doc->>'k', doc#>>'{l,0}', doc ? 'k' FROM people ORDER BY id", 'PPPP'),
  q('jsonb_path_query', "SELECT id, jsonb_path_query(doc, '$.l[*]') FROM people ORDER BY id", '.P'),
  q('arrays', 'SELECT tags[1], array_length(tags, 1), unnest(tags) FROM people ORDER BY id', 'PPP'),
  q('ranges', 'SELECT lower(span), upper(span), isempty(span) FROM people ORDER BY id', 'PPP'),
  q('composites', 'SELECT (home).street, (home).zip, (p.home).* FROM people p ORDER BY id', 'PPPP'),
  q(
    'window functions',
    'SELECT id, row_number() OVER (ORDER BY id), lag(ssn) OVER (ORDER BY id), first_value(pin) OVER (ORDER BY id) FROM people ORDER BY id',
    '..PP',
  ),
  q(
    'window over other columns',
    'SELECT name, sum(age) OVER (PARTITION BY city ORDER BY id) FROM people ORDER BY id',
    '..',
  ),
  q(
    'named window',
    'SELECT lead(email) OVER w, lead(name) OVER w FROM people WINDOW w AS (ORDER BY id) ORDER BY id',
    'P.',
  ),
  q(
    'percentiles',
    'SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY salary), mode() WITHIN GROUP (ORDER BY city) FROM people',
    'P.',
  ),
  q(
    'GROUPING SETS',
    'SELECT city, department, count(*), max(ssn) FROM people GROUP BY GROUPING SETS ((city), (department), ()) ORDER BY 1, 2, 3',
    '...P',
  ),
  q('ROLLUP', 'SELECT city, sum(age), grouping(city) FROM people GROUP BY ROLLUP (city) ORDER BY 1', '...'),
  q('CTE', 'WITH x AS (SELECT id, ssn AS s, name AS n FROM people) SELECT n, s FROM x ORDER BY id', '.P'),
  q(
    'CTE with column names',
    'WITH x (a, b) AS (SELECT ssn, name FROM people ORDER BY id) SELECT b, a FROM x',
    '.P',
  ),
  q(
    'CTE of a CTE',
    'WITH x AS (SELECT * FROM people), y AS (SELECT id, ssn || code AS both_of FROM x) SELECT * FROM y ORDER BY id',
    '.P',
  ),
  q(
    'CTE that hides a table',
    'WITH people AS (SELECT id, total AS ssn FROM orders) SELECT * FROM people ORDER BY id',
    '..',
  ),
  q(
    'recursive',
    "WITH RECURSIVE t (n, s) AS (SELECT 1, ssn FROM people WHERE id = 1 UNION ALL SELECT n + 1, s || '+' FROM t WHERE n < 3) SELECT n, s FROM t",
    '.P',
  ),
  q(
    'recursive over numbers',
    'WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) SELECT n FROM t',
    '.',
  ),
  q('UNION', 'SELECT name FROM people WHERE id = 1 UNION ALL SELECT ssn FROM people WHERE id = 1', 'P'),
  q(
    'UNION of other columns',
    'SELECT name, 1 FROM people WHERE id = 1 UNION ALL SELECT title, 2 FROM departments WHERE id = 1',
    '..',
  ),
  q('INTERSECT and EXCEPT', 'SELECT ssn, 1 FROM people EXCEPT SELECT name, 1 FROM people ORDER BY 1', 'P.'),
  q(
    'scalar subquery',
    'SELECT d.title, (SELECT p.ssn FROM people p WHERE p.department = d.id ORDER BY p.id LIMIT 1) FROM departments d ORDER BY d.id',
    '.P',
  ),
  q(
    'scalar subquery of another column',
    'SELECT o.id, (SELECT p.name FROM people p WHERE p.id = o.person) FROM orders o ORDER BY o.id',
    '..',
  ),
  q(
    'ARRAY of a subquery',
    'SELECT ARRAY(SELECT ssn FROM people ORDER BY id), ARRAY(SELECT name FROM people ORDER BY id)',
    'P.',
  ),
  q('derived table', 'SELECT q.n, q.s FROM (SELECT name AS n, ssn AS s FROM people ORDER BY id) q', '.P'),
  q(
    'LATERAL',
    'SELECT o.id, x.s FROM orders o, LATERAL (SELECT p.ssn AS s FROM people p WHERE p.id = o.person) x ORDER BY o.id',
    '.P',
  ),
  q('LATERAL function', 'SELECT p.id, t FROM people p, LATERAL unnest(p.tags) t ORDER BY p.id, t', '.P'),
  q('VALUES', "VALUES (1, 'a'), (2, 'b')", '..'),
  q('VALUES with a subquery', "VALUES (1, (SELECT ssn FROM people WHERE id = 1)), (2, 'b')", '.P'),
  q(
    'EXISTS on other columns',
    'SELECT name, EXISTS (SELECT 1 FROM orders o WHERE o.person = p.id) FROM people p ORDER BY id',
    '..',
  ),
  q('ordered by a protected column', 'SELECT name FROM people ORDER BY ssn', '.'),
  q('filtered by a protected column', 'SELECT name FROM people WHERE salary > 1 ORDER BY id', '.'),
  q('a view', 'SELECT id, name, reference, shout, city FROM directory ORDER BY id', '..PP.'),
  q('a view of a view', 'SELECT * FROM directory_of_directory ORDER BY name', '.PP'),
  q('a view that counts', 'SELECT * FROM cities ORDER BY city', '..'),
  q('a view of other tables', 'SELECT id, total, memo FROM sales ORDER BY id', '...'),
  q(
    'an expression over a view of other tables',
    'SELECT total * 2, upper(memo) FROM sales ORDER BY id',
    '..',
  ),
  q('a view of a union', 'SELECT * FROM everybody ORDER BY name', '.P'),
  q('an expression over a view', 'SELECT lower(reference), upper(name) FROM directory ORDER BY id', 'P.'),
  q('a materialized view', 'SELECT * FROM stored ORDER BY id', '..PP'),
  q('parent and child', 'SELECT tableoid::regclass, name, ssn FROM people ORDER BY id', '..P'),
  q('child table', 'SELECT name, ssn, left_on FROM former', '.P.'),
  q('partitioned table', 'SELECT id, payload, kind FROM events ORDER BY id', '.P.'),
  q('partition', 'SELECT * FROM events_2024', '..P.'),
  q('SQL function', 'SELECT id, ssn_of(id) FROM people ORDER BY id', '.P'),
  q('set-returning function', "SELECT name, ssn FROM people_in('Oslo') ORDER BY id", '.P'),
  q('table function', 'SELECT * FROM contact(1)', '.P'),
  q('generate_series', 'SELECT i, i * 2 FROM generate_series(1, 3) i', '..'),
  q(
    'other tables',
    'SELECT o.id, o.total, d.title, now() IS NOT NULL FROM orders o, departments d ORDER BY 1, 3',
    '....',
  ),
  q(
    'settings',
    "SELECT current_setting('server_version_num')::int > 0, current_database() IS NOT NULL",
    '..',
  ),
  q('SHOW', 'SHOW standard_conforming_strings', '.'),
  q('catalogue', "SELECT relname, relkind FROM pg_class WHERE relname = 'people'", '..'),
  q(
    'columns of the catalogue',
    "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'people' ORDER BY ordinal_position",
    '..',
  ),
]
