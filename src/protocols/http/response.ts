// An answer on its way back: read, masked, told.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Unmaskable } from '../../masking/index.ts'
import { decode } from './encoding.ts'
import { type Header, pairs, returned, trailing, valuesOf } from './headers.ts'
import { localized } from './locations.ts'
import { type Reading, readingOf } from './mask.ts'
import { Output } from './output.ts'
import type { Shared } from './shared.ts'
import { Veil } from './veil.ts'

/** A text without an end of line is shown after so many milliseconds of silence. */
const SILENCE_MS = 40
/** Of a body that is kept to see whether it was changed. */
const COMPARED = 64 * 1024

/** More bytes than one statement may return. */
export class TooMany extends Error {
  override readonly name = 'TooMany'
}

export interface Given {
  readonly bytes: number
  readonly sha256: string
  readonly masked: Readonly<Record<string, number>>
}

export interface Giving {
  readonly shared: Shared
  readonly method: string
  readonly response: ServerResponse
  /** `http://127.0.0.1:4711/PASSWORD`: where the client sees the target. */
  readonly base: string
}

/**
 * Settles when the client has all of it. Rejects with `Unmaskable` or `TooMany` (nothing was sent, unless
 * `response.headersSent`), or when either end is gone.
 */
export async function giveBack(answer: IncomingMessage, giving: Giving): Promise<Given> {
  const { shared, method, response } = giving
  const headers = pairs(answer.rawHeaders)
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 599) throw new Unmaskable('its status is none')
  const codings = valuesOf(headers, 'transfer-encoding')
  if (codings.length > 1 || (codings[0] ?? 'chunked').toLowerCase() !== 'chunked')
    throw new Unmaskable('its transfer encoding is not plain `chunked`')
  const [length] = valuesOf(headers, 'content-length')
  const most = shared.terms.limits.bytes ?? Number.POSITIVE_INFINITY
  const bodiless = method === 'HEAD' || status === 204 || status === 304
  if (!bodiless && Number(length ?? 0) > most) throw new TooMany()
  const none = bodiless || length === '0'
  const reading: Reading = none
    ? { mask: undefined, encoding: undefined, live: true }
    : readingOf(status, headers, shared)
  const veil = new Veil(shared.needles)
  const clean = (changed: boolean) =>
    cleaned(returned({ headers, cookies: shared.http.cookies === 'pass', changed }), giving, veil)
  const changes = reading.mask !== undefined || reading.encoding !== undefined || (none && shared.masks)
  const output = new Output(
    response,
    {
      status,
      headers: (whole) => clean(whole === undefined ? changes : whole === 'changed'),
      length: changes || (bodiless && status !== 304 && method !== 'HEAD') ? undefined : length,
    },
    changes && !reading.live && !none,
  )
  try {
    return await new Body(answer, reading, { output, veil, most, giving }).read()
  } finally {
    output.stop()
  }
}

function cleaned(headers: Header[], { shared, base }: Giving, veil: Veil): Header[] {
  return headers.map(([name, value]) => {
    const place = localized(name, value, shared.terms, base)
    const text = Buffer.from(veil.text(place), 'latin1').toString()
    const scrubbed = shared.masks ? shared.masking.scrub(text) : text
    return [name, scrubbed === text ? veil.text(place) : Buffer.from(scrubbed).toString('latin1')]
  })
}

interface Way {
  readonly output: Output
  readonly veil: Veil
  readonly most: number
  readonly giving: Giving
}

class Body {
  readonly #answer: IncomingMessage
  readonly #reading: Reading
  readonly #way: Way
  readonly #hash = createHash('sha256')
  /** What came, as long as it is short. */
  #came: Buffer[] | undefined = []
  #shown: Buffer[] | undefined = []
  #length = 0

  constructor(answer: IncomingMessage, reading: Reading, way: Way) {
    this.#answer = answer
    this.#reading = reading
    this.#way = way
  }

  read(): Promise<Given> {
    const { response } = this.#way.giving
    const { source, count } = decode(this.#answer, this.#reading.encoding)
    const { mask } = this.#reading
    return new Promise((resolve, reject) => {
      let silence: NodeJS.Timeout | undefined
      // An end may still be told of what has failed.
      let failed = false
      const fail = (error: unknown) => {
        failed = true
        clearTimeout(silence)
        source.destroy()
        this.#answer.destroy()
        reject(error)
      }
      const guarded = (act: () => void) => () => {
        if (failed) return
        try {
          act()
        } catch (error) {
          fail(error)
        }
      }
      const rest = guarded(() => this.#show(mask?.rest() ?? NOTHING))
      source.on('data', (chunk: Buffer) =>
        guarded(() => {
          clearTimeout(silence)
          count(chunk.length)
          this.#compare(chunk)
          if (!this.#show(mask ? mask.write(chunk) : chunk)) {
            source.pause()
            response.once('drain', () => source.resume())
          }
          if (mask) silence = setTimeout(rest, SILENCE_MS)
        })(),
      )
      source.once('end', () => {
        clearTimeout(silence)
        // A stream that was decoded may end although the answer was cut.
        const whole = () =>
          guarded(() => {
            if (mask) this.#show(mask.end())
            resolve(this.#end())
          })()
        if (this.#answer.complete) whole()
        else fail(new Error('the target ended its answer in the middle'))
      })
      source.once('error', (error) =>
        fail(this.#reading.encoding ? new Unmaskable('it cannot be decoded') : error),
      )
      const cut = () => {
        if (!this.#answer.complete) fail(new Error('the target ended its answer in the middle'))
      }
      this.#answer.once('aborted', cut).once('error', fail).once('close', cut)
      response.once('close', () => {
        if (!response.writableFinished) fail(new Error('the client is gone'))
      })
    })
  }

  #show(bytes: Buffer): boolean {
    if (bytes.length === 0) return true
    return this.#write(this.#way.veil.write(bytes))
  }

  #write(bytes: Buffer): boolean {
    const { output, most } = this.#way
    if (output.bytes + bytes.length > most) throw new TooMany()
    this.#hash.update(bytes)
    this.#shown?.push(bytes)
    return output.write(bytes)
  }

  #compare(chunk: Buffer): void {
    this.#length += chunk.length
    if (this.#length > COMPARED) {
      this.#came = undefined
      this.#shown = undefined
    } else this.#came?.push(chunk)
  }

  #end(): Given {
    const { output, veil, giving } = this.#way
    this.#write(veil.end())
    const { came, shown } = { came: this.#came, shown: this.#shown }
    const same =
      this.#reading.encoding === undefined &&
      came !== undefined &&
      shown !== undefined &&
      Buffer.concat(came).equals(Buffer.concat(shown))
    const trailers = cleaned(trailing(pairs(this.#answer.rawTrailers), !same), giving, veil)
    output.end(same, trailers)
    return {
      bytes: output.bytes,
      sha256: this.#hash.digest('hex'),
      masked: { ...this.#reading.mask?.masked, ...(veil.found && { credential: 1 }) },
    }
  }
}

const NOTHING = Buffer.alloc(0)
