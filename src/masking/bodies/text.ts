// Masks over text of any kind, by what detectors find.
import type { Scrubber } from '../stream.ts'
import type { BodyMask } from './body.ts'

export class TextMask implements BodyMask {
  readonly masked: Readonly<Record<string, number>> = {}
  readonly #scrubber: Scrubber

  constructor(scrubber: Scrubber) {
    this.#scrubber = scrubber
  }

  write(chunk: Buffer): Buffer {
    return this.#scrubber.write(chunk)
  }

  rest(): Buffer {
    return this.#scrubber.rest()
  }

  end(): Buffer {
    return this.#scrubber.end()
  }
}
