// Start-up and memory of the daemon.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { median, residentMb } from '../measure.ts'
import { startDaemon, stopDaemon } from '../peers/sluice.ts'
import { capture, digestRows, openSink } from '../sink.ts'
import { ROWS, type Stage } from '../stage.ts'
import type { Check, Figure } from './workload.ts'

const GIB = 1024 ** 3

async function connected(stage: Stage): Promise<Figure[]> {
  const figures: Figure[] = []
  const starts: number[] = []
  for (let time = 0; time < 5; time++) {
    const start = performance.now()
    const ready = await startDaemon(stage.direct, stage.dir)
    starts.push(performance.now() - start)
    await stopDaemon(ready.pid)
  }
  figures.push({ name: 'daemon start to ready', value: median(starts), unit: 'ms' })
  const { pid, targets } = await startDaemon(stage.direct, stage.dir)
  const { host, port, user, password } = targets[0]!
  await sleep(500)
  figures.push({ name: 'daemon resident, idle', value: residentMb(pid), unit: 'MB' })
  const clients: pg.Client[] = []
  try {
    for (const count of [32, 500]) {
      while (clients.length < count) {
        const client = new pg.Client({ host, port, user, password, database: stage.direct.database })
        client.on('error', () => {})
        await client.connect()
        await client.query('SELECT 1')
        clients.push(client)
      }
      await sleep(500)
      figures.push({ name: `daemon resident, ${count} connections`, value: residentMb(pid), unit: 'MB' })
    }
  } finally {
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
    await stopDaemon(pid)
  }
  return figures
}

/** The most memory a process has while `work` runs. */
async function peak(pid: number, work: Promise<unknown>): Promise<number> {
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, residentMb(pid))
  }, 50)
  await work.finally(() => clearInterval(timer))
  return most
}

async function slow(stage: Stage): Promise<Figure[]> {
  const upstream = await stage.backend()
  const { pid, targets } = await startDaemon(upstream, stage.dir)
  try {
    const { host, port, user, password = '' } = targets.find(({ name }) => name === 'sluice masking')!
    const endpoint = { host, port, user, password, database: upstream.database }
    const size = (await capture(upstream, 'SELECT * FROM big -- 1')).length
    const reader = await openSink(endpoint)
    const times = Math.ceil(GIB / size)
    const down = await peak(
      pid,
      reader.query(`SELECT * FROM big -- ${times}`, { pace: { bytes: 1 << 20, ms: 4 } }),
    )
    reader.close()
    const writer = await openSink(endpoint)
    const row = Buffer.from(`${Array(10).fill('a value of some length').join('\t')}\n`.repeat(4000))
    const up = await peak(pid, writer.copyIn('COPY big FROM STDIN -- slow', row, Math.ceil(GIB / row.length)))
    writer.close()
    return [
      { name: 'daemon resident, 1 GiB down, slow reader', value: down, unit: 'MB' },
      { name: 'daemon resident, 1 GiB up, slow server', value: up, unit: 'MB' },
    ]
  } finally {
    await stopDaemon(pid)
  }
}

/** What comes out masked through a slow reader is what the server itself would have masked. */
async function faithful(stage: Stage): Promise<Figure[]> {
  const masking = (await stage.real()).find(({ name }) => name === 'sluice masking')!
  const wanted = digestRows(
    await capture(
      stage.direct,
      `SELECT id, name, '****' AS email, '****' || right(iban, 4) AS iban, amount, created, status, note, reference, address FROM big`,
    ),
  )
  const got = digestRows(await capture(masking.endpoint, 'SELECT * FROM big', { bytes: 1 << 20, ms: 2 }))
  if (got.rows !== ROWS || got.sha256 !== wanted.sha256)
    throw new Error(
      `masked rows are wrong: ${got.rows} rows of ${ROWS}, digest ${got.sha256}, not ${wanted.sha256}`,
    )
  return [{ name: 'masked rows equal to the server’s own, slow reader', value: got.rows, unit: 'rows' }]
}

export const DAEMON: readonly Check[] = [
  { name: 'masked rows', run: faithful },
  { name: 'daemon', run: connected },
  { name: 'memory', run: slow },
]
