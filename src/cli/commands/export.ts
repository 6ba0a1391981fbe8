import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { EXPORTS, type Export, exported } from '../../client/exports.ts'
import { SluiceError } from '../../core/errors.ts'
import { type Command, EXIT, type Io } from '../command.ts'
import { wrongUsage } from '../parse.ts'
import { identify, PEOPLE_HELP, PEOPLE_NOTE, parsePeople } from '../people/options.ts'

export const command: Command = {
  summary: 'export sessions, approvals, masking and the audit log for auditors',
  help: `Usage: sluice export --from TIME [--to TIME] [--what LIST] [--format jsonl|csv] [--output DIR]
                     [--server URL] [--token-file FILE]

Exports what the grant server knows of a stretch of time, a year at most. Your token must be an administrator's.

  --from TIME        the beginning: 2026-11-01 (midnight UTC) or 2026-11-01T12:00:00Z
  --to TIME          the end, which is not part of it; now when left out
  --what LIST        sessions, approvals, masking, audit, with commas between; sessions,approvals,masking when left out
                       sessions   who, what, when, access rule, targets, totals, end, head of the record, hash of its seal
                       approvals  what was asked, and who decided how and why
                       masking    cells that were masked, by session and column or detector; never their values
                       audit      the server's own log: sign-ins, tokens, decisions, starts, exports, deletions
  --format FORMAT    jsonl (when left out): a JSON object a line, with its kind as \`type\`; or csv
  --output DIR       a file for each kind there, instead of standard output; csv of several kinds needs it
${PEOPLE_HELP}
${PEOPLE_NOTE}
Cells of csv that a spreadsheet would take for a formula begin with an apostrophe.

Exit codes: 0 all of it was written, 1 it failed or broke off, 2 wrong options or token, 3 the server refused.

Examples
  sluice export --from 2026-10-01 --to 2026-11-01 > october.jsonl
  sluice export --from 2026-10-01 --to 2026-11-01 --format csv --output october
`,
  async run(args, io) {
    const { values, positionals } = parsePeople(args, 'export', {
      from: { type: 'string' },
      to: { type: 'string' },
      what: { type: 'string' },
      format: { type: 'string' },
      output: { type: 'string' },
    })
    if (positionals.length > 0) throw wrongUsage('export', `${positionals[0]} is not expected`)
    const { from, to, format = 'jsonl', output } = values
    const kinds = readKinds(String(values.what ?? 'sessions,approvals,masking'))
    if (typeof from !== 'string') throw wrongUsage('export', '--from is missing')
    if (format !== 'jsonl' && format !== 'csv') throw wrongUsage('export', '--format is jsonl or csv')
    if (format === 'csv' && kinds.length > 1 && output === undefined)
      throw wrongUsage(
        'export',
        'csv of several kinds are several files: name one with --what, or --output DIR',
      )
    const who = await identify(values, io)
    const query = { from, format, ...(typeof to === 'string' ? { to } : {}) }
    for (const kind of kinds) {
      const pieces = exported(who, kind, query, io.signal)
      if (typeof output === 'string')
        await write(pieces, join(resolve(io.cwd, output), `${kind}.${format}`), io)
      else for await (const text of pieces) io.out(text)
    }
    return EXIT.ok
  },
}

function readKinds(list: string): Export[] {
  const names = list.split(',').map((name) => name.trim())
  const unknown = names.find((name) => !EXPORTS.some((known) => known === name))
  if (unknown !== undefined)
    throw wrongUsage('export', `--what ${unknown} is not one of ${EXPORTS.join(', ')}`)
  return EXPORTS.filter((name) => names.includes(name))
}

/** Never over another file: it may be somebody's evidence. */
async function write(pieces: AsyncIterable<string>, path: string, io: Io): Promise<void> {
  mkdirSync(resolve(path, '..'), { recursive: true })
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new SluiceError('CONFIG_INVALID', `${path} cannot be written (${error.code})`, {
      hint: 'Name a directory that is empty or does not exist yet',
      cause: error,
    })
  })
  try {
    for await (const text of pieces) await file.writeFile(text)
  } finally {
    await file.close()
  }
  io.err(`${path}\n`)
}
