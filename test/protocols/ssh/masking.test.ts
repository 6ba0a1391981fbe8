// Values that must not be seen, on both streams, however they are cut; in the record as well.
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { withSshd } from './opened.ts'
import { collect, type Relayed, ssh, startSsh } from './relayed.ts'

const { open, raw } = withSshd()
const EMAIL = 'ada.lovelace@example.org'
const TOKEN = `ghp_${'a1B2'.repeat(9)}`
const masks = { columns: [], detect: ['email', 'github-token'] }
const told = (relay: Relayed) =>
  relay.told.flatMap((event) => (event.type === 'output' ? [event.text] : [])).join('')

/** Shell that writes `text` in two pieces with a pause between them. */
const inPieces = (text: string, at: number, stream: 1 | 2) =>
  `printf %s '${text.slice(0, at)}' >&${stream}; sleep 0.01; printf '%s\\n' '${text.slice(at)}' >&${stream}; `

test.each([1, 2] as const)('split at every byte on stream %i', async (stream) => {
  const relay = await open({ terms: { masks } })
  const client = await raw(relay)
  for (const value of [EMAIL, TOKEN]) {
    const line = `is ${value} here`
    const command = Array.from(line, (_, at) => inPieces(line, at, stream)).join('')
    const channel = await client.run(command)
    const shown = stream === 1 ? channel.stdout : channel.stderr
    expect(shown).toBe('is **** here\n'.repeat(line.length))
  }
  expect(told(relay)).not.toMatch(/lovelace|ghp_a/)
})

test('both streams at the same time do not disturb each other', async () => {
  const relay = await open({ terms: { masks } })
  const client = await raw(relay)
  const half = EMAIL.length / 2
  const channel = await client.run(
    `printf %s ${EMAIL.slice(0, half)}; printf %s ${TOKEN.slice(0, 9)} >&2; ` +
      `printf '%s\\n' ${EMAIL.slice(half)}; printf '%s\\n' ${TOKEN.slice(9)} >&2`,
  )
  expect([channel.stdout, channel.stderr]).toEqual(['****\n', '****\n'])
  const result = relay.told.find(({ type }) => type === 'result')
  expect(result).toMatchObject({ result: { masked: { email: 1, 'github-token': 1 } } })
})

test('a question without an end of line is shown, and its answer goes in', async () => {
  const relay = await open({ terms: { masks } })
  const child = startSsh(relay, ['web', 'printf "Continue? "; read x; echo "you said $x"'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ran = collect(child)
  let shown = ''
  child.stdout?.on('data', (bytes: Buffer) => {
    shown += bytes.toString()
  })
  while (!shown.includes('Continue?')) await sleep(10)
  child.stdin?.end('yes\n')
  expect(await ran).toMatchObject({ code: 0, stdout: 'Continue? you said yes\n' })
  expect(told(relay)).toBe('Continue? you said yes\n')
})

test('what is left at the end without a line feed', async () => {
  const relay = await open({ terms: { masks } })
  const ran = await ssh(relay, ['web', `printf 'last ${EMAIL}'; printf 'err ${TOKEN}' >&2; exit 3`])
  expect(ran).toMatchObject({ code: 3, stdout: 'last ****', stderr: 'err ****' })
})

test('the record is told characters, not halves of them', async () => {
  const relay = await open()
  const text = 'ä€😀'.repeat(20_000)
  const ran = await ssh(relay, ['web', 'cat'], text)
  expect(ran.stdout).toBe(text)
  expect(told(relay)).toBe(text)
  for (const event of relay.told)
    if (event.type === 'output')
      expect([event.text.isWellFormed(), event.text.length <= 16 * 1024]).toEqual([true, true])
})

test('of binary output there is a digest', async () => {
  const relay = await open()
  await ssh(relay, ['web', 'head -c 100000 /dev/zero'])
  expect(relay.told).toContainEqual(expect.objectContaining({ type: 'limit', limit: 'output' }))
  expect(relay.told).toContainEqual(
    expect.objectContaining({
      type: 'transfer',
      direction: 'out',
      bytes: 100_000,
      sha256: '9192c25b734fcbadbe32dadc28089c60db0e39f90cc20ce2e5733f57261acc0c',
    }),
  )
})

describe('on a terminal', () => {
  const pty = ['xterm', 80, 24, 0, 0, Buffer.of(0)] as const
  const start = async (command: string, terms: object = { masks }) => {
    const relay = await open({ terms, ssh: { shell: 'record' } })
    const client = await raw(relay)
    const channel = await client.opened(client.open())
    client.request(channel, 'pty-req', true, ...pty)
    client.request(channel, 'exec', true, command)
    return { relay, client, channel, type: (text: string) => client.data(channel, Buffer.from(text)) }
  }

  test('a prompt and what is typed at it are seen at once', async () => {
    const { client, channel, type } = await start(`sh -c 'printf "%s" "name> "; read x; echo "<$x>"'`)
    await client.until(() => channel.stdout === 'name> ')
    for (let at = 1, word = EMAIL.slice(0, 12); at <= word.length; at++) {
      type(word.slice(at - 1, at))
      await client.until(() => channel.stdout === `name> ${word.slice(0, at)}`)
    }
    type('\r')
    await client.until(() => channel.closed)
    expect(channel.stdout).toContain(`<${EMAIL.slice(0, 12)}>`)
  })

  test('the record has typed values masked, though who typed them saw them', async () => {
    const { relay, client, channel, type } = await start(`sh -c 'read x; echo done'`)
    await sleep(300)
    for (const each of EMAIL) {
      type(each)
      await sleep(60)
    }
    await client.until(() => channel.stdout.includes(EMAIL))
    type('\r')
    await client.until(() => channel.closed)
    expect(told(relay)).toBe('****\r\ndone\r\n')
  })

  test('a last word is shown after a second, and never in pieces in the record', async () => {
    const half = EMAIL.indexOf('@') + 4
    const { relay, client, channel } = await start(
      `printf '%s' 'user ${EMAIL.slice(0, half)}'; sleep 1.5; echo '${EMAIL.slice(half)} ok'`,
    )
    await client.until(() => channel.closed)
    expect(channel.stdout).toBe(`user ${EMAIL.slice(0, half)}**** ok\r\n`)
    expect(told(relay)).toBe('user **** ok\r\n')
  })

  test('NUL does not end the record', async () => {
    const { relay, client, channel } = await start(`printf 'a\\0b\\n'; echo ${EMAIL}`)
    await client.until(() => channel.closed)
    expect(told(relay)).toBe('a\0b\r\n****\r\n')
  })
})

test('progress in one line is shown as it comes, its values masked', async () => {
  const relay = await open({ terms: { masks } })
  const child = startSsh(relay, [
    'web',
    `for i in 1 2 3; do printf '\\r%s0 %% of ${EMAIL}' $i; sleep 0.2; done; printf '\\rdone\\n'`,
  ])
  const times: number[] = []
  child.stdout?.on('data', () => times.push(performance.now()))
  const { stdout } = await collect(child)
  expect(stdout).toBe('\r10 % of ****\r20 % of ****\r30 % of ****\rdone\n')
  expect(times.at(-1)! - times[0]!).toBeGreaterThan(300)
})

test('what grep colours is masked', async () => {
  const relay = await open({ terms: { masks } })
  const ran = await ssh(relay, ['web', `printf 'is ${EMAIL}\\n' | grep --color=always lovelace`])
  expect(ran.stdout).toMatch(/^is \*{4}/)
  expect(ran.stdout + told(relay)).not.toMatch(/ada|lovelace|example/)
})

test('without anything to mask every byte passes as it is', async () => {
  const relay = await open({ terms: { masks } })
  const bytes = Buffer.alloc(300_000)
  // Every byte and every pair, no value among them.
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * (1 + (at >> 8))) & 0xff
  const child = startSsh(relay, ['web', 'cat'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const out: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
  child.stdin?.end(bytes)
  await new Promise((resolve) => child.once('close', resolve))
  expect(Buffer.concat(out).equals(bytes)).toBe(true)
})
