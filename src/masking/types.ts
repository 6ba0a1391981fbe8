// What stands in for a value of each built-in type: valid on the wire in text and in binary format.
// Binary layouts: the `…recv` functions in PostgreSQL's src/backend/utils/adt.
import type { Way } from './detected.ts'

export interface Constant {
  readonly text: Buffer
  readonly binary: Buffer
}

function constant(text: string, binary: Buffer): Constant {
  return { text: Buffer.from(text), binary }
}

/** A value of a type that users made, by `pg_type.typtype`; undefined where none is known. `label`: the enum's first. */
export function userConstant(typtype: string, label: string | undefined): Constant | undefined {
  if (typtype === 'e' && label !== undefined) return constant(label, Buffer.from(label))
  if (typtype === 'r') return EMPTY_RANGE
  return typtype === 'm' ? EMPTY_MULTIRANGE : undefined
}

const zeros = (length: number) => Buffer.alloc(length)

/** Types whose text and binary formats are the same text, of any content. */
const TEXT: ReadonlySet<string> = new Set([
  'text',
  'varchar',
  'bpchar',
  'name',
  'citext',
  'refcursor',
  'cstring',
  'unknown',
])

const RANGES = ['int4range', 'int8range', 'numrange', 'tsrange', 'tstzrange', 'daterange']
const MULTIRANGES = RANGES.map((name) => name.replace('range', 'multirange'))
const REGISTERED = [
  'regclass',
  'regproc',
  'regprocedure',
  'regoper',
  'regoperator',
  'regtype',
  'regrole',
].concat(['regnamespace', 'regconfig', 'regdictionary', 'regcollation'])

// flag: empty
const EMPTY_RANGE = constant('empty', Buffer.from([1]))
// count
const EMPTY_MULTIRANGE = constant('{}', zeros(4))

/** 2000-01-01 is day and microsecond 0 of the wire. */
const CONSTANTS: Readonly<Record<string, Constant>> = {
  bool: constant('f', zeros(1)),
  char: constant('*', Buffer.from('*')),
  int2: constant('0', zeros(2)),
  int4: constant('0', zeros(4)),
  int8: constant('0', zeros(8)),
  oid: constant('0', zeros(4)),
  xid: constant('0', zeros(4)),
  cid: constant('0', zeros(4)),
  xid8: constant('0', zeros(8)),
  tid: constant('(0,0)', zeros(6)),
  pg_lsn: constant('0/0', zeros(8)),
  float4: constant('0', zeros(4)),
  float8: constant('0', zeros(8)),
  // digits, weight, sign, scale
  numeric: constant('0', zeros(8)),
  money: constant('0', zeros(8)),
  date: constant('2000-01-01', zeros(4)),
  time: constant('00:00:00', zeros(8)),
  timetz: constant('00:00:00+00', zeros(12)),
  timestamp: constant('2000-01-01 00:00:00', zeros(8)),
  timestamptz: constant('2000-01-01 00:00:00+00', zeros(8)),
  interval: constant('00:00:00', zeros(16)),
  uuid: constant('00000000-0000-0000-0000-000000000000', zeros(16)),
  json: constant('"****"', Buffer.from('"****"')),
  // version 1, then text
  jsonb: constant('"****"', Buffer.from('\x01"****"')),
  jsonpath: constant('$', Buffer.from('\x01$')),
  xml: constant('****', Buffer.from('****')),
  bytea: constant('\\x', zeros(0)),
  // family (2: IPv4), bits, is cidr, length, address
  inet: constant('0.0.0.0', Buffer.from([2, 32, 0, 4, 0, 0, 0, 0])),
  cidr: constant('0.0.0.0/0', Buffer.from([2, 0, 1, 4, 0, 0, 0, 0])),
  macaddr: constant('00:00:00:00:00:00', zeros(6)),
  macaddr8: constant('00:00:00:00:00:00:00:00', zeros(8)),
  point: constant('(0,0)', zeros(16)),
  line: constant('{1,0,0}', Buffer.from([0x3f, 0xf0, ...zeros(22)])),
  lseg: constant('[(0,0),(0,0)]', zeros(32)),
  box: constant('(0,0),(0,0)', zeros(32)),
  // closed, one point
  path: constant('((0,0))', Buffer.from([1, 0, 0, 0, 1, ...zeros(16)])),
  polygon: constant('((0,0))', Buffer.from([0, 0, 0, 1, ...zeros(16)])),
  circle: constant('<(0,0),0>', zeros(24)),
  tsvector: constant('', zeros(4)),
  // one item: a value without weight or prefix
  tsquery: constant("'x'", Buffer.from([0, 0, 0, 1, 1, 0, 0, 0x78, 0])),
  ...Object.fromEntries(RANGES.map((name) => [name, EMPTY_RANGE])),
  ...Object.fromEntries(MULTIRANGES.map((name) => [name, EMPTY_MULTIRANGE])),
  ...Object.fromEntries(REGISTERED.map((name) => [name, constant('-', zeros(4))])),
}

/** How a type is masked: as text, by a constant, bit by bit, as an empty array, or by NULL. */
export type Treatment =
  | { readonly as: 'text' | 'bits' | 'array' | 'null' }
  | { readonly as: 'constant'; readonly constant: Constant }

/** `type` is the server's `typname`. Enums, domains over them, composites and unknown types have no constant. */
export function treatment(type: string | undefined): Treatment {
  if (type === undefined) return { as: 'null' }
  if (TEXT.has(type)) return { as: 'text' }
  if (type === 'bit' || type === 'varbit') return { as: 'bits' }
  if (type.startsWith('_')) return { as: 'array' }
  return Object.hasOwn(CONSTANTS, type) ? { as: 'constant', constant: CONSTANTS[type]! } : { as: 'null' }
}

/** Text in a notation that has no room for stars. */
const NOTATIONS: ReadonlySet<string> = new Set(['tsvector', 'tsquery', 'jsonpath'])

/**
 * How a detector treats a cell: not at all, as text (also in JSON, XML, or some other notation), as bytes whose lengths may
 * not change, as a `bytea`, or by a constant for the whole as soon as something is in it.
 */
export type Scanned = 'not' | Way | 'blob' | { readonly constant: Buffer }

export function scanned(type: string | undefined, format: 'text' | 'binary'): Scanned {
  if (type === undefined) return format === 'binary' ? 'fixed' : 'nested'
  if (type === 'json' || type === 'jsonb') return 'json'
  if (type === 'xml') return 'xml'
  if (TEXT.has(type)) return 'text'
  if (type === 'bytea') return 'blob'
  if (NOTATIONS.has(type)) return { constant: CONSTANTS[type]![format] }
  if (Object.hasOwn(CONSTANTS, type) || type === 'bit' || type === 'varbit') return 'not'
  return format === 'binary' ? 'fixed' : 'nested'
}
