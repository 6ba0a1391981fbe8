// Canaries in every form of a body, cut at every border, and what cannot be masked.
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Masks } from '../../../src/core/grant.ts'
import { cleansUp, type HttpOptions, opened } from './target.ts'

cleansUp()

const EMAIL = 'canary.person@example.com'
const CARD = '4111111111111111'
const SSN = '078-05-1120'
const MASKS: Masks = {
  columns: [],
  fields: [
    { pattern: 'ssn', mask: 'redact' },
    { pattern: 'users.*.salary', mask: 'null' },
    { pattern: 'users.pay', mask: 'redact' },
  ],
  detect: ['email', 'payment-card', 'assigned-secret'],
}
const TEXT: Masks = { columns: [], detect: ['email', 'payment-card', 'assigned-secret'] }

const canaries = [EMAIL, CARD, SSN, '98765', 'hunter2canary', 'nested-canary']
const JSON_BODY = `{"id": 7, "users": [{"name": "A\\u0042", "mail": "${EMAIL.replace('@', '\\u0040')}", "SSN": "${SSN}", "pay": {"a": [98765, "nested-canary \\"}"]}}], "card": ${CARD}, "password": "hunter2canary", "ok": true, "${EMAIL}": null}`

async function answered(
  body: Buffer | string,
  headers: Record<string, string>,
  masks: Masks = MASKS,
  size = 0,
  http: HttpOptions['http'] = {},
) {
  const { base, relay } = await opened(
    async (_, response) => {
      response.writeHead(200, headers)
      const bytes = Buffer.from(body)
      if (size === 0) response.end(bytes)
      else {
        for (let at = 0; at < bytes.length; at += size) {
          response.write(bytes.subarray(at, at + size))
          await new Promise((resolve) => setImmediate(resolve))
        }
        response.end()
      }
    },
    { terms: { masks }, http },
  )
  const answer = await fetch(base)
  return { status: answer.status, headers: answer.headers, text: await answer.text(), relay }
}

const json = { 'content-type': 'application/json', etag: '"1"', digest: 'x', 'accept-ranges': 'bytes' }

function expectMasked(text: string): void {
  for (const canary of canaries) expect(text).not.toContain(canary)
  expect(JSON.parse(text)).toMatchObject({
    id: 7,
    users: [{ name: 'AB', SSN: '****', pay: '****' }],
    card: 0,
    ok: true,
  })
}

it('JSON: fields, numbers, escapes, names', async () => {
  const { status, text, headers, relay } = await answered(JSON_BODY, json)
  expect(status).toBe(200)
  expectMasked(text)
  for (const name of ['etag', 'digest', 'accept-ranges']) expect(headers.get(name)).toBeNull()
  expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)))
  expect(relay.told.find(({ type }) => type === 'result')).toMatchObject({
    result: { tag: '200', masked: { ssn: 1 } },
  })
})

it.each([1, 2, 3, 5, 7, 11])('in pieces of %d bytes', async (size) => {
  expectMasked((await answered(JSON_BODY, json, MASKS, size)).text)
})

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as const)('%s is undone, masked, and passed without it', async (name, compress) => {
  for (const size of [0, 1]) {
    const { text, headers } = await answered(
      compress(Buffer.from(JSON_BODY)),
      { ...json, 'content-encoding': name },
      MASKS,
      size,
    )
    expectMasked(text)
    expect(headers.get('content-encoding')).toBeNull()
  }
})

it('long texts are masked in pieces', async () => {
  const long = `${'x '.repeat(20_000)}\\n${EMAIL.replace('@', '\\u0040')} "'`.replace(' "\'', ' \\"')
  const { text } = await answered(`{"long":"${long}","ssn":"${'1'.repeat(40_000)}"}`, json, MASKS, 997)
  expect(JSON.parse(text).ssn).toBe('****')
  expect(text).not.toContain(EMAIL)
  expect(JSON.parse(text).long.length).toBeGreaterThan(40_000)
})

it('lines of JSON, events, forms and text', async () => {
  const lines = await answered(
    `{"ssn":"${SSN}"}\n{"m":"${EMAIL}"}\n`,
    { 'content-type': 'application/x-ndjson' },
    MASKS,
    3,
  )
  expect(lines.text).toBe('{"ssn":"****"}\n{"m":"****"}\n')
  const events = await answered(
    `event: a\ndata: {"ssn":\ndata: "${SSN}"}\n\n: ${EMAIL}\r\ndata: [DONE]\r\n\r\ndata: call ${EMAIL}\n\n`,
    { 'content-type': 'text/event-stream' },
    MASKS,
    1,
  )
  for (const canary of canaries) expect(events.text).not.toContain(canary)
  expect(events.text).toContain('event: a\ndata: {"ssn":\ndata: "****"}\n\n')
  expect(events.text).toContain('data: [DONE]')
  const form = await answered(`a=1&ssn=${SSN}&mail=${encodeURIComponent(EMAIL)}`, {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect(form.text).toBe('a=1&ssn=****&mail=****')
  for (const size of [1, 4]) {
    const text = await answered(
      `write to ${EMAIL}, card ${CARD}\npassword: hunter2canary\n`,
      { 'content-type': 'text/plain' },
      TEXT,
      size,
    )
    expect(text.text).toBe('write to ****, card ****\npassword: ****\n')
  }
})

it('an event is shown when it is whole, and a line without an end after a while', async () => {
  const { base } = await opened(
    (request, response) => {
      response.writeHead(200, { 'content-type': request.url === '/e' ? 'text/event-stream' : 'text/plain' })
      response.write(request.url === '/e' ? 'data: {"a":1}\n\n' : 'Working... ')
    },
    { terms: { masks: TEXT } },
  )
  for (const path of ['/e', '/t']) {
    const abort = new AbortController()
    const answer = await fetch(base + path, { signal: abort.signal })
    const first = await answer.body?.getReader().read()
    expect(Buffer.from(first?.value ?? []).toString()).toMatch(/^(data: \{"a":1\}\n\n|Working\.\.\. )/)
    abort.abort()
  }
})

it('what cannot be masked is refused', async () => {
  const gzip = gzipSync(Buffer.from(JSON_BODY))
  const bodies: [string | Buffer, Record<string, string>, Masks?][] = [
    [JSON_BODY, {}],
    [JSON_BODY, { 'content-type': 'application/octet-stream' }],
    [JSON_BODY, { 'content-type': 'image/png' }],
    [JSON_BODY, { 'content-type': 'text/csv' }],
    [JSON_BODY, { 'content-type': 'application/json; charset=utf-16le' }],
    [JSON_BODY, { 'content-type': 'application/json; charset=utf-8; charset=utf-7' }],
    [JSON_BODY, { 'content-type': 'text/plain; charset=utf-16' }, TEXT],
    [JSON_BODY, { 'content-type': 'application/json', 'content-encoding': 'compress' }],
    [JSON_BODY, { 'content-type': 'application/json', 'content-encoding': 'gzip, gzip' }],
    [gzip.subarray(0, 40), { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
    [JSON_BODY, { 'content-type': 'application/json', 'content-encoding': 'br' }],
    [`)]}',\n${JSON_BODY}`, { 'content-type': 'application/json' }],
    [JSON_BODY.slice(0, 60), { 'content-type': 'application/json' }],
    [`{"a": "\xff${SSN}"}`, { 'content-type': 'application/json; charset=latin1' }],
    [`${'['.repeat(500)}"${SSN}"${']'.repeat(500)}`, { 'content-type': 'application/json' }],
    [`{'ssn': '${SSN}'}`, { 'content-type': 'application/json' }],
    [`{"ssn" "${SSN}"}`, { 'content-type': 'application/json' }],
    [Buffer.from(`{"ssn": "${SSN}"}`, 'utf16le'), { 'content-type': 'application/json' }],
  ]
  for (const [body, headers, masks] of bodies) {
    const { status, text } = await answered(body, headers, masks)
    expect([headers, status]).toEqual([headers, 502])
    expect(text).toContain('cannot be masked')
    for (const canary of canaries) expect(text).not.toContain(canary)
  }
  const allowed = await answered('\x89PNG', { 'content-type': 'image/png' }, MASKS, 0, {
    unmasked: ['image/*'],
  })
  expect(allowed.status).toBe(200)
})

it('a body that is no JSON behind what was shown already is cut, not passed', async () => {
  const body = `[${'"fine",'.repeat(20_000)} ssn: ${SSN}]`
  await expect(answered(body, { 'content-type': 'application/json' })).rejects.toThrow()
})

it('a bomb is not unfolded', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 })
  await expect(
    answered(bomb, { 'content-type': 'text/plain', 'content-encoding': 'gzip' }, TEXT),
  ).rejects.toThrow()
}, 30_000)

it('ranges are not asked for, and headers are looked at', async () => {
  const { base, seen } = await opened(
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'x-owner': EMAIL })
      response.end('{}')
    },
    { terms: { masks: MASKS } },
  )
  const answer = await fetch(base, { headers: { range: 'bytes=0-4' } })
  expect(answer.headers.get('x-owner')).toBe('****')
  expect(seen[0]?.headers).not.toHaveProperty('range')
  expect((await fetch(base, { method: 'HEAD' })).status).toBe(200)
})
