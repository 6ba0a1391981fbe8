// Values that must not be seen, on both streams, however they are cut; in the record as well.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
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
