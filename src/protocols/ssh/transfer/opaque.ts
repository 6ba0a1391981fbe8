// Bytes of a protocol that is not read: they pass as they are, and are counted.
import { createHash } from 'node:crypto'
import type { Interpreter, Sides } from '../interpreter.ts'

export function passBytes({ toClient, toUpstream, gate, command, terms, stop }: Sides): Interpreter {
  const received = new Passed()
  const sent = new Passed()
  const limit = terms.limits.bytes ?? Number.POSITIVE_INFINITY
  return {
    client(bytes) {
      received.add(bytes)
      toUpstream(bytes)
    },
    upstream(bytes) {
      sent.add(bytes)
      if (sent.bytes <= limit) toClient(bytes)
      else stop('bytes', `stopped after ${limit} bytes, as the policy allows`)
    },
    clientEnded() {},
    closed() {
      if (!command) return
      if (received.bytes > 0) gate.transfer(command, { direction: 'in', ...received.end() })
      if (sent.bytes > 0) gate.transfer(command, { direction: 'out', ...sent.end() })
    },
  }
}

export class Passed {
  bytes = 0
  readonly #hash = createHash('sha256')

  add(bytes: Buffer): void {
    this.bytes += bytes.length
    this.#hash.update(bytes)
  }

  end(): { bytes: number; sha256: string } {
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') }
  }
}
