// A record as one page, as `sluice report` makes it: whoever opens it has it checked by their own browser.
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type PackedFiles, packedReportHtml } from '../../recording/report/index.ts'
import { TERMINAL_MEMBER } from '../../recording/terminal/cast.ts'
import type { RecordFile, RecordReader } from './reader.ts'
import type { Standing } from './store.ts'

/** Of a record: it is in memory while its page is made. 100,000 statements are some 40 MiB. */
const MOST_BYTES = 64 * 1024 * 1024
const packed = promisify(gzip)

export function fitsPage({ sizes }: Standing): boolean {
  return sizes.session + sizes.chunks + sizes.receipts <= MOST_BYTES
}

/** The page. Compressing is done beside the server's own thread. */
export async function reportOf(reader: RecordReader, session: string, standing: Standing): Promise<string> {
  const { sizes, seal } = standing
  const pack = async (file: RecordFile, size: number) => packed(await reader.bytes(session, file, 0, size))
  const events = await reader.bytes(session, 'session', 0, sizes.session)
  const terminal = events.includes(TERMINAL_MEMBER)
  const files: PackedFiles = {
    session: await packed(events),
    chunks: await pack('chunks', sizes.chunks),
    receipts: await pack('receipts', sizes.receipts),
    ...(seal ? { seal: await pack('seal', await reader.size(session, 'seal')) } : {}),
  }
  return packedReportHtml(files, { terminal })
}
