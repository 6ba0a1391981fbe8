// A target made of raw bytes, for servers that misbehave.
import { createServer, type Socket } from 'node:net'
import { CLIENT, frame, int32, UPSTREAM } from '../../../src/protocols/postgres/frames.ts'

export interface FakeUpstream {
  readonly host: string
  readonly port: number
  /** Everything that was received, connection by connection. */
  readonly received: Buffer[]
  close(): Promise<void>
}

/** `answer` gets each chunk that arrives, with the connection and its number of chunks so far. */
export async function fakeUpstream(
  answer: (chunk: Buffer, socket: Socket, index: number) => void,
): Promise<FakeUpstream> {
  const received: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let index = 0
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      received.push(chunk)
      answer(chunk, socket, index++)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    host: '127.0.0.1',
    port,
    received,
    close() {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

export const authentication = (kind: number, ...rest: (Buffer | string)[]): Buffer =>
  frame(UPSTREAM.Authentication, int32(kind), ...rest)

export const ready = frame(UPSTREAM.ReadyForQuery, Buffer.from('I'))

/** What follows a login that worked. */
export const welcome = Buffer.concat([
  authentication(0),
  frame(UPSTREAM.ParameterStatus, 'server_version', '18.0'),
  frame(UPSTREAM.ParameterStatus, 'client_encoding', 'UTF8'),
  frame(UPSTREAM.ParameterStatus, 'standard_conforming_strings', 'on'),
  frame(UPSTREAM.BackendKeyData, int32(4711, 815)),
  ready,
])

/** Logs everybody in and answers every query with `bytes`. */
export const answering = (bytes: Buffer) =>
  fakeUpstream((chunk, socket, index) => {
    if (index === 0) socket.write(welcome)
    else if (chunk[0] === CLIENT.Query) socket.write(bytes)
  })
