// Media types (RFC 9110, 8.3): in which form a body is read.
import type { BodyForm } from '../../masking/index.ts'

export interface Media {
  /** `application/json`, in lower case. */
  readonly type: string
  /** Undefined for what is not text. */
  readonly form: BodyForm | undefined
  /** In lower case; absent when the type does not say. */
  readonly charset?: string
}

const TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+"
const TYPE = new RegExp(
  `^(${TOKEN}/${TOKEN})((?:[ \\t]*;[ \\t]*(?:${TOKEN}=(?:${TOKEN}|"[^"\\\\]*"))?)*)[ \\t]*$`,
)
const TEXTS =
  /^(text\/.+|application\/(xml|javascript|x-javascript|ecmascript|yaml|x-yaml|toml|sql|graphql|x-sh|xhtml\+xml|openmetrics-text)|.+\+(xml|yaml)|image\/svg\+xml)$/
const JSONS =
  /^(application\/(json|x-json|x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq)|text\/(json|x-json)|.+\+(json|json-seq))$/

/** Undefined when there is none, or it cannot be read. */
export function mediaType(value: string | undefined): Media | undefined {
  const [, type, parameters] = TYPE.exec(value ?? '') ?? []
  if (type === undefined) return undefined
  const own = type.toLowerCase()
  const charsets = [...(parameters ?? '').matchAll(/;[ \t]*charset="?([^";]*)"?/gi)].map(([, name = '']) =>
    name.trim().toLowerCase(),
  )
  // Which one counts is another one's choice.
  if (charsets.length > 1) return undefined
  const [charset] = charsets
  return { type: own, form: formOf(own), ...(charset === undefined ? {} : { charset: aliases(charset) }) }
}

function formOf(type: string): BodyForm | undefined {
  if (type === 'text/event-stream') return 'events'
  if (type === 'application/x-www-form-urlencoded') return 'form'
  if (JSONS.test(type)) return 'json'
  return TEXTS.test(type) ? 'text' : undefined
}

const aliases = (charset: string): string => (charset === 'utf8' ? 'utf-8' : charset)

/** Characters below 128 are the bytes that detectors look for. */
export const isAscii = (charset: string | undefined): boolean =>
  charset === undefined || /^(utf-8|us-ascii|ascii|iso-8859-\d{1,2}|latin1|windows-125\d)$/.test(charset)

/** `image/*` */
export const allows = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith('/*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  )
