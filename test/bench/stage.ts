// The server, its data, and the entrants: every peer in front of the real server and, apart, of a replayed result.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { freePort, type Postgres, startPostgres } from '../fixtures/postgres.ts'
import { type Endpoint, PEERS, type Running } from './peers/index.ts'
import { startProcess } from './peers/process.ts'
import { type SshEntrant, startSsh } from './peers/ssh.ts'
import { capture } from './sink.ts'

export interface Entrant {
  readonly name: string
  readonly endpoint: Endpoint
  /** The relay's process; none for `direct`. */
  readonly pid?: number
  /** How `ssh` gets there. */
  readonly ssh?: SshEntrant
}

export interface Stage {
  readonly dir: string
  readonly postgres: Postgres
  /** The server itself. */
  readonly direct: Endpoint
  /** As superuser. */
  readonly admin: pg.Client
  /** Names and reasons of peers that do not take part. */
  readonly absent: readonly string[]
  real(): Promise<readonly Entrant[]>
  replayed(): Promise<readonly Entrant[]>
  /** In front of an sshd. */
  ssh(): Promise<readonly Entrant[]>
  /** In front of the replaying server: nothing in between. */
  backend(): Promise<Endpoint>
  close(): Promise<void>
}

export const ROWS = 150_000

const SCHEMA = `
CREATE TABLE big AS SELECT
  g AS id, 'Ann Example ' || g AS name, 'ann' || g || '@example.com' AS email,
  'DE' || lpad((g * 97 % 100)::text, 2, '0') || lpad((g::bigint * 7919)::text, 18, '0') AS iban,
  (g * 1.37)::numeric(12,2) AS amount, timestamptz '2026-01-01 00:00:00+00' + g * interval '1 minute' AS created,
  (ARRAY['open','paid','shipped','returned'])[1 + g % 4] AS status,
  'ordered by telephone, to be delivered in the morning if possible, no ' || g AS note,
  md5(g::text)::uuid AS reference, 'Main Street ' || g % 400 || ', 12345 Springfield' AS address
FROM generate_series(1, ${ROWS}) g;
CREATE UNLOGGED TABLE taken (LIKE big);
VACUUM ANALYZE big;
`

export async function openStage(log: (line: string) => void): Promise<Stage> {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
  chmodSync(dir, 0o755)
  const running: { stop(): Promise<void> }[] = []
  const postgres = await startPostgres({
    settings: { max_connections: '600', shared_buffers: '256MB', synchronous_commit: 'off' },
  })
  const { host, port, user, password } = postgres
  const direct: Endpoint = { host, port, user, password, database: 'bench' }
  const root = new pg.Client({ connectionString: postgres.url() })
  await root.connect()
  await root.query('CREATE DATABASE bench')
  await root.end()
  const admin = new pg.Client({ ...direct })
  admin.on('error', () => {})
  await admin.connect()
  for (const statement of SCHEMA.split(';\n').filter((text) => text.trim())) await admin.query(statement)

  const absent: string[] = []
  for (const peer of PEERS) {
    const reason = peer.absent()
    if (reason) absent.push(`${peer.name}: ${reason}`)
  }
  for (const reason of absent) log(`skipped ${reason}`)

  const enter = async (upstream: Endpoint): Promise<Entrant[]> => {
    const entrants: Entrant[] = [{ name: 'direct', endpoint: upstream }]
    for (const peer of PEERS.filter((candidate) => candidate.absent() === undefined)) {
      const started: Running | undefined = await peer.start(upstream, dir).catch((error: unknown) => {
        const [reason] = String(error instanceof Error ? error.message : error).split('\n')
        absent.push(`${peer.name}: ${reason}`)
        log(`${peer.name} did not start: ${error}`)
        process.exitCode = 1
        return undefined
      })
      if (!started) continue
      running.push(started)
      for (const [name, endpoint] of Object.entries(started.endpoints))
        entrants.push({ name, endpoint, ...(started.pid === undefined ? {} : { pid: started.pid }) })
    }
    return entrants
  }
  const backend = once(async () => {
    const file = join(dir, 'result.bin')
    writeFileSync(file, await capture(direct, 'SELECT * FROM big'))
    const endpoint = { ...direct, port: await freePort() }
    const script = join(import.meta.dirname, 'backend.ts')
    const args = [script, String(endpoint.port), String(direct.port), file]
    running.push(await startProcess('backend', process.execPath, args, endpoint))
    return endpoint
  })
  return {
    dir,
    postgres,
    direct,
    admin,
    absent,
    backend,
    real: once(() => enter(direct)),
    replayed: once(async () => enter(await backend())),
    ssh: once(async () => {
      const { entrants, stop } = await startSsh(dir)
      running.push({ stop })
      return entrants.map((ssh) => ({
        name: ssh.name,
        endpoint: direct,
        ssh,
        ...(ssh.pid === undefined ? {} : { pid: ssh.pid }),
      }))
    }),
    async close() {
      for (const each of running.reverse()) await each.stop()
      await admin.end().catch(() => {})
      await postgres.stop()
      rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
