// Arguments: port, upstream port.
import { connect, createServer } from 'node:net'
import { PostgresConnection } from 'pg-gateway'

const [port, upstreamPort] = process.argv.slice(2).map(Number)

createServer({ noDelay: true }, (client) => {
  const upstream = connect({ port: upstreamPort!, host: '127.0.0.1', noDelay: true })
  new PostgresConnection(client, {
    async onMessage(data) {
      // The library reuses its buffer.
      if (!upstream.write(Buffer.from(data))) await new Promise((resolve) => upstream.once('drain', resolve))
      return true
    },
  })
  upstream.pipe(client)
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroy())
  }
}).listen(port, '127.0.0.1')
