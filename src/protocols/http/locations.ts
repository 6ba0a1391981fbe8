// Addresses in an answer’s headers: those of the target lead to the session, others stay and are not followed.
import type { TargetTerms } from '../../core/grant.ts'

const PLACES = /^(location|content-location|link|refresh)$/i

/** `base`: `http://127.0.0.1:4711/PASSWORD`. */
export function localized(name: string, value: string, terms: TargetTerms, base: string): string {
  if (!PLACES.test(name)) return value
  if (/^link$/i.test(name))
    return value.replace(/<([^<>]*)>/g, (_, place: string) => `<${local(place, terms, base)}>`)
  if (/^refresh$/i.test(name))
    return value.replace(/(url=)(.*)$/i, (_, key: string, place: string) => key + local(place, terms, base))
  return local(value, terms, base)
}

function local(place: string, { host, port, tls }: TargetTerms, base: string): string {
  const path = new URL(base).pathname.replace(/\/$/, '')
  if (/^\/(?!\/)/.test(place)) return `${path}${place}`
  if (!/^(https?:)?\/\//i.test(place)) return place
  const scheme = tls?.mode === 'disable' ? 'http:' : 'https:'
  const absolute = place.startsWith('//') ? `${scheme}${place}` : place
  if (!URL.canParse(absolute)) return place
  const url = new URL(absolute)
  const own = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port)
  const name = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== scheme || name !== host.toLowerCase() || own !== port) return place
  return `${base}${url.pathname}${url.search}${url.hash}`
}
