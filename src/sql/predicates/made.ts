// What the text itself gave a meaning, or its values to: a condition on that picks as many rows as the text likes.
import type { Effect } from '../../core/statement.ts'
import type { Made } from './names.ts'

/** Rows come to a relation, or get other values. */
const FILLS = new Set(['insert', 'copy-in', 'update'])
const RELATIONS = new Set(['table', 'view', 'materialized-view', 'foreign-table'])

export class MadeNames implements Made {
  readonly columns = new Set<string>()
  readonly relations = new Set<string>()
  readonly views = new Set<string>()

  sees({ action, object, name = '', column, detail }: Effect): void {
    const last = lastOf(name)
    if (FILLS.has(action) || (action === 'alter' && /inherit|partition/.test(object)))
      this.relations.add(last)
    if (action === 'create' && RELATIONS.has(object)) this.relations.add(last)
    if (action === 'create' && object === 'view') this.views.add(last)
    if (action === 'create' && object === 'column' && column !== undefined) this.columns.add(column)
    if ((action === 'rename' || action === 'move') && detail?.startsWith('to ')) {
      const given = lastOf(detail.slice(3))
      this.relations.add(given)
      if (this.views.has(last)) this.views.add(given)
    }
  }
}

/** The last part of a dotted name, as it is without quotes. */
const lastOf = (name: string): string => {
  const part = /("(?:[^"]|"")*"|[^."]*)$/.exec(name)?.[0] ?? ''
  return part.startsWith('"') ? part.slice(1, -1).replaceAll('""', '"') : part
}
