// Calls that hand their arguments to somebody who is not the client: channels, files, other servers, the log.
import type { FuncCall } from '@pgsql/types'
import { HELD, varies } from './bodies/held.ts'
import type { Collector } from './collector.ts'
import { references } from './columns.ts'
import { callEffect } from './functions.ts'
import { parts } from './tree.ts'

/** Harmless, yet what they are given can be read elsewhere: in `pg_locks`, from `random()`. */
const KEEPS = /^(setseed|pg_(?:try_)?advisory_\w*lock\w*|dblink\w*|http\w*|net_http_\w+)$/

/** A call that hands its arguments to somebody who is not the client. */
export function sinkFlow(call: FuncCall, c: Collector): void {
  const name = parts(call.funcname).at(-1) ?? ''
  if (!varies(call.args) || !(KEEPS.test(name) || changesSomething(call))) return
  const place = `${name}()`
  if (c.held) c.flow({ place, sources: [HELD] })
  else if (c.depth > 0) c.flow({ place, sources: c.relations.map((relation) => `${relation}.*`) })
  else c.sinks.add(place)
}

/** Whatever a built-in function changes or sets off may show what it was given. What others do, the catalogue tells. */
function changesSomething(call: FuncCall): boolean {
  const effect = callEffect(call)
  return effect !== undefined && effect.object !== 'function'
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
