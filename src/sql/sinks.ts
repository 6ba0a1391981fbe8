// Calls that hand their arguments to somebody who is not the client: channels, files, other servers, the log.
import type { FuncCall } from '@pgsql/types'
import { HELD, varies } from './bodies/held.ts'
import type { Collector } from './collector.ts'
import { references } from './columns.ts'
import { parts } from './tree.ts'

const SINKS =
  /^(pg_notify|set_config|setseed|pg_(?:try_)?advisory_\w*lock\w*|lo_from_bytea|lo_put|lowrite|pg_file_write|pg_logical_emit_message|dblink\w*|http\w*|net_http_\w+)$/

/** A call that hands its arguments to somebody who is not the client. */
export function sinkFlow(call: FuncCall, c: Collector): void {
  const name = parts(call.funcname).at(-1) ?? ''
  if (!SINKS.test(name) || !varies(call.args)) return
  const place = `${name}()`
  if (c.held) c.flow({ place, sources: [HELD] })
  else if (c.depth > 0) c.flow({ place, sources: c.relations.map((relation) => `${relation}.*`) })
  else c.sinks.add(place)
}

/** What the calls of the text were handed: any column that it names, of any relation that it names. */
export function sunkFlows(statements: readonly unknown[], c: Collector): void {
  if (c.sinks.size === 0) return
  const text = JSON.stringify(statements)
  const relations = new Set([...c.relations.map((name) => name.split('.').at(-1) ?? ''), ...aliases(text)])
  const columns = new Set(references(statements).map((names) => names.at(-1) ?? '*'))
  const rows =
    /"(?:A_Star|colnames|aliascolnames)":/.test(text) || [...columns].some((name) => relations.has(name))
  const named = rows ? ['*'] : [...columns]
  const sources = c.relations.flatMap((relation) => named.map((column) => `${relation}.${column}`))
  for (const place of c.sinks) c.flow({ place, sources })
}

const aliases = (text: string): string[] =>
  [...text.matchAll(/"(?:aliasname|ctename)":"([^"]*)"/g)].map(([, name = '']) => name)
