// A server that answers one query from memory, so that the database is not the limit; everything else goes to the
// real server. Arguments: port, upstream port, file of the captured result.
//   SELECT * FROM big -- N     the captured rows N times
//   COPY big FROM STDIN -- slow     takes the rows and throws them away, slowly
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'

const [port, upstreamPort, file] = process.argv.slice(2)
const PIECE = 256 * 1024
const result = readFileSync(file!)
const [head, rows, tail] = split(result)

/** RowDescription, rows, and what follows. */
function split(bytes: Buffer): [Buffer, Buffer, Buffer] {
  const start = 1 + bytes.readInt32BE(1)
  let end = start
  while (bytes[end] === 0x44) end += 1 + bytes.readInt32BE(end + 1)
  return [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)]
}

async function send(client: Socket, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length && !client.destroyed; at += PIECE)
    if (!client.write(bytes.subarray(at, at + PIECE)))
      await new Promise<void>((resolve) => {
        client.once('drain', resolve)
        client.once('close', resolve)
      })
}

async function replay(client: Socket, times: number): Promise<void> {
  await send(client, head)
  for (let time = 0; time < times; time++) await send(client, rows)
  await send(client, tail)
}

/** Reads to CopyDone, resting 5 ms a megabyte. */
function swallow(client: Socket, done: () => void): void {
  client.write(Buffer.from([0x47, 0, 0, 0, 7, 0, 0, 0]))
  let since = 0
  const onData = (chunk: Buffer) => {
    since += chunk.length
    if (chunk.subarray(-5).equals(Buffer.from([0x63, 0, 0, 0, 4]))) {
      client.off('data', onData)
      client.write(
        Buffer.concat([
          Buffer.from([0x43, 0, 0, 0, 11]),
          Buffer.from('COPY 0\0'),
          Buffer.from([0x5a, 0, 0, 0, 5, 0x49]),
        ]),
      )
      done()
    } else if (since > 1e6) {
      since = 0
      client.pause()
      setTimeout(() => client.resume(), 5)
    }
  }
  client.on('data', onData)
}

createServer({ noDelay: true }, (client) => {
  const upstream = connect({ port: Number(upstreamPort), host: '127.0.0.1', noDelay: true })
  let swallowing = false
  client.on('data', (chunk: Buffer) => {
    if (swallowing) return
    const text = chunk[0] === 0x51 ? chunk.toString('latin1', 5, Math.min(chunk.length - 1, 100)) : ''
    const times = /^SELECT \* FROM big -- (\d+)$/.exec(text)?.[1]
    if (times) void replay(client, Number(times))
    else if (text === 'COPY big FROM STDIN -- slow') {
      swallowing = true
      swallow(client, () => {
        swallowing = false
      })
    } else upstream.write(chunk)
  })
  upstream.pipe(client)
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}).listen(Number(port), '127.0.0.1')
