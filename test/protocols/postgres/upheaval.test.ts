import { beforeAll, expect, it } from 'vitest'
import { upheaval } from '../../../src/protocols/postgres/upheaval.ts'
import { analyseText } from '../../../src/sql/analyse.ts'
import { loadParser, type Parser } from '../../../src/sql/parser.ts'

let parser: Parser
beforeAll(async () => {
  parser = await loadParser()
})

it.each<[string, string]>([
  ['SELECT a FROM t', 'none'],
  ['INSERT INTO t VALUES (1)', 'none'],
  ['CREATE TABLE t (id bigint PRIMARY KEY, a text DEFAULT 0)', 'relations'],
  ['ALTER TABLE t ADD COLUMN a text', 'relations'],
  ['CREATE INDEX i ON t (a)', 'relations'],
  ['BEGIN; CREATE TABLE t (a int); INSERT INTO t VALUES (1); COMMIT', 'relations'],
  ['CREATE TABLE p PARTITION OF t FOR VALUES IN (1)', 'all'],
  ['CREATE TABLE c () INHERITS (t)', 'all'],
  ['ALTER TABLE t ATTACH PARTITION p FOR VALUES IN (1)', 'all'],
  ['ALTER TABLE c INHERIT t', 'all'],
  ['CREATE TABLE c AS SELECT * FROM t', 'all'],
  ['SELECT * INTO c FROM t', 'all'],
  ['CREATE VIEW v AS SELECT 1 AS a', 'all'],
  ['CREATE OR REPLACE VIEW v AS SELECT 1 AS a', 'all'],
  ['CREATE MATERIALIZED VIEW v AS SELECT 1 AS a', 'all'],
  ['DROP VIEW v', 'all'],
  ['DROP TABLE t', 'all'],
  ['ALTER TABLE t RENAME TO u', 'all'],
  ['ALTER TABLE t RENAME COLUMN a TO b', 'all'],
  ['ALTER TABLE t SET SCHEMA s', 'all'],
  ['DO $$ BEGIN CREATE TABLE t (a int); END $$', 'all'],
  ['CREATE TABLE t (a int DEFAULT app.f())', 'all'],
  ['SELECT nothing that parses (', 'all'],
])('%s: %s', (text, expected) => {
  expect(upheaval(analyseText(parser, text))).toBe(expected)
})
