// Other ways to write a statement: the server does the same, or wraps it in something that runs it.
import type { Random } from '../execution/random.ts'

type Mutation = (text: string, random: Random) => string | undefined

const LEX =
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|[uU]&'(?:[^']|'')*'|[uU]&"(?:[^"]|"")*"|[bBxXnN]?'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*|(\$(?:[A-Za-z_]\w*)?\$)|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d+(?:\.\d+)?|\s+|[\s\S]/g

export interface Token {
  readonly kind: 'word' | 'string' | 'space' | 'comment' | 'other'
  readonly text: string
}

export function tokens(text: string): Token[] {
  const found: Token[] = []
  const lexer = new RegExp(LEX)
  for (let match = lexer.exec(text); match; match = lexer.exec(text)) {
    let [word] = match
    if (match[1] !== undefined || word === '/*') {
      const close = text.indexOf(match[1] ?? '*/', lexer.lastIndex)
      const end = close === -1 ? text.length : close + (match[1] ?? '*/').length
      word = text.slice(match.index, end)
      lexer.lastIndex = end
    }
    found.push({ kind: kindOf(word), text: word })
  }
  return found
}

function kindOf(word: string): Token['kind'] {
  if (/^\s/.test(word)) return 'space'
  if (/^(--|\/\*)/.test(word)) return 'comment'
  if (/^[A-Za-z_\u0080-\uffff][^'&"]*$/.test(word)) return 'word'
  return /^[eEuUbBxXnN]?&?['$]/.test(word) ? 'string' : 'other'
}

/** Names must not be taken for words of the grammar. */
const KEYWORDS = new Set(
  `all alter always analyze and any array as asc authorization begin between by call cascade case cast check cluster collate column comment commit concurrently
  constraint copy create cross current cursor data database deallocate declare default delete desc detach disable discard distinct do domain drop each else enable end event
  except execute exists explain extension false fetch for foreign format from full function generated global grant group having if ilike in index inherit inner insert instead
  intersect into is isolation join key language lateral left level like limit listen load local lock logged login mapping match matched materialized merge move natural
  no not nothing notify null of off offset on only option or order outer over owned owner parser partition password policy prepare primary privileges procedure program
  publication reassign recursive references refresh reindex rename replica reset restart restrict returning returns revoke right role rollback row rows rule savepoint schema
  security select sequence server session set setof show similar some statement statistics stdin stdout subscription superuser system table tablespace temp temporary text then
  to trigger true truncate type union unique unlisten unlogged update user using vacuum valid validate values varying view when where while window with without zone int
  integer bigint numeric boolean char varchar date time timestamp interval precision double real bit xmlelement substring position trim overlay extract coalesce greatest least nullif`.split(
    /\s+/,
  ),
)

const words = (text: string, change: (word: string) => string): string =>
  tokens(text)
    .map((token) => (token.kind === 'word' ? change(token.text) : token.text))
    .join('')

/** A comment to the end of its line keeps the line's end. */
const spaces = (text: string, space: () => string): string =>
  tokens(text)
    .map((token, index, all) => {
      if (token.kind !== 'space') return token.text
      return all[index - 1]?.text.startsWith('--') ? `\n${space()}` : space()
    })
    .join('')

/** A word that names something, as the server folds it. */
const named = (text: string, change: (name: string) => string): string =>
  words(text, (word) => (KEYWORDS.has(word.toLowerCase()) ? word : change(word.toLowerCase())))

const escaped = (name: string, random: Random): string =>
  [...name]
    .map((letter) => {
      const code = letter.codePointAt(0)?.toString(16) ?? ''
      return random.once(3)
        ? random.once(2)
          ? `!${code.padStart(4, '0')}`
          : `!+${code.padStart(6, '0')}`
        : letter
    })
    .join('')

/** Each plain string in another notation. */
const strings = (text: string, change: (content: string) => string): string =>
  tokens(text)
    .map(({ kind, text: word }) =>
      kind === 'string' && word.startsWith("'") && !word.includes('\\')
        ? change(word.slice(1, -1).replaceAll("''", "'"))
        : word,
    )
    .join('')

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
const tag = (text: string): string => (text.includes('$m$') ? '$m2$' : '$m$')
const dollar = (text: string): string => `${tag(text)}${text}${tag(text)}`
const single = (text: string): string => text.trim().replace(/;\s*$/, '')
const first = (text: string): string =>
  /^\s*(\w+)/.exec(text.replace(/^(\s|--[^\n]*\n|\/\*.*?\*\/)+/s, ''))?.[1]?.toLowerCase() ?? ''
const is = (text: string, ...kinds: string[]): boolean =>
  kinds.includes(first(text)) && !single(text).includes(';')
const returning = (text: string): string =>
  /\breturning\b/i.test(text) ||
  first(text) === 'select' ||
  first(text) === 'values' ||
  first(text) === 'table'
    ? single(text)
    : `${single(text)} RETURNING 1`
const ROWS = ['select', 'insert', 'update', 'delete', 'merge', 'with', 'values', 'table'] as const
const CHANGES = ['insert', 'update', 'delete'] as const

const COMMENTS = [
  '/* x */',
  '/* a /* nested; */ b */',
  '-- x\n',
  '/**/',
  "/* ' */",
  '/* $$ */',
  '-- ;\n',
] as const
const BLANKS = [' ', '\t', '\n', '\r\n', '\f', '\v', '  \n\t '] as const

/** In the order of the brief: how it is written, then what it is put into. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  upper: (text) => words(text, (word) => word.toUpperCase()),
  lower: (text) => words(text, (word) => word.toLowerCase()),
  mixed: (text, random) =>
    words(text, (word) =>
      [...word].map((c) => (random.once(2) ? c.toUpperCase() : c.toLowerCase())).join(''),
    ),
  comments: (text, random) => spaces(text, () => ` ${random.pick(COMMENTS)} `),
  'comments for spaces': (text, random) => spaces(text, () => random.pick(COMMENTS)),
  blanks: (text, random) => spaces(text, () => random.pick(BLANKS)),
  'comment before': (text, random) => `${random.pick(COMMENTS)}${text}`,
  quoted: (text, random) => named(text, (name) => (random.once(4) ? name : `"${name}"`)),
  'unicode names': (text, random) => named(text, (name) => `U&"${escaped(name, random)}" UESCAPE '!'`),
  'unicode names, plain': (text) =>
    named(
      text,
      (name) =>
        `U&"${[...name].map((c) => `\\${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')}"`,
    ),
  'escape strings': (text) =>
    strings(
      text,
      (content) =>
        `E'${[...content].map((c) => (c < '\x80' ? `\\x${(c.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}` : c)).join('')}'`,
    ),
  'unicode strings': (text, random) =>
    strings(text, (content) => `U&'${escaped(content, random).replaceAll("'", "''")}' UESCAPE '!'`),
  'dollar strings': (text) => strings(text, dollar),
  'split strings': (text) =>
    strings(
      text,
      (content) =>
        `${quoted(content.slice(0, content.length / 2))}\n  ${quoted(content.slice(content.length / 2))}`,
    ),
  semicolons: (text) => `;;${text};;`,
  after: (text) => `SELECT 1; ${text}`,
  before: (text) => `${single(text)}; SELECT 1`,
  transaction: (text) => `BEGIN; ${single(text)}; COMMIT`,
  savepoints: (text) => `BEGIN; SAVEPOINT s; ${single(text)}; RELEASE s; COMMIT`,
  schema: (text) =>
    text.replace(
      /\b(from|update|into|table|join|truncate)\s+(?!only\b|table\b|if\b|select\b|pg_)([a-z_]\w*)(?![\w.(])/gi,
      '$1 public.$2',
    ),
  database: (text) =>
    text.replace(
      /\b(from|update|into|join)\s+(?!only\b|select\b|pg_)([a-z_]\w*)(?![\w.(])/gi,
      '$1 postgres.public.$2',
    ),
  only: (text) => text.replace(/\b(from|update|truncate)\s+(?!only\b|table\b)([a-z_])/gi, '$1 ONLY $2'),
  'if exists': (text) =>
    text.replace(
      /\b(drop|alter)\s+(table|view|index|schema|sequence|type|function|materialized view|database|role|policy|trigger)\s+(?!if\b)/gi,
      '$1 $2 IF EXISTS ',
    ),
  explained: (text) =>
    is(text, ...ROWS, 'create', 'execute', 'declare') ? `EXPLAIN ANALYZE ${text}` : undefined,
  'explained with options': (text) =>
    is(text, ...ROWS, 'create') ? `EXPLAIN (COSTS OFF, ANALYZE TRUE, TIMING OFF) ${text}` : undefined,
  'analyze off and on': (text) =>
    is(text, ...ROWS) ? `EXPLAIN (ANALYZE off, ANALYZE on) ${text}` : undefined,
  prepared: (text) => (is(text, ...ROWS) ? `PREPARE m AS ${single(text)}; EXECUTE m` : undefined),
  'explained execute': (text) =>
    is(text, ...ROWS) ? `PREPARE m AS ${single(text)}; EXPLAIN ANALYZE EXECUTE m` : undefined,
  'created as execute': (text) =>
    is(text, ...CHANGES, 'select')
      ? `PREPARE m AS ${returning(text)}; CREATE TABLE m AS EXECUTE m`
      : undefined,
  cte: (text) =>
    is(text, ...CHANGES, 'select') ? `WITH m AS (${returning(text)}) SELECT * FROM m` : undefined,
  'cte unread': (text) => (is(text, ...CHANGES) ? `WITH m AS (${single(text)}) SELECT 1` : undefined),
  'cte of cte': (text) =>
    is(text, ...CHANGES, 'select')
      ? `WITH a AS (SELECT 1), m AS (${returning(text)}), z AS (TABLE m) INSERT INTO pg_temp.x SELECT * FROM z`
      : undefined,
  'cte recursive': (text) =>
    is(text, ...CHANGES)
      ? `WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT n FROM r), m AS MATERIALIZED (${returning(text)}) SELECT * FROM r, m`
      : undefined,
  copied: (text) =>
    is(text, ...CHANGES, 'select', 'with') ? `COPY (${returning(text)}) TO STDOUT` : undefined,
  'created as': (text) =>
    is(text, 'select', 'values', 'table') ? `CREATE TABLE m AS ${single(text)}` : undefined,
  view: (text) =>
    is(text, 'select', 'values', 'table') ? `CREATE VIEW m AS ${single(text)}; SELECT * FROM m` : undefined,
  'sub-select': (text) =>
    is(text, 'select', 'values', 'table') ? `SELECT * FROM (${single(text)}) m` : undefined,
  scalar: (text) => (is(text, 'select', 'values') ? `SELECT (${single(text)})` : undefined),
  exists: (text) => (is(text, 'select', 'values') ? `SELECT EXISTS (${single(text)})` : undefined),
  lateral: (text) =>
    is(text, 'select', 'values') ? `SELECT * FROM (VALUES (1)) v, LATERAL (${single(text)}) m` : undefined,
  brackets: (text) => (is(text, 'select', 'values') ? `((${single(text)}))` : undefined),
  union: (text) => (is(text, 'select', 'values') ? `SELECT NULL UNION ALL (${single(text)})` : undefined),
  'insert of': (text) =>
    is(text, 'select', 'values') ? `INSERT INTO notes (name) ${single(text)}` : undefined,
  cursor: (text) =>
    is(text, 'select', 'values', 'table', 'with')
      ? `DECLARE m CURSOR WITH HOLD FOR ${single(text)}; FETCH ALL FROM m`
      : undefined,
  default: (text) => (is(text, 'select') ? `CREATE TABLE m (a text DEFAULT (${single(text)}))` : undefined),
  do: (text) => `DO ${dollar(`BEGIN ${plpgsql(text)}; END`)}`,
  'do with language': (text) => `DO LANGUAGE plpgsql ${quoted(`BEGIN ${plpgsql(text)}; END`)}`,
  'do execute': (text) => `DO $d$ BEGIN EXECUTE ${dollar(single(text))}; END $d$`,
  'do execute quoted': (text) => `DO $d$ BEGIN EXECUTE ${quoted(single(text))}; END $d$`,
  'do execute halves': (text, random) => {
    const at = 1 + random.below(Math.max(1, text.length - 1))
    return `DO $d$ BEGIN EXECUTE ${quoted(text.slice(0, at))} || ${quoted(text.slice(at))}; END $d$`
  },
  'do execute format': (text) => `DO $d$ BEGIN EXECUTE format('%s', ${quoted(single(text))}); END $d$`,
  'do execute variable': (text) =>
    `DO $d$ DECLARE q text := ${quoted(single(text))}; BEGIN EXECUTE q; END $d$`,
  'do execute concat': (text) =>
    `DO $d$ BEGIN EXECUTE concat(${quoted(text.slice(0, 4))}, ${quoted(single(text).slice(4))}); END $d$`,
  'do execute decoded': (text) =>
    `DO $d$ BEGIN EXECUTE convert_from(decode('${Buffer.from(single(text)).toString('hex')}', 'hex'), 'UTF8'); END $d$`,
  'do if': (text) => `DO ${dollar(`BEGIN IF true THEN ${plpgsql(text)}; END IF; END`)}`,
  'do loop': (text) =>
    `DO ${dollar(`BEGIN FOR i IN 1..1 LOOP ${plpgsql(text)}; END LOOP; EXCEPTION WHEN division_by_zero THEN NULL; END`)}`,
  'do handler': (text) =>
    `DO ${dollar(`BEGIN PERFORM 1/0; EXCEPTION WHEN others THEN ${plpgsql(text)}; END`)}`,
  'do for rows': (text) =>
    is(text, ...CHANGES, 'select')
      ? `DO ${dollar(`DECLARE r record; BEGIN FOR r IN ${returning(text)} LOOP NULL; END LOOP; END`)}`
      : undefined,
  'sql function': (text) =>
    `CREATE FUNCTION m() RETURNS void LANGUAGE sql AS ${dollar(single(text))}; SELECT m()`,
  'sql function, quoted': (text) =>
    `CREATE OR REPLACE FUNCTION pg_temp.m() RETURNS void AS ${quoted(single(text))} LANGUAGE 'sql'; SELECT pg_temp.m()`,
  'plpgsql function': (text) =>
    `CREATE FUNCTION m() RETURNS int LANGUAGE plpgsql AS ${dollar(`BEGIN ${plpgsql(text)}; RETURN 1; END`)}; SELECT * FROM m()`,
  'function with dynamic': (text) =>
    `CREATE FUNCTION m(q text) RETURNS void LANGUAGE plpgsql AS $d$ BEGIN EXECUTE q; END $d$; SELECT m(${quoted(single(text))})`,
  'atomic function': (text) =>
    is(text, ...CHANGES, 'select')
      ? `CREATE FUNCTION m() RETURNS void LANGUAGE sql BEGIN ATOMIC ${single(text)}; END; SELECT m()`
      : undefined,
  procedure: (text) => `CREATE PROCEDURE m() LANGUAGE sql AS ${dollar(single(text))}; CALL m()`,
  'trigger function': (text) =>
    `CREATE FUNCTION m() RETURNS trigger LANGUAGE plpgsql AS ${dollar(`BEGIN ${plpgsql(text)}; RETURN NEW; END`)}; CREATE TRIGGER m AFTER INSERT ON notes EXECUTE FUNCTION m(); INSERT INTO notes (id, a) VALUES (9000, 1)`,
  rule: (text) =>
    is(text, ...CHANGES)
      ? `CREATE RULE m AS ON INSERT TO notes DO ALSO ${single(text)}; INSERT INTO notes (id, a) VALUES (9000, 1)`
      : undefined,
  'to xml': (text) =>
    is(text, ...CHANGES, 'select')
      ? `SELECT query_to_xml(${quoted(returning(text))}, true, true, '')`
      : undefined,
  'search path': (text) => `SET LOCAL search_path = public; ${text}`,
  'constants cast': (text) =>
    text.replace(/=\s*(\d+)\b/g, '= $1::int').replace(/=\s*('[^']*')(?!::)/g, '= CAST($1 AS text)'),
  tautology: (text) => text.replace(/\bwhere\s+(true|1\s*=\s*1)\b/gi, 'WHERE NOT (1 <> 1)'),
  'or true': (text) =>
    is(text, 'update', 'delete') && /\bwhere\b/i.test(text)
      ? text.replace(/\bwhere\b([^;]*?)(\breturning\b|;|$)/i, 'WHERE ($1) OR NOT false $2')
      : undefined,
}

/** SELECT has no place in PL/pgSQL without INTO. */
const plpgsql = (text: string): string => single(text).replace(/^\s*select\b/i, 'PERFORM')

/** `count` mutants, each made by one to three mutations; those that change nothing are left out. */
export function mutants(text: string, random: Random, count: number): Map<string, string> {
  const names = Object.keys(MUTATIONS)
  const found = new Map<string, string>()
  for (let tries = 0; found.size < count && tries < 12 * count; tries++) {
    let mutant = text
    const by: string[] = []
    for (let step = 0; step <= random.below(3); step++) {
      const name = random.pick(names)
      const next = MUTATIONS[name]?.(mutant, random)
      if (next === undefined || next === mutant) continue
      mutant = next
      by.push(name)
    }
    if (by.length > 0 && mutant !== text && mutant.length < 8000) found.set(mutant, by.join(', '))
  }
  return found
}
