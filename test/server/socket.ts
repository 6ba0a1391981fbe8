// Requests byte by byte, for what fetch would not send.
import { connect } from 'node:net'

/** Sends bytes, ends the sending side unless told not to, and returns everything that comes back. */
export function sendBytes(url: string, bytes: string | Buffer, wait = 3000): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    const timer = setTimeout(() => socket.destroy(), wait)
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('error', (error) => (answer ? undefined : reject(error)))
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(answer)
    })
  })
}

/** One request on its own connection with exactly these headers besides Host, Connection and Content-Length. */
export function rawExchange(
  url: string,
  method: string,
  target: string,
  body: string,
  headers: readonly (readonly [string, string])[],
): Promise<string> {
  const lines = [
    `${method} ${target} HTTP/1.1`,
    `host: ${new URL(url).host}`,
    'connection: close',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? [`content-length: ${Buffer.byteLength(body)}`] : []),
  ]
  return sendBytes(url, `${lines.join('\r\n')}\r\n\r\n${body}`)
}
