import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Endpoint, Running } from './peer.ts'

/** Full path of a program, also of those in /usr/sbin. */
export function program(name: string): string | undefined {
  const path = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/usr/local/sbin`
  return path
    .split(delimiter)
    .map((dir) => join(dir, name))
    .find((file) => existsSync(file))
}

export function missing(name: string): string | undefined {
  return program(name) ? undefined : `${name} is not installed`
}

/** Starts a relay and waits until its port answers. */
export async function startProcess(
  name: string,
  command: string,
  args: readonly string[],
  endpoint: Endpoint,
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number } = {},
): Promise<Running> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk).slice(-2000)
  })
  const deadline = Date.now() + 10_000
  while (!(await answers(endpoint.port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${name} did not start: ${log}`)
    }
    await sleep(20)
  }
  return {
    endpoints: { [name]: endpoint },
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    stop: () => end(child),
  }
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const done = (up: boolean) => {
      socket.destroy()
      resolve(up)
    }
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })
}
