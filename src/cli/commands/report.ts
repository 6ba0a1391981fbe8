import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import { FILES } from '../../recording/format.ts'
import { REPORT_START, reportHtml } from '../../recording/report/index.ts'
import { REPORT } from '../../recording/report/write.ts'
import { writeCasts } from '../../recording/terminal/write.ts'
import { verifyRecord } from '../../recording/verify.ts'
import { verdictInWords } from '../../recording/words.ts'
import { type Command, EXIT } from '../command.ts'
import { parseOptions, wrongUsage } from '../parse.ts'
import { readRecord } from '../record/source.ts'

export const command: Command = {
  summary: 'make one page of a session record that opens offline',
  help: `Usage: sluice report PATH [-o FILE] [--cast DIR] [--force]

Writes a session record as one self-contained page: search, filters, every statement with what came of it, and the
checks of 'sluice verify', which the browser makes itself. It opens from disk and asks nothing of any network.

PATH is the record's directory, its session.jsonl, or the CI artifact as a .zip.

Options:
  -o, --output FILE  where the page goes; ${REPORT} beside the record when left out
  --cast DIR         terminal sessions go into DIR, too, as asciicasts: session.cast, or one for each
  --force            overwrite FILE also when it is no session report

Prints the page's path, and behind it those of the asciicasts. What does not hold is told, and shown in the page.

Exit code: 0 the page is written; 1 it could not be; 2 wrong usage, FILE is something else, or no record can be read
at PATH. To learn by an exit code whether the record holds, use 'sluice verify'.

Examples:
  sluice report ./record
  sluice report sluice-session-orders-prod-7f3a.zip -o session.html
`,
  async run(args, io) {
    const { path, output, cast, force } = parse(args)
    const files = readRecord(path, io.cwd)
    const full = resolve(io.cwd, path)
    const place = statSync(full).isDirectory() ? full : dirname(full)
    const file = output === undefined ? join(place, REPORT) : resolve(io.cwd, output)
    if ([full, ...Object.values(FILES).map((name) => join(place, name))].some((own) => same(own, file)))
      throw wrongUsage('report', `${file} is the record itself`)
    if (!force && existsSync(file) && !isReport(file))
      throw new SluiceError('CONFIG_INVALID', `${file} is there already, and is no session report`, {
        hint: 'Name another file with -o, or overwrite it with --force',
      })
    write(file, page(files))
    const verification = verifyRecord(files)
    if (verification.status === 'broken') io.err(`sluice: the record ${verdictInWords(verification)}\n`)
    const casts = cast === undefined ? [] : play(resolve(io.cwd, cast), files.session)
    for (const written of [file, ...casts]) io.out(`${written}\n`)
    return EXIT.ok
  },
}

function page(files: Parameters<typeof reportHtml>[0]): string {
  try {
    return reportHtml(files)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new SluiceError('CONFIG_INVALID', cause.message, {
      hint: 'Read session.jsonl itself, and check it with sluice verify',
      cause,
    })
  }
}

/** Never half a page. */
function write(file: string, html: string): void {
  try {
    writeFileSync(`${file}.part`, html)
    renameSync(`${file}.part`, file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new SluiceError('RECORD_FAILED', `the page could not be written to ${file} (${code})`, {
      hint: 'Name a file in a directory that exists and is writable with -o',
      cause,
    })
  }
}

function play(dir: string, session: Buffer): string[] {
  try {
    mkdirSync(dir, { recursive: true })
    return writeCasts(dir, session)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'
    throw new SluiceError('RECORD_FAILED', `asciicasts could not be written to ${dir} (${code})`, {
      hint: 'Name a directory that is writable with --cast',
      cause,
    })
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.isFile() && a.dev === b.dev && a.ino === b.ino
}

function isReport(file: string): boolean {
  if (!statSync(file).isFile()) return false
  const fd = openSync(file, 'r')
  try {
    const start = Buffer.alloc(REPORT_START.length)
    return readSync(fd, start) === start.length && start.toString('latin1') === REPORT_START
  } finally {
    closeSync(fd)
  }
}

function parse(args: string[]) {
  const { values, positionals } = parseOptions('report', {
    args,
    allowPositionals: true,
    options: {
      output: { type: 'string', short: 'o' },
      cast: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  })
  const [path, more] = positionals
  if (path === undefined || more !== undefined)
    throw wrongUsage('report', 'a page is made of exactly one record')
  return { path, output: values.output, cast: values.cast, force: values.force }
}
