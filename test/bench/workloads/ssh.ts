// Commands one after the other, and large streams either way, by OpenSSH's own clients.
import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cpuSeconds, median, type Sample } from '../measure.ts'
import type { SshEntrant } from '../peers/ssh.ts'
import type { Entrant, Stage } from '../stage.ts'
import type { Contest } from './workload.ts'

const COMMANDS = 8
const MEGABYTES = 64
const LINE = 'a line of a log as there are many of them, with nothing that must not be seen: 0123456789\n'

let file = ''

function of({ name, ssh }: Entrant): SshEntrant {
  if (!ssh) throw new Error(`${name} is no SSH`)
  return ssh
}

async function succeeded(child: ChildProcess, what: string): Promise<void> {
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`${what} ended with ${code}`)
}

const ssh = ({ config, host }: SshEntrant, command: string, stdin: number | 'ignore'): ChildProcess =>
  spawn('ssh', ['-F', config, host, command], { stdio: [stdin, 'ignore', 'ignore'] })

async function commands(entrant: Entrant): Promise<Sample> {
  const each: number[] = []
  const target = of(entrant)
  const before = cpuSeconds(target.pid)
  for (let i = 0; i < COMMANDS; i++) {
    const start = performance.now()
    await succeeded(ssh(target, 'true', 'ignore'), 'ssh')
    each.push(performance.now() - start)
  }
  const cpu = ((cpuSeconds(target.pid) - before) * 1e6) / COMMANDS
  const p50 = median(each)
  return { value: 1000 / p50, p50: p50 * 1000, ...(target.pid === undefined ? {} : { cpu }) }
}

async function transferred(entrant: Entrant, start: (target: SshEntrant) => ChildProcess): Promise<Sample> {
  const target = of(entrant)
  const before = cpuSeconds(target.pid)
  const started = performance.now()
  await succeeded(start(target), 'the transfer')
  const seconds = (performance.now() - started) / 1000
  const cpu = ((cpuSeconds(target.pid) - before) * 1e6) / MEGABYTES
  return { value: MEGABYTES / seconds, ...(target.pid === undefined ? {} : { cpu }) }
}

async function prepare({ dir }: Stage): Promise<void> {
  file = join(dir, 'log.txt')
  const whole = LINE.repeat(Math.ceil((MEGABYTES * 1e6) / LINE.length)).slice(0, MEGABYTES * 1e6)
  writeFileSync(file, whole, { mode: 0o644 })
}

const scp = (config: string, ...args: string[]): ChildProcess =>
  spawn('scp', ['-q', '-F', config, ...args], { stdio: 'ignore' })

const common = { against: 'ssh', needs: 'sshd', prepare } as const
const bulk = { ...common, unit: 'MB/s', per: 'MB' } as const

export const SSH: readonly Contest[] = [
  {
    ...common,
    name: 'ssh exec',
    unit: '1/s',
    per: 'command',
    entrants: ['sshd hop', 'sluice'],
    run: commands,
  },
  {
    ...bulk,
    name: 'ssh download',
    entrants: ['sshd hop', 'sluice', 'sluice detecting'],
    run: (entrant) => transferred(entrant, (target) => ssh(target, `cat ${file}`, 'ignore')),
  },
  {
    ...bulk,
    name: 'ssh upload',
    entrants: ['sshd hop', 'sluice'],
    run: (entrant) => transferred(entrant, (target) => ssh(target, 'cat > /dev/null', openSync(file, 'r'))),
  },
  {
    ...bulk,
    name: 'scp download',
    entrants: ['sshd hop', 'sluice'],
    run: (entrant) => transferred(entrant, ({ config, host }) => scp(config, `${host}:${file}`, '/dev/null')),
  },
  {
    ...bulk,
    name: 'scp upload',
    entrants: ['sshd hop', 'sluice'],
    run: (entrant) => transferred(entrant, ({ config, host }) => scp(config, file, `${host}:${file}-copy`)),
  },
]
