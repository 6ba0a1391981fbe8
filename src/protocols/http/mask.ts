// Which masks an answer's body needs, and whether it can be masked at all.
import { type BodyMask, Unmaskable } from '../../masking/index.ts'
import { isKnown } from './encoding.ts'
import { type Header, valuesOf } from './headers.ts'
import { allows, isAscii, mediaType } from './media.ts'
import type { Shared } from './shared.ts'

export interface Reading {
  /** Undefined when its bytes are shown as they are. */
  readonly mask: BodyMask | undefined
  readonly encoding: string | undefined
  /** Shown as soon as it is there: nobody waits for the end of a stream. */
  readonly live: boolean
}

/** Throws `Unmaskable` for an answer that may not be shown. */
export function readingOf(status: number, headers: readonly Header[], shared: Shared): Reading {
  const encodings = valuesOf(headers, 'content-encoding').join(',').toLowerCase().trim()
  const encoding = encodings === '' || encodings === 'identity' ? undefined : encodings
  if (!isKnown(encoding)) throw new Unmaskable('its encoding is not known here')
  if (encoding !== undefined && status === 206) throw new Unmaskable('it is a part of something encoded')
  if (!shared.masks) return { mask: undefined, encoding, live: true }
  const types = valuesOf(headers, 'content-type')
  const media = types.length === 1 ? mediaType(types[0]) : undefined
  if (!media) throw new Unmaskable('it does not say of which type it is')
  const { unmasked } = shared.http
  const fields = (shared.terms.masks.fields ?? []).length > 0
  const { form, type, charset } = media
  const allowed = allows(unmasked, type)
  if (form === undefined || (form === 'text' && fields)) {
    if (!allowed) throw new Unmaskable(`masks cannot look into ${type}`)
    if (form === undefined) return { mask: undefined, encoding, live: true }
  }
  if (status === 206) throw new Unmaskable('it is a part of something')
  const wide =
    form === 'text' ? !isAscii(charset) : charset !== undefined && !/^(utf-8|us-ascii)$/.test(charset)
  if (wide) throw new Unmaskable('its character set is not known here')
  return {
    mask: shared.masking.body(form),
    encoding,
    live: form === 'events' || /ndjson|jsonl|seq/.test(type),
  }
}
