// What a channel is asked to start: a command, a shell, a subsystem.
import type { End } from './end.ts'
import type { Environment } from './environment.ts'
import { encode, Reader } from './frames.ts'
import { unreadable } from './inspect.ts'
import type { Shared } from './shared.ts'
import type { Terminal } from './terminal.ts'

export interface Start {
  readonly name: 'exec' | 'shell' | 'subsystem'
  /** The command line as a shell would read it; a shell's own is without a word. */
  readonly line: string
  /** What stands for it in the record. */
  readonly text: Buffer
  /** The fields of the request. */
  readonly fields: Buffer
}

/** Reads the fields of a request. Throws `ProtocolError`. */
export function startOf(name: Start['name'], fields: Buffer): Start {
  if (name === 'shell')
    return { name, line: '', text: Buffer.from('(interactive shell)'), fields: Buffer.alloc(0) }
  const reader = new Reader(fields)
  const text = reader.string()
  reader.end()
  return { name, line: text.toString(), text, fields: encode(text) }
}

/** Why it is refused before any rule is asked; undefined when it is not. */
export function unfit({ name, line, text }: Start, { ssh, interpreter }: Shared): string | undefined {
  if (name === 'exec') return unreadable(text)
  if (name === 'subsystem') return interpreter(name, line) ? undefined : 'the subsystem is refused'
  return ssh.shell === 'record' ? undefined : 'interactive shells are refused; give ssh a command to run'
}

/** Asks the target for it, with what the client asked for before. */
export function send(start: Start, upstream: End, environment: Environment, terminal: Terminal): void {
  for (const fields of environment.requests) upstream.forward('env', false, fields)
  if (terminal.request) upstream.forward('pty-req', false, terminal.request)
  upstream.forward(start.name, true, start.fields)
}
