// What node's HTTP parser lets through and this server does not: everything that two readers could read differently.
import type { IncomingMessage } from 'node:http'

/** Headers that decide something here: at most once. */
const ONCE = [
  'host',
  'content-length',
  'content-type',
  'transfer-encoding',
  'authorization',
  'dpop',
  'connection',
]

/** Why a request is refused before anything looks at it; undefined when it is plain. */
export function refusal(request: IncomingMessage): string | undefined {
  const { rawHeaders, url = '', headers } = request
  const seen = new Set<string>()
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? ''
    if (ONCE.includes(name) && seen.has(name)) return `${name} occurs twice`
    seen.add(name)
  }
  if (!url.startsWith('/')) return 'the address must be a path'
  if (/%(2e|2f|5c|00)|\\|;|\/\.{1,2}(\/|\?|$)|\/\//i.test(url.split('?')[0] ?? ''))
    return 'the path is ambiguous'
  if (headers.upgrade !== undefined) return 'upgrades are not supported'
  if (headers['transfer-encoding'] !== undefined) return 'a body must have a content-length'
  if (!/^(keep-alive|close)?$/i.test(headers.connection ?? ''))
    return 'connection must be keep-alive or close'
  return undefined
}
