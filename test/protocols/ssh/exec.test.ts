// Commands on the real OpenSSH server, asked for by the real client.
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { frame, MESSAGE } from '../../../src/protocols/ssh/frames.ts'
import { unprivileged } from '../../fixtures/sshd.ts'
import { withSshd } from './opened.ts'
import { ALLOW, collect, type Relayed, ssh, startSsh } from './relayed.ts'

// Not root, for whom sshd passes no signals on.
const { open, raw, server } = withSshd({ user: unprivileged() })
const types = (relay: Relayed) => relay.told.map(({ type }) => type)
const results = (relay: Relayed) =>
  relay.told.flatMap((told) =>
    told.type === 'result' ? [told.result.error?.message ?? told.result.tag] : [],
  )

test('a command with its output, its errors and its exit status', async () => {
  const relay = await open()
  const ran = await ssh(relay, ['web', 'echo out; echo err >&2; exit 7'])
  expect(ran).toMatchObject({ code: 7, stdout: 'out\n', stderr: 'err\n' })
  expect(types(relay)).toEqual(['opened', 'judge', 'flush', 'output', 'output', 'result'])
  expect(results(relay)).toEqual(['exit 7'])
})

test('the host of the target is a name for it, too, and both users may be asked for', async () => {
  const relay = await open()
  expect(await ssh(relay, ['web.internal', 'echo', 'there'])).toMatchObject({ code: 0, stdout: 'there\n' })
  const { user } = server()
  expect(await ssh(relay, [`${user}@web`, 'id -un'])).toMatchObject({ code: 0, stdout: `${user}\n` })
})

test('a signal that ends it', async () => {
  const relay = await open()
  const ran = await ssh(relay, ['web', 'kill -KILL $$'])
  expect(ran.code).toBe(255)
  expect(results(relay)).toEqual(['signal KILL'])
})

test('a signal that the client sends', async () => {
  const relay = await open()
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(
    channel,
    'exec',
    true,
    'trap "echo caught; exit 3" USR1; echo ready; while :; do sleep 0.05; done',
  )
  await client.until(() => channel.stdout === 'ready\n')
  client.request(channel, 'signal', false, 'USR1')
  await client.until(() => channel.closed)
  expect(channel).toMatchObject({ stdout: 'ready\ncaught\n', exit: 3 })
})

test('standard input to its end, also when it is empty and there before the verdict', async () => {
  const verdict = async () => {
    await sleep(100)
    return ALLOW
  }
  const relay = await open({ verdict })
  expect(await ssh(relay, ['web', 'cat; echo end'])).toMatchObject({ stdout: 'end\n' })
  expect(await ssh(relay, ['web', 'cat; echo end'], 'line\n')).toMatchObject({ stdout: 'line\nend\n' })
  const transfers = relay.told.filter(({ type }) => type === 'transfer')
  expect(transfers).toMatchObject([{ direction: 'in', bytes: 5 }])
})

test('output goes on after standard input has ended, and the other way round', async () => {
  const relay = await open()
  expect(await ssh(relay, ['web', 'cat >/dev/null; sleep 0.2; echo late'], 'x')).toMatchObject({
    stdout: 'late\n',
  })
  expect(await ssh(relay, ['web', 'exec >&- 2>&-; cat; exit 4'], 'x')).toMatchObject({ code: 4 })
})

test('what is refused does not run, others do', async () => {
  const relay = await open()
  const client = await raw(relay)
  for (let i = 0; i < 3; i++) {
    const refused = await client.run('psql -c "DROP TABLE things"')
    expect(refused.exit).toBe(126)
    expect(refused.stderr).toBe(
      'sluice: refused by policy: dropping a table loses its rows\n' +
        'sluice: Rule drop-table: drop table things.\n' +
        'sluice: Ask for an exception in the policy.\n',
    )
    expect(await client.run('echo fine')).toMatchObject({ stdout: 'fine\n', exit: 0 })
  }
  expect(results(relay)).toEqual(['exit 0', 'exit 0', 'exit 0'])
})

test('OpenSSH shows a refusal and exits with it', async () => {
  const relay = await open()
  const ran = await ssh(relay, ['web', 'DROP TABLE things'])
  expect(ran.code).toBe(126)
  expect(ran.stderr).toContain('sluice: refused by policy')
})

test('commands that cannot be judged: NUL, not UTF-8, too long; a line feed is none of these', async () => {
  const relay = await open()
  const client = await raw(relay)
  const refused = [Buffer.from('echo a\0b'), Buffer.from([0x65, 0xff]), Buffer.alloc(30_000, 'x')]
  for (const command of refused.slice(0, 2))
    expect(await client.run(command)).toMatchObject({ exit: 126, stdout: '' })
  expect(await client.run('echo one\necho two')).toMatchObject({ exit: 0, stdout: 'one\ntwo\n' })
  expect(relay.told.filter(({ type }) => type === 'limit').length).toBe(2)
  expect(relay.told.filter(({ type }) => type === 'judge').length).toBe(1)
})

test('the exact bytes are what is judged and what runs', async () => {
  const relay = await open()
  const text = "printf '%s' '\u00e9\u2028\ufffd \t\\x'"
  expect(await ssh(relay, ['web', text])).toMatchObject({ stdout: '\u00e9\u2028\ufffd \t\\x' })
  expect(relay.told.find(({ type }) => type === 'judge')).toMatchObject({ statement: { text } })
})

test('the client dies: the command’s channel is closed', async () => {
  const relay = await open()
  const child = startSsh(relay, ['web', 'echo $$; cat; echo gone > "$0.$$"'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const [pid] = (await once(child.stdout!, 'data')) as [Buffer]
  expect(Number(pid)).toBeGreaterThan(0)
  child.kill('SIGKILL')
  await collect(child)
  await relay.connections[0]?.closed
  expect(results(relay)).toEqual(['client gone'])
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client gone' })
  for (let tries = 0; tries < 100; tries++) {
    if (!alive(Number(pid))) return
    await sleep(50)
  }
  expect.fail('the command still runs')
})

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a connection without a running command ends as finished', async () => {
  const relay = await open()
  await ssh(relay, ['web', 'true'])
  await relay.connections[0]?.closed
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client finished' })
})

test('the end of the session is told on every open channel', async () => {
  const relay = await open()
  const running = ssh(relay, ['web', 'echo up; sleep 30'])
  while (!relay.told.some(({ type }) => type === 'output')) await sleep(20)
  relay.connections[0]?.end('the session is over')
  const { code, stderr } = await running
  expect(code).toBe(255)
  expect(stderr).toContain('sluice: the session is over')
  await relay.connections[0]?.closed
})

test('many bytes of a limit', async () => {
  const relay = await open({ terms: { limits: { connections: 10, bytes: 1000 } } })
  const client = await raw(relay)
  const channel = await client.run('head -c 100000 /dev/zero')
  expect(channel.exit).toBe(255)
  expect(channel.stderr).toContain('stopped after 1000 bytes')
})

test('a client whose connection breaks is gone, and has broken nothing', async () => {
  const relay = await open()
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'sleep 30')
  await client.until(() => channel.replies.length > 0)
  client.socket.resetAndDestroy()
  await relay.connections[0]?.closed
  expect(relay.told.at(-1)).toEqual({ type: 'closed', reason: 'client gone' })
})

test('a client that closes its channel first learns the exit status all the same, and what it sent arrives', async () => {
  const relay = await open()
  const client = await raw(relay)
  const channel = await client.opened(client.open())
  client.request(channel, 'exec', true, 'exec >&- 2>&-; sleep 0.3; test "$(wc -c)" = 1000000 && exit 9')
  await client.until(() => channel.eof && channel.window > 1_000_000)
  for (let sent = 0; sent < 1_000_000; sent += 20_000) client.data(channel, Buffer.alloc(20_000))
  client.link.send(frame(MESSAGE.CHANNEL_EOF, channel.peer!))
  client.close(channel)
  await client.until(() => channel.closed)
  expect(channel.exit).toBe(9)
  expect(results(relay)).toEqual(['exit 9'])
})
