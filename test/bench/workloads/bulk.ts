// Large results and loads: the replayed result shows the relay, the real server what a job sees.
import { cpuSeconds } from '../measure.ts'
import { openSink, type Sink } from '../sink.ts'
import type { Entrant } from '../stage.ts'
import { type Contest, ENTRANTS, QUICK } from './workload.ts'

async function measured(
  { endpoint, pid }: Entrant,
  work: (sink: Sink) => Promise<{ bytes: number; seconds: number }>,
  volume?: number,
) {
  const sink = await openSink(endpoint)
  const before = cpuSeconds(pid)
  const { bytes, seconds } = await work(sink)
  const cpu = cpuSeconds(pid) - before
  sink.close()
  // What the server sent counts, not what is left of it after masking.
  const megabytes = (volume ?? bytes) / 1e6
  return { value: megabytes / seconds, ...(pid === undefined ? {} : { cpu: (cpu * 1e6) / megabytes }) }
}

/** Bytes of a query's result at the server. */
async function volumeOf(
  entrant: Entrant,
  text: string,
  cache: Map<string, number>,
): Promise<number | undefined> {
  if (entrant.name === 'direct') {
    const sink = await openSink(entrant.endpoint)
    cache.set(text, (await sink.query(text)).bytes)
    sink.close()
  }
  return cache.get(text)
}

function reading(
  name: string,
  text: string,
  against: Contest['against'],
  entrants: readonly string[],
): Contest {
  const volumes = new Map<string, number>()
  return {
    name,
    unit: 'MB/s',
    per: 'MB',
    entrants,
    against,
    run: async (entrant) => {
      const volume = volumes.has(text) ? volumes.get(text) : await volumeOf(entrant, text, volumes)
      return measured(entrant, (sink) => sink.query(text), volume)
    },
  }
}

/** About 1 MB of rows as COPY writes them. */
let rows: Buffer = Buffer.alloc(0)

export const BULK: readonly Contest[] = [
  reading('relay alone', 'SELECT * FROM big -- 3', 'replayed', ENTRANTS),
  reading('bulk SELECT', 'SELECT * FROM big', 'real', ENTRANTS),
  reading(
    'COPY OUT',
    'COPY big TO STDOUT',
    'real',
    ENTRANTS.filter((name) => name !== 'pg-gateway'),
  ),
  {
    name: 'COPY IN',
    unit: 'MB/s',
    per: 'MB',
    entrants: QUICK,
    against: 'real',
    async prepare({ admin }) {
      const { rows: found } = await admin.query(
        `SELECT string_agg(concat_ws(E'\\t', id, name, email, iban, amount, created, status, note, reference, address), E'\\n') || E'\\n' AS text
         FROM (SELECT * FROM big LIMIT 1200) first`,
      )
      rows = Buffer.from(found[0].text)
    },
    async run(entrant, { admin }) {
      await admin.query('TRUNCATE taken')
      return measured(entrant, (sink) => sink.copyIn('COPY taken FROM STDIN', rows, 120))
    },
  },
]
