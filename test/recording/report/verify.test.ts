// The browser's check and `sluice verify` are one: here both run, on the same bytes.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createPace } from '../../../src/recording/report/browser/pace.ts'
import { verifyFiles } from '../../../src/recording/report/browser/verify.ts'
import { type RecordFiles, verifyRecord } from '../../../src/recording/verify.ts'
import { newKey } from '../samples.ts'
import { fakeServer } from '../server.ts'
import { EVENTS, SERVER, sealedRecord, write } from './records.ts'

let record: RecordFiles
beforeAll(async () => {
  record = await sealedRecord()
})

const check = (files: RecordFiles, serverKey?: string) =>
  verifyFiles(files, { serverKey, pace: createPace() })

describe('the check with WebCrypto', () => {
  test('finds a record intact, local or incomplete', async () => {
    const local = await write(EVENTS)
    const incomplete = await write(EVENTS, { upload: fakeServer(SERVER), unsealed: true })
    for (const [files, status] of [
      [record, 'intact'],
      [local, 'local'],
      [incomplete, 'incomplete'],
    ] as const) {
      expect(await check(files)).toMatchObject({ status, problems: [] })
      expect(await check(files)).toEqual(verifyRecord(files))
    }
  })

  test('pins the server’s key', async () => {
    expect(await check(record, SERVER.x)).toMatchObject({ status: 'intact', keys: { pinned: true } })
    const other = newKey().x
    expect(await check(record, other)).toEqual(verifyRecord(record, other))
    expect((await check(record, other)).status).toBe('broken')
  })

  test('says of every change what sluice verify says', async () => {
    const edit = fc.record({
      name: fc.constantFrom('session', 'chunks', 'receipts', 'seal'),
      at: fc.nat(),
      mask: fc.integer({ min: 1, max: 255 }),
      how: fc.constantFrom('flip', 'cut', 'drop', 'double'),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ name, at, mask, how }) => {
        const bytes = Buffer.from(record[name]!)
        const place = at % bytes.length
        bytes[place]! ^= how === 'flip' ? mask : 0
        const lines = bytes.toString('latin1').split(/(?<=\n)/)
        const line = at % lines.length
        const changed = {
          flip: () => bytes,
          cut: () => bytes.subarray(0, place),
          drop: () => Buffer.from(lines.toSpliced(line, 1).join(''), 'latin1'),
          double: () => Buffer.from(lines.toSpliced(line, 0, lines[line]!).join(''), 'latin1'),
        }[how]()
        const files = { ...record, [name]: changed }
        const result = await check(files, SERVER.x)
        expect(result).toEqual(verifyRecord(files, SERVER.x))
        expect(result.status).toBe('broken')
      }),
      { numRuns: 300 },
    )
  })
})
