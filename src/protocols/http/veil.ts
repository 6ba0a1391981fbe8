// The credential never comes back: wherever an answer holds it, stars of the same length do.
import type { HttpTerms, Login } from '../../core/grant.ts'

/** Shorter ones are in every text. */
const LEAST = 4

/** The credential as answers may quote it. */
export function needlesOf(login: Login, { scheme }: HttpTerms): Buffer[] {
  if (!('password' in login)) return []
  const secret = login.password.reveal()
  const sent = scheme === 'basic' ? Buffer.from(`${login.user}:${secret}`).toString('base64') : secret
  const forms = [secret, sent].flatMap((text) => [
    text,
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ])
  return [...new Set(forms)]
    .filter((text) => text.length >= LEAST)
    .sort((a, b) => b.length - a.length)
    .map((text) => Buffer.from(text))
}

export class Veil {
  readonly #needles: readonly Buffer[]
  #held = Buffer.alloc(0)
  /** Whether it was there. */
  found = false

  constructor(needles: readonly Buffer[]) {
    this.#needles = needles
  }

  /** All but an end that may be the beginning of it. */
  write(chunk: Buffer): Buffer {
    const bytes = this.#covered(this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]))
    const kept = Math.max(0, ...this.#needles.map((needle) => overlap(bytes, needle)))
    this.#held = Buffer.from(bytes.subarray(bytes.length - kept))
    return bytes.subarray(0, bytes.length - kept)
  }

  end(): Buffer {
    const left = this.#held
    this.#held = Buffer.alloc(0)
    return left
  }

  /** A text that stands alone. */
  text(value: string): string {
    const bytes = Buffer.from(value, 'latin1')
    const covered = this.#covered(bytes)
    return covered === bytes ? value : covered.toString('latin1')
  }

  #covered(bytes: Buffer): Buffer {
    let out = bytes
    for (const needle of this.#needles)
      for (let at = out.indexOf(needle); at !== -1; at = out.indexOf(needle, at + needle.length)) {
        if (out === bytes) out = Buffer.from(bytes)
        out.fill('*', at, at + needle.length)
        this.found = true
      }
    return out
  }
}

/** Bytes at the end with which the needle begins. */
function overlap(bytes: Buffer, needle: Buffer): number {
  for (let length = Math.min(needle.length - 1, bytes.length); length > 0; length--)
    if (
      bytes[bytes.length - length] === needle[0] &&
      bytes.subarray(-length).equals(needle.subarray(0, length))
    )
      return length
  return 0
}
