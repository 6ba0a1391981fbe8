// Three databases of one server: a tool works on the first directly, on the others through a session with the guard `migrations`.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Event } from '../../src/core/event.ts'
import type { Exception, Guard } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import { resolveGuard } from '../../src/policy/guards.ts'
import { alive } from '../../src/session/limits.ts'
import { createDatabase } from '../fixtures/database.ts'
import type { Server } from '../fixtures/servers.ts'
import { type Daemon, events, startDaemon } from '../session/standalone.ts'
import { describeSchema, dumpSchema, dumps } from './schema.ts'

/** What a job's step sees of a database: the variables that tools read. */
export interface Place {
  readonly url: string
  readonly env: Readonly<Record<string, string>>
}

export interface Report {
  /** Texts that were judged; one may hold a whole file. */
  readonly texts: number
  readonly warned: number
  readonly refused: number
  /** How often a rule held one of them, or would have in a session that observes. */
  readonly holds: Readonly<Record<string, number>>
}

export interface Session extends Place {
  report(): Report
}

/** Who works on a database: the tool itself, through a session that only observes, through one that enforces. */
export type Way = 'direct' | 'observed' | 'guarded'

export const WAYS: readonly Way[] = ['direct', 'observed', 'guarded']

/** What a history needs of its guard beyond `migrations`. */
export interface Loosened {
  readonly allow: readonly Exception[]
  /** Rules that only warn. */
  readonly warn: readonly string[]
}

const STRICTLY: Loosened = { allow: [], warn: [] }

export interface Arena {
  readonly server: Server
  /** The role that owns the databases and does the work. */
  readonly owner: string
  readonly direct: Place
  /** A superuser's connection: for what was there before the migration. */
  admin(way: Way): pg.Client
  /** A session on the database that is observed or guarded; it ends the one before. */
  session(way: 'observed' | 'guarded', loosened?: Loosened): Promise<Session>
  schema(way: Way): Promise<string[]>
  close(): Promise<void>
}

export async function openArena(server: Server): Promise<Arena> {
  const owner = `owner_${randomBytes(5).toString('hex')}`
  const password = randomBytes(9).toString('hex')
  const databases = {
    direct: await createDatabase(server),
    observed: await createDatabase(server),
    guarded: await createDatabase(server),
  }
  const { admin: root } = databases.direct
  await root.query(`CREATE ROLE ${owner} LOGIN PASSWORD '${password}'`)
  for (const { name } of Object.values(databases))
    await root.query(`ALTER DATABASE ${name} OWNER TO ${owner}`)
  let daemon: Daemon | undefined
  const end = () => {
    if (daemon && alive(daemon.ready.pid)) process.kill(daemon.ready.pid, 'SIGTERM')
    daemon = undefined
  }
  return {
    server,
    owner,
    direct: place(
      Object.assign(new URL(databases.direct.url), { username: owner, password, search: 'sslmode=disable' }),
    ),
    admin: (way) => databases[way].admin,
    async session(way, { allow, warn } = STRICTLY) {
      end()
      daemon = await startDaemon(databases[way], {
        target: {
          credential: { user: owner, password: new Secret(password) },
          guard: guard(way === 'observed' ? 'observe' : 'enforce', { allow, warn }),
          masks: { columns: [], detect: [] },
          limits: { connections: 20 },
        },
      })
      return session(daemon)
    },
    async schema(way) {
      const { admin, url } = databases[way]
      const described = await describeSchema(admin)
      return dumps(server.version) ? [...described, ...dumpSchema(url).split('\n')] : described
    },
    async close() {
      end()
      for (const way of ['observed', 'guarded', 'direct'] as const) await databases[way].drop()
      const client = new pg.Client({ connectionString: server.url })
      await client.connect()
      await client.query(`DROP ROLE ${owner}`)
      await client.end()
    },
  }
}

/** The built-in guard as a policy file would extend it. */
function guard(mode: Guard['mode'], { allow, warn }: Loosened): Guard {
  const { rules, ...own } = resolveGuard('migrations', {})
  const warned = Object.fromEntries(warn.map((rule) => [rule, 'warn' as const]))
  return { ...own, mode, rules: { ...rules, ...warned }, allow: [...own.allow, ...allow] }
}

function session(daemon: Daemon): Session {
  const { host, port, user, password, database = '' } = daemon.ready.targets[0]!
  const url = new URL(`postgres://${host}:${port}/${database}?sslmode=disable`)
  return {
    ...place(Object.assign(url, { username: user, password })),
    report: () => report(events(daemon)),
  }
}

function place(url: URL): Place {
  const { hostname, port, username, password, pathname } = url
  return {
    url: url.href,
    env: {
      DATABASE_URL: url.href,
      PGHOST: hostname,
      PGPORT: port,
      PGUSER: username,
      PGPASSWORD: password,
      PGDATABASE: pathname.slice(1),
    },
  }
}

function report(all: readonly Event[]): Report {
  const levels = resolveGuard('migrations', {}).rules
  const texts = all.filter((event) => event.type === 'statement')
  const holds: Record<string, number> = {}
  for (const rule of texts.flatMap(({ rules }) => rules).sort())
    if (levels[rule] !== 'warn') holds[rule] = (holds[rule] ?? 0) + 1
  return {
    texts: texts.length,
    warned: texts.filter(({ rules }) => rules.some((rule) => levels[rule] === 'warn')).length,
    refused: texts.filter(({ verdict, observed }) => verdict !== 'allow' && !observed).length,
    holds,
  }
}

export interface Run {
  readonly status: number | null
  readonly output: string
}

/** Runs an installed tool's program in `cwd` with the variables of a place, as a step of a job would. */
export function run(
  { env }: Place,
  program: string,
  args: readonly string[],
  more: { cwd?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(more.cwd === undefined ? {} : { cwd: more.cwd }),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env, ...more.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk
      })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, output }))
  })
}
