// Debian's clients, and what the gate was told of them.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { collect, type Ran, type Relayed } from '../relayed.ts'

/** Two directories that go with the file of tests. */
export function directories() {
  const root = mkdtempSync(join(tmpdir(), 'files-'))
  const remoteRoot = mkdtempSync('/srv/files-')
  afterAll(() => {
    for (const path of [root, remoteRoot]) rmSync(path, { recursive: true, force: true })
  })
  return {
    local: (name = '') => join(root, name),
    remote: (name = '') => (name === '' ? remoteRoot : join(remoteRoot, name)),
  }
}

export async function run(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<Ran> {
  const { input = '', ...more } = options
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], ...more })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return collect(child)
}

/** A batch of commands, which ends with the first that fails, unless it begins with `-`. */
export const sftp = (relay: Pick<Relayed, 'config'>, batch: string[], args: string[] = []): Promise<Ran> =>
  run('sftp', ['-F', relay.config, '-q', '-b', '-', ...args, 'web'], { input: `${batch.join('\n')}\n` })

export const scp = (relay: Pick<Relayed, 'config'>, ...args: string[]): Promise<Ran> =>
  run('scp', ['-F', relay.config, '-q', ...args])

export const statements = ({ told }: Pick<Relayed, 'told'>): string[] =>
  told.flatMap((one) => (one.type === 'judge' ? [one.statement.text] : []))

export const transfers = ({ told }: Pick<Relayed, 'told'>): [string, number, string][] =>
  told.flatMap((one): [string, number, string][] =>
    one.type === 'transfer' ? [[one.direction, one.bytes, one.sha256]] : [],
  )

export const results = ({ told }: Pick<Relayed, 'told'>): string[] =>
  told.flatMap((one) => (one.type === 'result' ? [one.result.error?.message ?? one.result.tag] : []))
