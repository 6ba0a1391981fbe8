// The parts that work on every event and every byte, alone.
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DETECTOR_IDS } from '../../../src/core/detectors.ts'
import { createScan } from '../../../src/masking/detectors/detector.ts'
import { createMasking } from '../../../src/masking/index.ts'
import { createScanner } from '../../../src/masking/scanner.ts'
import { createRecorder } from '../../../src/recording/create.ts'
import { median } from '../measure.ts'
import { capture } from '../sink.ts'
import type { Check } from './workload.ts'

const TIMES = 5

/** Median of this process's processor time for `work`, milliseconds: a busy machine does not count. */
function milliseconds(work: () => void): number {
  const times = Array.from({ length: TIMES }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return median(times)
}

const scanner: Check = {
  name: 'scanner',
  async run({ direct }) {
    const bytes = await capture(direct, 'COPY (SELECT * FROM big LIMIT 100000) TO STDOUT')
    const every = createScanner(DETECTOR_IDS)
    const scan = createScan()
    const time = milliseconds(() => {
      Object.assign(scan, { bytes, begin: 0, floor: 0, end: bytes.length })
      while (every.next(scan) !== undefined) {}
    })
    return [
      {
        name: `scanner, all ${DETECTOR_IDS.length} detectors`,
        value: bytes.length / 1e3 / time,
        unit: 'MB/s',
      },
    ]
  },
}

const masks: Check = {
  name: 'masks',
  async run() {
    const columns = [
      { pattern: 'public.big.email', mask: 'redact' },
      { pattern: 'public.big.iban', mask: 'partial' },
    ] as const
    const plan = createMasking({ columns, detect: [] }, randomBytes(32)).plan(
      columns.map(({ pattern }) => ({ label: 'x', origin: pattern, type: 'text', format: 'text' })),
    )!
    const cells = [Buffer.from('ann.example@example.com'), Buffer.from('DE89370400440532013000')]
    const to = Buffer.alloc(64)
    const rows = 1_000_000
    const time = milliseconds(() => {
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < 2; column++)
          plan[column]!.apply(cells[column]!, 0, cells[column]!.length, to, 0)
    })
    return [{ name: 'masks of 2 columns', value: (time * 1e6) / rows, unit: 'ns a row' }]
  },
}

const recorder: Check = {
  name: 'recorder',
  async run({ dir }) {
    const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
    const events = 100_000
    const time = (every: number) =>
      milliseconds(() => {
        const recorder = createRecorder({
          dir: join(dir, `record-${randomUUID()}`),
          session: randomUUID(),
          key: { kty: 'OKP', crv: 'Ed25519', x, d },
          clock: () => new Date(),
        })
        for (let id = 0; id < events; id += 2) {
          recorder.append({ type: 'execute', conn: 1, id, parameters: 2 })
          recorder.append({ type: 'result', conn: 1, id, tag: 'SELECT 1', rows: 1, bytes: 120, ms: 0 })
          if (id % every === 0) recorder.flush()
        }
        recorder.flush()
      })
    return [
      { name: 'recorder, flushed every 64 events', value: (time(64) * 1e3) / events, unit: 'µs an event' },
      { name: 'recorder, flushed every statement', value: (time(2) * 1e3) / events, unit: 'µs an event' },
    ]
  },
}

export const PARTS: readonly Check[] = [scanner, masks, recorder]
