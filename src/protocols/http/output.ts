// The client's side of an answer. A short one is held back until it is whole, so that it can still be refused as a whole.
import type { ServerResponse } from 'node:http'
import type { Header } from './headers.ts'

const HELD = 64 * 1024
const HELD_MS = 100

export interface Head {
  readonly status: number
  /** `whole`: the body is here, and is as the target sent it, or is not. */
  headers(whole: 'same' | 'changed' | undefined): readonly Header[]
  /** Bytes that the body has, when that is known before it is here. */
  readonly length: string | undefined
}

export class Output {
  readonly #response: ServerResponse
  readonly #head: Head
  readonly #held: Buffer[] = []
  #timer: NodeJS.Timeout | undefined
  bytes = 0

  /** `waits`: nothing is sent before there is enough of it. */
  constructor(response: ServerResponse, head: Head, waits: boolean) {
    this.#response = response
    this.#head = head
    if (!waits) this.#begin(undefined, head.length)
    else this.#timer = setTimeout(() => this.#release(), HELD_MS)
  }

  get begun(): boolean {
    return this.#response.headersSent
  }

  /** False when the client takes no more for now. */
  write(chunk: Buffer): boolean {
    if (chunk.length === 0) return true
    this.bytes += chunk.length
    if (this.begun) return this.#response.write(chunk)
    this.#held.push(chunk)
    if (this.bytes > HELD) this.#release()
    return !this.#response.writableNeedDrain
  }

  /** `same`: the body is what the target sent, byte for byte. */
  end(same: boolean, trailers: readonly Header[]): void {
    clearTimeout(this.#timer)
    if (!this.begun) {
      if (trailers.length === 0) this.#begin(same ? 'same' : 'changed', String(this.bytes))
      else this.#begin(undefined, undefined)
      this.#flush()
    }
    if (trailers.length > 0)
      this.#response.addTrailers(trailers.map(([name, value]) => [name, value] as const))
    this.#response.end()
  }

  /** Nothing more is shown. */
  stop(): void {
    clearTimeout(this.#timer)
    this.#held.length = 0
  }

  #release(): void {
    clearTimeout(this.#timer)
    if (this.begun || this.#response.destroyed || this.#held.length === 0) return
    this.#begin(undefined, undefined)
    this.#flush()
  }

  #flush(): void {
    for (const chunk of this.#held.splice(0)) this.#response.write(chunk)
  }

  #begin(whole: 'same' | 'changed' | undefined, length: string | undefined): void {
    const headers = [...this.#head.headers(whole)]
    if (length !== undefined) headers.push(['content-length', length])
    this.#response.sendDate = !headers.some(([name]) => name.toLowerCase() === 'date')
    this.#response.writeHead(this.#head.status, headers.flat())
  }
}
