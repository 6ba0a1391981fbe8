// Workflow commands, which GitHub shows at the lines of a pull request.
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
import { type Judged, type Level, levelOf, type Reporter, summary } from '../judged.ts'
import { stored } from './text.ts'

const COMMAND: Readonly<Record<Exclude<Level, 'allow'>, string>> = {
  block: 'error',
  hold: 'warning',
  warn: 'notice',
}
const TITLE: Readonly<Record<Exclude<Level, 'allow'>, string>> = {
  block: 'blocked',
  hold: 'needs approval',
  warn: 'warning',
}

/** `place` turns a file into its path from the repository's root. */
export const github = (out: (text: string) => void, place: (file: string) => string): Reporter => ({
  judged(statement) {
    const level = levelOf(statement)
    if (level === 'allow') return
    const [first] = statement.verdict.findings
    const at = statement.place
    const properties = {
      ...(at && { file: place(at.file), line: String(at.line), endLine: String(at.endLine) }),
      title: `${first?.rule ?? 'sluice'}: ${statement.verdict.observed ? 'observed only' : TITLE[level]}`,
    }
    const told = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`)
    out(`::${COMMAND[level]} ${told.join(',')}::${data(message(statement))}\n`)
  },
  done(tally, notes) {
    for (const note of notes) out(`${plain(note)}\n`)
    out(`${summary(tally)}\n`)
  },
})

function message({ verdict: { findings }, reason, hints }: Judged): string {
  const [first, ...others] = findings
  const lines = [first ? `${reason || first.reason}${stored(first)}. ${first.hint}` : reason]
  const more = others.map((finding) => `${finding.rule}: ${finding.reason}${stored(finding)}`)
  lines.push(...new Set(more), ...hints.map((hint) => `The author says: ${hint}`))
  return lines.join('\n')
}

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A file's name must not be read as a command. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\ufffd').replace(/^::/, ' ::')
