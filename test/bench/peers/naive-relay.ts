// A relay that parses every message into fields and serialises it again. Arguments: port, upstream port.
import { connect, createServer, type Socket } from 'node:net'

interface Message {
  readonly type: string
  readonly body: Buffer
  readonly columns?: readonly (Buffer | null)[]
}

const [port, upstreamPort] = process.argv.slice(2).map(Number)

function parse(type: string, body: Buffer): Message {
  if (type !== 'D' || body.length < 2) return { type, body }
  const columns: (Buffer | null)[] = []
  let at = 2
  for (let count = body.readInt16BE(0); count > 0; count--) {
    const length = body.readInt32BE(at)
    at += 4
    columns.push(length === -1 ? null : body.subarray(at, at + length))
    if (length > 0) at += length
  }
  return { type, body, columns }
}

function serialise({ type, body, columns }: Message): Buffer {
  const payload = columns ? Buffer.concat(columns.flatMap(serialiseColumn)) : body
  const count = Buffer.alloc(columns ? 2 : 0)
  if (columns) count.writeInt16BE(columns.length)
  const head = Buffer.alloc(5)
  head.write(type, 'latin1')
  head.writeInt32BE(4 + count.length + payload.length, 1)
  return Buffer.concat([head, count, payload])
}

function serialiseColumn(column: Buffer | null): Buffer[] {
  const length = Buffer.alloc(4)
  length.writeInt32BE(column === null ? -1 : column.length)
  return column === null ? [length] : [length, column]
}

/** `startup`: the first message has no type. `rows`: only the server sends DataRow; `D` is Describe from the client. */
function relay(from: Socket, to: Socket, startup: boolean, rows: boolean): void {
  let rest: Buffer = Buffer.alloc(0)
  let first = startup
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = first ? 0 : 1
      if (rest.length < head + 4) break
      const length = rest.readInt32BE(head) + head
      if (rest.length < length) break
      const whole = rest.subarray(0, length)
      rest = rest.subarray(length)
      if (first) {
        first = false
        to.write(whole)
        continue
      }
      const type = String.fromCharCode(whole[0]!)
      const body = whole.subarray(5)
      if (!to.write(serialise(rows ? parse(type, body) : { type, body }))) {
        from.pause()
        to.once('drain', () => from.resume())
      }
    }
  })
  from.on('error', () => to.destroy())
  from.on('close', () => to.destroy())
}

createServer({ noDelay: true }, (client) => {
  const upstream = connect({ port: upstreamPort!, host: '127.0.0.1', noDelay: true })
  relay(client, upstream, true, false)
  relay(upstream, client, false, true)
}).listen(port, '127.0.0.1')
