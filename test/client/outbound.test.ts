import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { useOutboundProxy } from '../../src/client/outbound.ts'

test('nothing happens without a proxy in the environment', () => {
  useOutboundProxy({ PATH: '/bin' })()
})

test('the proxy is used for other machines and not for this one', async () => {
  const asked: string[] = []
  const proxy = createServer((_request, response) => response.writeHead(405).end())
  proxy.on('connect', (request, socket) => {
    asked.push(String(request.url))
    socket.end('HTTP/1.1 502 no\r\n\r\n')
  })
  const local = createServer((_request, response) => response.end('local'))
  const listen = async (server: typeof proxy) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const [proxyUrl, localUrl] = [await listen(proxy), await listen(local)]
  const module = new URL('../../src/client/outbound.ts', import.meta.url).href
  const script = `
    const { useOutboundProxy } = await import(${JSON.stringify(module)})
    useOutboundProxy(process.env)
    console.log(await (await fetch(process.env.LOCAL)).text())
    await fetch('https://sluice.example.com/').catch((error) => console.log('failed', error.name))
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { HTTPS_PROXY: proxyUrl, HTTP_PROXY: proxyUrl, LOCAL: localUrl },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await new Promise((resolve) => child.once('exit', resolve))
  proxy.close()
  local.close()
  expect(output).toBe('local\nfailed TypeError\n')
  expect(asked).toEqual(['sluice.example.com:443'])
})
