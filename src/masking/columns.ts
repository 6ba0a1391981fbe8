import type { MaskKind, Masks } from '../core/grant.ts'
import type { Column } from './mask.ts'

export interface Columns {
  /** The mask of a column and the pattern it is counted under; undefined when it passes. */
  find(column: Column): { readonly pattern: string; readonly kind: MaskKind } | undefined
  protects(relation: string): boolean
}

interface Pattern {
  readonly pattern: string
  readonly kind: MaskKind
  readonly matches: (name: string) => boolean
  /** Its column's name alone, and whether schema and table are `*`: then the name alone is protected. */
  readonly name: (name: string) => boolean
  readonly anywhere: boolean
  readonly relation: (name: string) => boolean
}

/** Patterns `schema.table.column`; the first match wins, and `*` stops at a dot. */
export function compileColumns(columns: Masks['columns']): Columns {
  const patterns = columns.map(({ pattern, mask }): Pattern => {
    const dot = pattern.lastIndexOf('.')
    const relation = pattern.slice(0, Math.max(0, dot))
    return {
      pattern,
      kind: mask,
      matches: glob(pattern),
      name: glob(pattern.slice(dot + 1)),
      anywhere: /^[*.]*$/.test(relation),
      relation: glob(relation),
    }
  })
  const first = (test: (pattern: Pattern) => boolean, changed?: (kind: MaskKind) => MaskKind) => {
    const hit = patterns.find(test)
    return hit && { pattern: hit.pattern, kind: changed ? changed(hit.kind) : hit.kind }
  }
  return {
    find({ origin, carries, label, plain }) {
      if (patterns.length === 0) return undefined
      const own = origin === undefined ? undefined : first(({ matches }) => matches(origin))
      if (own) return own
      const carried =
        carries &&
        first((pattern) => carries.some((name) => carriesFrom(pattern, name)), plain ? shown : whole)
      if (carried) return carried
      if (origin !== undefined) return undefined
      if (carries) return first(({ anywhere, name }) => anywhere && name(label), whole)
      // Nobody knows what is in it: the name decides the mask, and without one it is redacted.
      return first(({ name }) => name(label), whole) ?? { pattern: patterns[0]!.pattern, kind: 'redact' }
    },
    protects: (relation) => patterns.some((pattern) => pattern.relation(relation)),
  }
}

/** Parts of a computed value could be shifted into what `partial` shows. */
const shown = (kind: MaskKind): MaskKind => (kind === 'partial' ? 'redact' : kind)

/** With `hash`, a query could hash guesses, or parts of the value, next to it: equal hashes tell what it is. */
const whole = (kind: MaskKind): MaskKind => (kind === 'hash' ? 'redact' : shown(kind))

/** `name` is `schema.table.column`, `schema.table.*` for a whole row, or a bare column name. */
function carriesFrom({ matches, name: column, relation }: Pattern, name: string): boolean {
  const dot = name.lastIndexOf('.')
  if (name.endsWith('*')) return dot === -1 || relation(name.slice(0, dot))
  return dot === -1 ? column(name) : matches(name)
}

function glob(pattern: string): (name: string) => boolean {
  if (!pattern.includes('*')) return (name) => name === pattern
  const literals = pattern.split(/\*+/).map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const expression = new RegExp(`^${literals.join('[^.]*')}$`, 's')
  return (name) => expression.test(name)
}
