// The session view as one file: opens from disk, asks nothing of any network, and checks the record that it carries.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { FILES } from '../format.ts'
import { SCRIPT as PLAYER, STYLE as PLAYER_STYLE } from '../replay/bundle.ts'
import { TERMINAL_MEMBER } from '../terminal/cast.ts'
import type { RecordFiles } from '../verify.ts'
import { SCRIPT, STYLE } from './bundle.ts'

export interface ReportOptions {
  /** The record has a terminal session: the page gets a player for it. */
  readonly terminal?: boolean
  /** Where in the job's files statements stand, by `seq` of their events: as the job found it, not part of the record. */
  readonly places?: ReadonlyMap<number, { readonly file: string; readonly line: number }>
}

/** A record beyond this is more than a browser should hold. */
export const MAX_REPORT_BYTES = 256 * 1024 * 1024

/** How a report begins, so that it is known as one of ours. */
export const REPORT_START = '<!doctype html>\n<html lang="en">\n<!-- Sluice session report -->\n'

/** The page. Throws `RangeError` for a record that is larger than `MAX_REPORT_BYTES`. */
export function reportHtml(files: RecordFiles, options?: ReportOptions): string {
  const bytes = Object.values(files).reduce((sum, file: Buffer | undefined) => sum + (file?.length ?? 0), 0)
  if (bytes > MAX_REPORT_BYTES) throw new RangeError('the record is too large for a page (more than 256 MiB)')
  const packed = Object.entries(files).flatMap(([key, file]) =>
    file ? [[key, gzipSync(file)] as const] : [],
  )
  const terminal = files.session.includes(TERMINAL_MEMBER)
  return packedReportHtml(Object.fromEntries(packed), { terminal, ...options })
}

/** Files of a record, each compressed by gzip. */
export type PackedFiles = Readonly<Partial<Record<keyof typeof FILES, Buffer>>>

/** The same of what is compressed already. As base64 none of it can become markup. */
export function packedReportHtml(
  files: PackedFiles,
  { places = new Map(), terminal = false }: ReportOptions = {},
): string {
  return `${REPORT_START}<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${terminal ? PLAYER_POLICY : POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Session record · Sluice</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
${terminal ? `<style>${PLAYER_STYLE}</style>\n` : ''}</head>
<body>
<header><strong>Sluice</strong></header>
<main id="main"><h1>Session record</h1>
<p role="status">Unpacking the record…</p>
<noscript><p class="note">Without JavaScript this page shows nothing. The record is beside it, in session.jsonl: check it with <code>sluice verify</code>.</p></noscript>
</main>
${embedded(files)}<script type="application/json" id="places">${json(Object.fromEntries(places))}</script>
${terminal ? `<!-- asciinema-player, Apache-2.0: https://github.com/asciinema/asciinema-player -->\n<script>${PLAYER}</script>\n` : ''}<script>${SCRIPT}</script>
</body>
</html>
`
}

const POLICY = policyOf([sha256(SCRIPT)], [sha256(STYLE)])

/** What draws the terminal is WebAssembly: it may be compiled, and nothing else is allowed by that. */
const PLAYER_POLICY = policyOf(
  [sha256(PLAYER), sha256(SCRIPT), 'wasm-unsafe-eval'],
  [sha256(STYLE), sha256(PLAYER_STYLE)],
)

function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  const each = (sources: readonly string[]) => sources.map((source) => `'${source}'`).join(' ')
  return [
    "default-src 'none'",
    `script-src ${each(scripts)}`,
    `style-src ${each(styles)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function embedded(files: PackedFiles): string {
  return Object.entries(FILES)
    .map(([key, name]) => {
      const bytes = files[key as keyof typeof FILES]
      return bytes
        ? `<script type="application/gzip" id="${name}">${bytes.toString('base64')}</script>\n`
        : ''
    })
    .join('')
}

/** Inside of a script element only `<` could end it. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
