// The `sftp` subsystem: every packet is read, and what matters is a statement. See README.md.
import type { Interpreter, Sides } from '../interpreter.ts'
import { Client } from './client.ts'
import { Upstream } from './upstream.ts'

export function interpretSftp(sides: Sides): Interpreter {
  const upstream = new Upstream(sides)
  const client = new Client(sides, upstream)
  return {
    client: (bytes) => client.received(bytes),
    upstream: (bytes) => upstream.received(bytes),
    clientEnded() {},
    closed: () => upstream.end(),
  }
}
