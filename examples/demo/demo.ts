// The whole of Sluice once, on this machine: real PostgreSQL, real server, real tokens, the built Action. See 'sluice help demo'.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Artifacts, startArtifacts } from '../../test/fixtures/artifacts.ts'
import { type Deployment, deploy } from '../../test/fixtures/deployment.ts'
import { startIssuer } from '../../test/fixtures/issuer.ts'
import { startPostgres } from '../../test/fixtures/postgres.ts'
import { type Job, type Step, startJob } from '../../test/fixtures/runner.ts'
import { type Approver, signIn } from './approver.ts'
import { bold, check, dim, failed, part, quote, say, showMarkdown, title } from './screen.ts'

const HERE = import.meta.dirname
const ROOT = join(HERE, '..', '..')
const RECORD = join(ROOT, '.tmp', 'demo-record')

const started = performance.now()
const interrupted = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort())
process.on('disconnect', () => interrupted.abort())
const closing: (() => Promise<unknown>)[] = []

try {
  await demo(process.argv.includes('--keep'))
} catch (error) {
  if (!interrupted.signal.aborted) throw error
  process.exitCode = 130
} finally {
  for (const close of closing.reverse()) await close().catch((error: unknown) => console.error(error))
}
if (process.connected) process.disconnect()

async function demo(keep: boolean): Promise<void> {
  emptyRecord()
  title('Sluice: a deploy job reaches a production database without holding a credential.')
  const { deployment, artifacts, job } = await company()
  const dba = await signIn(deployment)
  await session(job, deployment, dba)
  if (keep) await hold(job, deployment, dba.token)
  const post = await finish(job, deployment)
  await record(deployment, artifacts, post)
  const seconds = Math.round((performance.now() - started) / 1000)
  title(failed() ? `${failed()} of the claims above did not hold.` : `All of it held. ${seconds} s.`)
  process.exitCode = failed() ? 1 : 0
}

/** Runs a part of the demo unless Ctrl-C came first. */
function go(): void {
  interrupted.signal.throwIfAborted()
}

async function company() {
  part('The company’s side')
  const postgres = await startPostgres()
  closing.push(() => postgres.stop())
  go()
  const issuer = await startIssuer()
  closing.push(() => issuer.close())
  const artifacts = await startArtifacts()
  closing.push(() => artifacts.close())
  const names = { database: 'orders', owner: 'orders_owner', broker: 'orders_broker' }
  const deployment = await deploy({
    postgres: { ...postgres, url: postgres.url() },
    issuer,
    names,
    gated: true,
  })
  closing.push(() => deployment.close())
  go()
  const job = await startJob({
    issuer,
    artifacts,
    workspace: deployment.workspace,
    path: [join(ROOT, 'node_modules', '.bin')],
    onLine: quote,
  })
  closing.push(() => job.end())
  say(`PostgreSQL on 127.0.0.1:${postgres.port}, with customers and orders`)
  say(`the grant server on ${deployment.url}; its policy is examples/demo/sluice.yml`)
  say('a DBA who has to approve: a script here, a person on the server’s pages otherwise')
  say('an OIDC issuer in GitHub’s place, and a runner in GitHub’s place. There is no secret in the job.')
  return { deployment, artifacts, job }
}

async function session(job: Job, deployment: Deployment, dba: Approver): Promise<void> {
  part('The job:  uses: sluice   (a gated deploy: it waits until the DBA approves)')
  const opening = job.uses(ROOT, { server: deployment.url, target: 'orders-prod' })
  const deploying = await dba.next(interrupted.signal)
  const before = await deployment.roles()
  await dba.approve(deploying, 'the release is reviewed')
  const opened = await step(opening)
  check('nothing was given before the approval', deploying.kind === 'access' && before.length === 0)
  check('approved: token exchanged, grant given, proxy up', opened.ok)
  check('a database role exists for this job alone', (await deployment.roles()).length === 1)

  part('The job:  npx node-pg-migrate up   (unchanged, allowed)')
  const allowed = await step(job.run('npx node-pg-migrate up'))
  check('the migration ran', allowed.ok)

  part('The job:  npx node-pg-migrate up   (the next release wants to drop a table)')
  cpSync(join(HERE, 'next'), join(deployment.workspace, 'migrations'), { recursive: true })
  const refused = await step(job.run('npx node-pg-migrate up'))
  const { rows } = await deployment.admin.query(`SELECT to_regclass('customers') AS there`)
  check('refused; the table and its rows are still there', !refused.ok && rows[0].there === 'customers')

  part('The job:  node cleanup.mjs   (it drops a column: held until the DBA approves this statement)')
  const cleaning = job.run('node cleanup.mjs')
  const held = await dba.next(interrupted.signal)
  say(`the DBA reads, and approves: ${held.statement?.replaceAll('\n', '  ')} (${held.rules?.join(', ')})`)
  const untouched = await columns(deployment)
  await dba.approve(held, 'nobody reads it')
  const cleaned = await step(cleaning)
  check('the column was there while it waited', untouched.includes('note'))
  check(
    'approved: it is gone, and the job went on',
    cleaned.ok && !(await columns(deployment)).includes('note'),
  )

  part('The job:  node report.mjs   (a script that reads customers)')
  const report = await step(job.run('node report.mjs'))
  check('refused with an error that says why, and the same connection went on', /42501/.test(report.log))
  check(
    'e-mail addresses and cards came back masked',
    report.ok && !/ada\.lovelace@|4111111111111111/.test(report.log),
  )
}

async function columns({ admin }: Deployment): Promise<string[]> {
  const { rows } = await admin.query<{ attname: string }>(
    `SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 AND NOT attisdropped`,
  )
  return rows.map(({ attname }) => attname)
}

async function hold(job: Job, deployment: Deployment, token: string): Promise<void> {
  const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE } = job.env
  part('Everything stays up. Try, in another terminal:')
  const login = `PGPASSWORD=${PGPASSWORD} psql -h ${PGHOST} -p ${PGPORT} -U ${PGUSER} ${PGDATABASE}`
  for (const statement of ['SELECT * FROM customers', 'DROP TABLE orders'])
    console.log(`\n${login} -c '${statement}'`)
  console.log(`\n${login} -c 'ALTER TABLE deliveries DROP COLUMN order_id'   ${dim('# waits for you:')}`)
  const sluice = `SLUICE_SERVER=${deployment.url} SLUICE_TOKEN=${token} node dist/cli/index.js`
  console.log(`\n${sluice} approvals`)
  console.log(`${sluice} approve ID --reason 'looked at it'`)
  console.log(`\n${dim('Ctrl-C ends the job in order.')}`)
  await new Promise<void>((resolve) => {
    if (interrupted.signal.aborted) return resolve()
    // Waiting on a signal alone would not keep the process up.
    const alive = setInterval(() => {}, 60_000)
    interrupted.signal.addEventListener('abort', () => {
      clearInterval(alive)
      resolve()
    })
  })
}

async function finish(job: Job, deployment: Deployment): Promise<Step | undefined> {
  part('The job is over:  post')
  const { posts, orphans } = await job.end()
  const post = posts[0]
  check('the role is gone, and its sessions with it', (await deployment.roles()).length === 0)
  check('no process is left', orphans.length === 0)
  say('From the job’s summary:')
  showMarkdown(/### Teardown receipt[\s\S]*/.exec(post?.summary ?? '')?.[0] ?? '')
  return post
}

async function record(deployment: Deployment, artifacts: Artifacts, post: Step | undefined): Promise<void> {
  part('The record, for whoever reviews it')
  const [name] = artifacts.names()
  if (!name || !post?.ok) return check('the job left a record', false)
  for (const [file, bytes] of Object.entries(await artifacts.files(name)))
    writeFileSync(join(RECORD, file), bytes)
  const where = relative(process.cwd(), RECORD)
  say(`artifact ${name}, unpacked to ${bold(where)}`)
  check('the server keeps the same bytes', digest(RECORD) === digest(serverRecord(deployment)))
  const intact = verify(deployment, RECORD)
  check('sluice verify: intact', intact.status === 0)
  for (const line of intact.output.trim().split('\n')) quote(line)
  const { changed, at } = tamper(RECORD)
  const broken = verify(deployment, changed)
  check(`sluice verify after one byte was changed in line ${at}: says so`, broken.status === 5)
  for (const line of broken.output.trim().split('\n').slice(0, 2)) quote(line)
  rmSync(changed, { recursive: true })
  say(`Look yourself:  node dist/cli/index.js verify ${where}`)
}

/** Before anything starts: an earlier demo of another user may have left a directory that is not ours to write. */
function emptyRecord(): void {
  try {
    rmSync(RECORD, { recursive: true, force: true })
    mkdirSync(RECORD, { recursive: true })
  } catch (error) {
    const cure = 'Remove it, or run the demo as the user that it belongs to.'
    throw new Error(`the demo cannot write its record to ${RECORD}. ${cure}`, { cause: error })
  }
}

function serverRecord(deployment: Deployment): string {
  const sessions = join(deployment.dir, 'data', 'sessions')
  return join(sessions, readdirSync(sessions)[0] ?? '')
}

function digest(directory: string): string {
  return createHash('sha256')
    .update(readFileSync(join(directory, 'session.jsonl')))
    .digest('hex')
}

function verify({ cli }: Deployment, path: string): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'verify', path], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

/** A copy in which somebody made the refused statement look harmless. */
function tamper(directory: string): { changed: string; at: number } {
  const changed = `${directory}-changed`
  cpSync(directory, changed, { recursive: true })
  const file = join(changed, 'session.jsonl')
  const lines = readFileSync(file, 'utf8').split('\n')
  const at = lines.findIndex((line) => line.includes('DROP TABLE'))
  lines[at] = (lines[at] ?? '').replace('DROP TABLE', 'DROP TABLF')
  writeFileSync(file, lines.join('\n'))
  return { changed, at: at + 1 }
}

async function step(running: Promise<Step>): Promise<Step> {
  const done = await running
  go()
  return done
}
