// Queries as somebody writes them who wants to read what is masked.
import type { Query } from './queries.ts'

const q = (name: string, sql: string, expect: string, more: Partial<Query> = {}): Query => ({
  name,
  sql,
  expect,
  ...more,
})

const HIDDEN = [
  "CREATE FUNCTION hidden(orders) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = $1.person'",
]

export const ADVERSARY: readonly Query[] = [
  q(
    'substring',
    'SELECT substring(ssn, 1, 5), left(ssn, 3), right(code, 2), split_part(ssn, chr(45), 2) FROM people ORDER BY id',
    'PPPP',
  ),
  q('characters', 'SELECT ascii(ssn), ascii(substr(ssn, 3, 1)), length(ssn) FROM people ORDER BY id', 'PPP'),
  q(
    'encodings',
    "SELECT encode(ssn::bytea, 'base64'), encode(ssn::bytea, 'hex'), encode(blob, 'escape'), convert_to(ssn, 'UTF8') FROM people ORDER BY id",
    'PPPP',
  ),
  q(
    'reversed and translated',
    "SELECT reverse(ssn), translate(ssn, 'zq', 'xy'), replace(ssn, 'z', 'x'), md5(ssn), to_hex(pin) FROM people ORDER BY id",
    'PPPPP',
  ),
  q(
    'one row a character',
    "SELECT id, c FROM people, regexp_split_to_table(ssn, '') WITH ORDINALITY t (c, i) ORDER BY id, i",
    '.P',
  ),
  q('string_to_table', 'SELECT string_to_table(ssn, NULL) FROM people WHERE id = 1', 'P'),
  q(
    'regexp_matches',
    "SELECT regexp_matches(ssn, '(..)', 'g'), regexp_replace(ssn, '-', '_') FROM people WHERE id = 1",
    'PP',
  ),
  q('whole row', 'SELECT p FROM people p ORDER BY id', 'P'),
  q('whole row as text', 'SELECT p::text, (p.*)::text FROM people p ORDER BY id', 'PP'),
  q('row_to_json', 'SELECT row_to_json(p), to_jsonb(p), to_json(p.*) FROM people p ORDER BY id', 'PPP'),
  q(
    'json_agg of rows',
    'SELECT json_agg(p ORDER BY id), jsonb_agg(to_jsonb(p) ORDER BY id), array_agg(p ORDER BY id) FROM people p',
    'PPP',
  ),
  q('rows within a subquery', 'SELECT row_to_json(x) FROM (SELECT id, ssn FROM people ORDER BY id) x', 'P'),
  q(
    'a row without protected columns',
    'SELECT row_to_json(x) FROM (SELECT id, name FROM people ORDER BY id) x',
    '.',
  ),
  q('ROW', 'SELECT ROW(id, ssn), ROW(id, name) FROM people ORDER BY id', 'P.'),
  q('fields of rows', 'SELECT (p).ssn, (p).name, (ROW(p.*)::people).pin FROM people p ORDER BY id', 'P.P'),
  q(
    'all fields of a row',
    'SELECT (x.p).* FROM (SELECT p FROM people p ORDER BY id) x',
    '.....PPPPPPPPPPPPPPP',
  ),
  q('json_each', 'SELECT key, value FROM people p, json_each_text(row_to_json(p)) WHERE id = 1', 'PP'),
  q('jsonb_each of a column', 'SELECT id, k, v FROM people, jsonb_each(doc) e (k, v) ORDER BY id, k', '.PP'),
  q(
    'jsonb_populate_record',
    'SELECT (jsonb_populate_record(NULL::people, to_jsonb(p))).ssn FROM people p ORDER BY id',
    'P',
  ),
  q(
    'jsonb_to_record',
    "SELECT r.a, r.b FROM people p, jsonb_to_record(jsonb_build_object('a', ssn, 'b', name)) r (a text, b text) ORDER BY id",
    'PP',
  ),
  q('json_object_agg', 'SELECT json_object_agg(coalesce(ssn, name), id ORDER BY id) FROM people', 'P'),
  q(
    'json path',
    "SELECT jsonb_path_query_first(to_jsonb(p), '$.ssn'), jsonb_path_exists(doc, '$.k') FROM people p ORDER BY id",
    'PP',
  ),
  q(
    'xmlelement',
    'SELECT xmlelement(name a, ssn)::text, xmlforest(ssn AS b, name)::text FROM people ORDER BY id',
    'PP',
  ),
  q(
    'columns renamed by an alias',
    'SELECT a, f, n FROM people AS x (a, b, c, d, e, f, g, h, i, j, k, l, m, n) ORDER BY a',
    '.PP',
  ),
  q('labels that lie', 'SELECT ssn AS name, ssn AS count, pin AS id FROM people ORDER BY people.id', 'PPP'),
  q('a label of a protected column over another', 'SELECT name AS ssn FROM people ORDER BY id', '.'),
  q(
    'nested subselects',
    'SELECT z FROM (SELECT y AS z FROM (SELECT x AS y FROM (SELECT ssn AS x, id FROM people) a ORDER BY id) b) c',
    'P',
  ),
  q(
    'union behind a number',
    'SELECT id::text AS a FROM orders UNION ALL SELECT * FROM (SELECT ssn FROM people ORDER BY id) q',
    'P',
  ),
  q(
    'three unions',
    "SELECT 'x', 1 UNION ALL SELECT name, 2 FROM people WHERE id = 1 UNION ALL SELECT email, 3 FROM people WHERE id = 1",
    'P.',
  ),
  q(
    'CASE on a protected column',
    "SELECT name, CASE WHEN ssn LIKE 'z%' THEN 'yes' ELSE 'no' END FROM people ORDER BY id",
    '.P',
  ),
  q(
    'comparison',
    "SELECT name, ssn > 'm', ssn = code, ssn IS NULL, ssn IN ('a', 'b'), pin BETWEEN 1 AND 5 FROM people ORDER BY id",
    '.PPPPP',
  ),
  q('EXISTS on a protected column', "SELECT EXISTS (SELECT 1 FROM people WHERE ssn LIKE 'a%')", 'P'),
  q('a count of matches', "SELECT count(*) FILTER (WHERE ssn LIKE 'z%') FROM people", '.'),
  q(
    'a sum of matches',
    "SELECT sum(CASE WHEN ssn LIKE 'z%' THEN 1 ELSE 0 END), bool_or(pin > 5), every(age > 5) FROM people",
    'PP.',
  ),
  q(
    'ordered aggregate',
    'SELECT string_agg(name, chr(44) ORDER BY ssn), array_agg(id ORDER BY pin) FROM people',
    'PP',
  ),
  q(
    'rank by a protected column',
    'SELECT name, rank() OVER (ORDER BY salary), ntile(2) OVER (ORDER BY ssn) FROM people ORDER BY id',
    '.PP',
  ),
  q(
    'window bounded by a protected column',
    'SELECT count(*) OVER (PARTITION BY ssn), sum(age) OVER (ORDER BY pin) FROM people ORDER BY id',
    'PP',
  ),
  q('generate_series of a value', 'SELECT generate_series(pin - 1, pin) FROM people WHERE id = 1', 'P'),
  q('generate_subscripts', 'SELECT generate_subscripts(tags, 1) FROM people WHERE id = 1', 'P'),
  q(
    'array functions',
    "SELECT array_to_string(tags, ','), cardinality(tags), tags || 'x'::text, array_position(tags, 'x') FROM people ORDER BY id",
    'PPPP',
  ),
  q(
    'range_agg',
    'SELECT range_agg(span), range_merge(span, span) FROM people WHERE id = 1 GROUP BY span',
    'PP',
  ),
  q(
    'enum functions',
    'SELECT enum_range(feel, NULL), feel::text, feel > $$none$$ FROM people ORDER BY id',
    'PPP',
  ),
  q(
    'dates',
    "SELECT age(born), born - date '2000-01-01', seen AT TIME ZONE 'UTC', extract(epoch FROM seen) FROM people ORDER BY id",
    'PPPP',
  ),
  q(
    'uuid and hash',
    'SELECT token::text, hashtext(ssn), sha256(blob), get_byte(blob, 0) FROM people ORDER BY id',
    'PPPP',
  ),
  q(
    'numbers',
    'SELECT salary % 1000, div(salary, 10), pin::bit(32), sqrt(pin), width_bucket(salary, 0, 100, 5) FROM people ORDER BY id',
    'PPPPP',
  ),
  q('self-join', 'SELECT a.name, b.ssn FROM people a JOIN people b ON a.id = b.id ORDER BY a.id', '.P'),
  q(
    'join on a protected column',
    'SELECT a.name FROM people a JOIN people b ON a.ssn = b.ssn ORDER BY a.id',
    '.',
  ),
  q(
    'join alias',
    'SELECT j.* FROM (people p JOIN orders o ON o.person = p.id) AS j (a, b, c, d, e, f) ORDER BY j.a, j.total',
    '.....PPPPPPPPPPPPPPP....',
  ),
  q(
    'USING with an alias',
    'SELECT x.* FROM people p JOIN (SELECT ssn FROM people) q USING (ssn) AS x ORDER BY 1',
    'P',
  ),
  q(
    'merged column',
    'SELECT ssn, name FROM (SELECT ssn, name FROM people) a FULL JOIN (SELECT ssn FROM people) b USING (ssn) ORDER BY 1',
    'P.',
  ),
  q(
    'WITH ORDINALITY',
    "SELECT * FROM people_in('Oslo') WITH ORDINALITY ORDER BY id",
    '.....PPPPPPPPPPPPPPP.',
  ),
  q('ROWS FROM', 'SELECT * FROM ROWS FROM (contact(1), generate_series(1, 2)) AS t (a, b, c)', '.P.'),
  q('fields of a function', "SELECT (people_in('Oslo')).ssn, (contact(2)).number", 'PP'),
  q('all fields of a function', 'SELECT (contact(1)).*', '.P'),
  q('function notation', 'SELECT ssn(p), name(p) FROM people p ORDER BY id', 'P.'),
  q('field notation of a function', 'SELECT (1).ssn_of', 'P'),
  q('a function written as a column', 'SELECT o.id, o.hidden FROM orders o ORDER BY id', '.P', {
    before: HIDDEN,
  }),
  q('a function written as a column, made before', 'SELECT o.id, o.secret FROM orders o ORDER BY id', '.P'),
  q('an overload', 'SELECT initcap(o), lower(o.memo) FROM orders o ORDER BY id', 'P.'),
  q('an operator', 'SELECT o.id, o.id ==> 1 FROM orders o ORDER BY id', '.P'),
  q('a cast', 'SELECT o.id, o::envelope FROM orders o ORDER BY id', '.P'),
  q('a view over a function', 'SELECT who, number, upper(number) FROM called', '.PP'),
  q('a view over a view over a function', 'SELECT number, n FROM recalled', 'P.'),
  q('a generated column', 'SELECT id, shout, lower(shout), small FROM letters', '.PP.'),
  q('whole row of a generated column', 'SELECT l FROM letters l', 'P'),
  q('function within an expression', "SELECT 'x' || ssn_of(1), length(ssn_of(1))", 'PP'),
  q(
    'subquery in an expression',
    "SELECT 'x' || (SELECT ssn FROM people WHERE id = 1), 1 + (SELECT pin FROM people WHERE id = 1)",
    'PP',
  ),
  q(
    'subquery in LIMIT',
    'SELECT i FROM generate_series(1, 3) i LIMIT (SELECT 2 FROM people WHERE ssn IS NOT NULL LIMIT 1)',
    '.',
  ),
  q(
    'recursive search columns',
    'WITH RECURSIVE t (n, s) AS (SELECT 1, ssn FROM people WHERE id = 1 UNION ALL SELECT n + 1, s FROM t WHERE n < 2) SEARCH DEPTH FIRST BY s SET path CYCLE n SET found USING way SELECT n, s, path FROM t',
    '.PP',
  ),
  q(
    'mutual recursion by columns',
    'WITH RECURSIVE t (a, b, c) AS (SELECT ssn, code::text, name FROM people WHERE id = 1 UNION ALL SELECT b, c, a FROM t WHERE a IS NULL) SELECT * FROM t',
    'PPP',
  ),
  q(
    'materialized CTE of a star',
    'WITH x AS MATERIALIZED (SELECT * FROM people) SELECT x FROM x ORDER BY id',
    'P',
  ),
  q('TABLESAMPLE', 'SELECT ssn, name FROM people TABLESAMPLE SYSTEM (100) ORDER BY id', 'P.'),
  q('ONLY', 'SELECT p.ssn FROM ONLY people p ORDER BY id', 'P'),
  q('quoted names', 'SELECT "people"."ssn", U&"\\0073sn" FROM "public"."people" ORDER BY "id"', 'PP'),
  q('qualified by database', 'SELECT public.people.ssn FROM public.people ORDER BY id', 'P'),
  q('FOR UPDATE', 'SELECT ssn FROM people ORDER BY id FOR UPDATE', 'P'),
  q(
    'statistics',
    "SELECT attname, most_common_vals, histogram_bounds FROM pg_stats WHERE tablename = 'people' AND attname IN ('ssn', 'pin') ORDER BY attname",
    '.PP',
  ),
  q(
    'statistics as text',
    "SELECT histogram_bounds::text, array_to_string(most_common_vals, ',') FROM pg_catalog.pg_stats WHERE tablename = 'people' ORDER BY attname",
    'PP',
  ),
  q(
    'statistics themselves',
    "SELECT s.stavalues1 FROM pg_statistic s WHERE starelid = 'people'::regclass ORDER BY staattnum",
    'P',
  ),
  q('query_to_xml', "SELECT query_to_xml('SELECT ssn FROM people', true, false, '')::text", 'P'),
  q('table_to_xml', "SELECT table_to_xml('people', true, false, '')::text", 'P'),
  q('ts_stat', "SELECT word, ndoc FROM ts_stat('SELECT to_tsvector(note) FROM people') ORDER BY 1", 'PP'),
  q(
    'to_tsvector',
    "SELECT to_tsvector('simple', note), ts_headline('simple', note, to_tsquery('simple', 'about')) FROM people ORDER BY id",
    'PP',
  ),
  q(
    'EXPLAIN of a constant made by code',
    'EXPLAIN (COSTS OFF) SELECT * FROM orders WHERE memo = frozen()',
    'P',
  ),
  q('EXPLAIN VERBOSE of a constant made by code', 'EXPLAIN (VERBOSE, COSTS OFF) SELECT frozen()', 'P'),
  q(
    'EXPLAIN ANALYZE of a constant made by code',
    'EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT name FROM people WHERE ssn = frozen()',
    'P',
  ),
  q(
    'JSON_TABLE',
    "SELECT t.* FROM people p, JSON_TABLE(doc, '$' COLUMNS (k text PATH '$.k', n int PATH '$.n')) t ORDER BY p.id",
    'PP',
    { since: 17 },
  ),
  q(
    'JSON constructors',
    "SELECT JSON_OBJECT('a': ssn), JSON_ARRAY(pin, name), JSON_VALUE(doc, '$.k') FROM people ORDER BY id",
    'PPP',
    { since: 17 },
  ),
  q('JSON_ARRAYAGG', 'SELECT JSON_ARRAYAGG(ssn ORDER BY id), JSON_OBJECTAGG(id: email) FROM people', 'PP', {
    since: 16,
  }),
  q(
    'xmltable',
    "SELECT x.a FROM people p, XMLTABLE('/r' PASSING xmlelement(name r, xmlelement(name a, ssn)) COLUMNS a text PATH 'a') x ORDER BY p.id",
    'P',
  ),
  q('cursor within a cursor', 'FETCH ALL FROM inner_one', 'P.', {
    before: ['DECLARE inner_one CURSOR FOR SELECT upper(ssn), name FROM people ORDER BY id'],
  }),
  q('holdable cursor', 'FETCH 2 FROM kept', 'P.', {
    before: ['DECLARE kept SCROLL CURSOR WITH HOLD FOR SELECT ssn, name FROM people ORDER BY id'],
  }),
  q('cursor of a function', 'FETCH ALL FROM opened', 'P.', { before: ['SELECT opened()'] }),
  q('name made of a value', 'FETCH ALL FROM labelled', 'P', { before: ['SELECT labelled()'] }),
  q('prepared', 'EXECUTE one', '.P', {
    before: ['PREPARE one AS SELECT name, lower(ssn) FROM people ORDER BY id'],
  }),
  q('prepared with a parameter', 'EXECUTE two (2)', 'P', {
    before: ['PREPARE two (int) AS SELECT note FROM people WHERE id = $1'],
  }),
  q('EXPLAIN EXECUTE', 'EXPLAIN (COSTS OFF) EXECUTE three', 'P', {
    before: ['PREPARE three AS SELECT name FROM people WHERE ssn = frozen()'],
  }),
  q('a view made just now', 'SELECT * FROM fresh ORDER BY 2', 'P.', {
    before: ['CREATE VIEW fresh AS SELECT ssn AS harmless, name FROM people'],
  }),
  q('a temporary view made just now', 'SELECT harmless FROM fresh ORDER BY 1', 'P', {
    before: ['CREATE TEMP VIEW fresh AS SELECT ssn || code AS harmless FROM people'],
  }),
  q('renamed column', 'SELECT harmless FROM people ORDER BY id', 'P', {
    before: ['ALTER TABLE people RENAME ssn TO harmless'],
  }),
  q('renamed table', 'SELECT ssn FROM persons ORDER BY id', 'P', {
    before: ['ALTER TABLE people RENAME TO persons'],
  }),
  q('moved table', 'SELECT ssn FROM elsewhere.people ORDER BY id', 'P', {
    before: ['CREATE SCHEMA elsewhere', 'ALTER TABLE people SET SCHEMA elsewhere'],
  }),
  q('function made just now', 'SELECT harmless()', 'P', {
    before: ["CREATE FUNCTION harmless() RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = 1'"],
  }),
  q('operator made just now', 'SELECT 1 === 1', 'P', {
    before: [
      "CREATE FUNCTION leak(int, int) RETURNS text LANGUAGE sql AS 'SELECT ssn FROM people WHERE id = $1'",
      'CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = leak)',
    ],
  }),
]
