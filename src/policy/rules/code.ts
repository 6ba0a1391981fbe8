// Code: what is called, what is kept in the database, what is loaded.
import type { Effect } from '../../core/statement.ts'
import { type Rule, rule, thing } from './rule.ts'

const inTrigger = (effect: Effect): boolean => effect.via?.at(-1) === 'trigger'

/** Trusted, and made of functions and types that only compute. */
const HARMLESS =
  /^(btree_gin|btree_gist|citext|cube|dict_int|earthdistance|fuzzystrmatch|hstore|intarray|isn|ltree|pg_trgm|pgcrypto|plpgsql|seg|tsm_system_rows|tsm_system_time|unaccent|uuid-ossp|vector|postgis)$/
/** Run commands or code outside of SQL, or reach other servers. */
const UNTRUSTED =
  /^(pl(?!pgsql$)\w+|\w+_plpython3?u|dblink|\w+_fdw|adminpack|file_fdw|pg_cron|pg_net|http|pageinspect|pg_surgery|lo|pg_tle|plv8|pgsodium|xml2|tablefunc)$/

export const CODE: readonly Rule[] = [
  rule({
    id: 'unknown-function',
    summary: 'calls of functions that are not built in',
    match: ['SELECT purge_users()', 'CALL purge()', 'CREATE TABLE t (a int DEFAULT app.next_id())'],
    ignore: ['SELECT lower(name) FROM users', 'SELECT gen_random_uuid()'],
    actions: ['call'],
    objects: ['function'],
    when: (effect) => !inTrigger(effect),
    reason: (effect) => `what ${effect.name} does is not in the text`,
    hint: 'Write out what it would do',
  }),
  rule({
    id: 'trigger-function',
    summary: 'triggers that call a function from elsewhere',
    match: ['CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()'],
    ignore: [
      'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()',
    ],
    actions: ['call'],
    objects: ['function'],
    when: inTrigger,
    reason: (effect) => `what ${effect.name} does on later writes is not in the text`,
    hint: 'Send the function in the same text',
  }),
  rule({
    id: 'create-rule',
    summary: 'CREATE RULE: rewrites later statements',
    match: ['CREATE RULE r AS ON INSERT TO t DO INSTEAD NOTHING'],
    ignore: ['CREATE VIEW v AS SELECT 1'],
    actions: ['create'],
    objects: ['rule'],
    reason: (effect) => `a rule makes later statements on ${effect.name} do something else`,
    hint: 'Use a trigger',
  }),
  rule({
    id: 'event-trigger',
    summary: 'CREATE and ALTER EVENT TRIGGER',
    match: [
      'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
      'ALTER EVENT TRIGGER e DISABLE',
    ],
    ignore: ['CREATE VIEW e AS SELECT 1'],
    actions: ['create', 'alter', 'rename'],
    objects: ['event-trigger'],
    reason: (effect) => `event trigger ${effect.name} concerns all later DDL`,
    hint: 'Have it reviewed',
  }),
  rule({
    id: 'hidden-code',
    summary: 'aggregates, operators, casts and base types: innocent syntax runs code',
    match: [
      'CREATE AGGREGATE a(int) (SFUNC = f, STYPE = int)',
      'CREATE OPERATOR === (PROCEDURE = f, LEFTARG = int, RIGHTARG = int)',
    ],
    ignore: ["CREATE TYPE mood AS ENUM ('a')", 'CREATE DOMAIN d AS text'],
    actions: ['create', 'alter'],
    objects: ['aggregate', 'operator'],
    reason: (effect) => `${effect.name} runs code where a statement shows none`,
    hint: 'Have it reviewed',
  }),
  rule({
    id: 'security-definer',
    summary: 'SECURITY DEFINER: runs with its owner’s rights',
    match: [
      'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$',
      'ALTER FUNCTION f() SECURITY DEFINER',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['alter'],
    objects: ['security-definer'],
    reason: (effect) => `${effect.name} would run with its owner’s rights for whoever calls it`,
    hint: 'Use SECURITY INVOKER',
  }),
  rule({
    id: 'untrusted-extension',
    summary: 'extensions with untrusted languages, files or network',
    match: ['CREATE EXTENSION plpython3u', 'CREATE EXTENSION dblink'],
    ignore: ['CREATE EXTENSION pg_trgm'],
    actions: ['create'],
    objects: ['extension'],
    when: (effect) => UNTRUSTED.test(effect.name ?? ''),
    keepsBlock: true,
    reason: (effect) => `extension ${effect.name} runs code outside of SQL, or reaches other servers`,
    hint: 'Let a database administrator do it',
  }),
  rule({
    id: 'extension',
    summary: 'other extensions than the well-known harmless ones',
    match: [
      'CREATE EXTENSION pg_stat_statements',
      'ALTER EXTENSION citext UPDATE',
      'CREATE EXTENSION cube CASCADE',
    ],
    ignore: ['CREATE EXTENSION IF NOT EXISTS pgcrypto', 'CREATE EXTENSION dblink'],
    actions: ['create', 'alter'],
    objects: ['extension'],
    when: (effect) =>
      effect.action === 'alter' ||
      effect.cascade === true ||
      !(HARMLESS.test(effect.name ?? '') || UNTRUSTED.test(effect.name ?? '')),
    reason: (effect) => `extension ${effect.name} brings code that is not in the text`,
    hint: 'Have it reviewed',
  }),
  rule({
    id: 'native-code',
    summary: 'LOAD, functions in C, languages and access methods',
    match: [
      "LOAD 'x'",
      "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y'",
      'CREATE LANGUAGE x HANDLER f',
    ],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'],
    actions: ['load', 'create'],
    objects: ['library', 'native-code', 'language'],
    keepsBlock: true,
    reason: (effect) => `this loads code into the server process: ${thing(effect)}`,
    hint: 'Let a database administrator do it',
  }),
  rule({
    id: 'foreign-code',
    summary: 'functions in languages that cannot be analysed',
    match: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ return 1 $$'],
    ignore: ['CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$'],
    actions: ['load'],
    objects: ['foreign-code'],
    reason: (effect) => `code in ${effect.name} cannot be analysed`,
    hint: 'Write it in SQL or PL/pgSQL',
  }),
]
