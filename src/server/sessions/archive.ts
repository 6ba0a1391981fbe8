// A record as one zip: what the CI artifact holds, and `sluice verify` reads.
import { setImmediate as others } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'
import { FILES } from '../../recording/journal.ts'
import type { RecordFile, RecordReader } from './reader.ts'
import type { Standing } from './store.ts'

/** What a zip can hold whose readers know nothing of larger ones. */
const MOST_BYTES = 4_000_000_000

export function fits({ sizes }: Standing): boolean {
  return sizes.session + sizes.chunks + sizes.receipts < MOST_BYTES
}

/** Made while it is read, a piece at a time, as fast as it is taken. */
export function archive(
  reader: RecordReader,
  session: string,
  standing: Standing,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const made = zipped(reader, session, standing)
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await made.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await made.return(undefined)
    },
  })
}

async function* zipped(reader: RecordReader, session: string, { sizes, seal }: Standing) {
  const ready: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    if (data.length > 0) ready.push(new Uint8Array(data))
  })
  const files: [RecordFile, number][] = [
    ['session', sizes.session],
    ['chunks', sizes.chunks],
    ['receipts', sizes.receipts],
  ]
  if (seal) files.push(['seal', await reader.size(session, 'seal')])
  for (const [file, size] of files) {
    const entry = new ZipDeflate(FILES[file], { level: 3 })
    zip.add(entry)
    let left = size
    for await (const piece of reader.pieces(session, file, 0, size)) {
      left -= piece.length
      entry.push(piece, left === 0)
      yield* ready.splice(0)
      await others()
    }
    if (size === 0) entry.push(new Uint8Array(), true)
  }
  zip.end()
  yield* ready.splice(0)
}
