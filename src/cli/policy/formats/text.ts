// For people: by file, worst first within a statement, without what is fine.
import type { Finding } from '../../../core/verdict.ts'
import { type Judged, type Level, levelOf, type Reporter, summary } from '../judged.ts'

const COLOURS: Readonly<Record<Level, number>> = { block: 31, hold: 33, warn: 36, allow: 32 }
const WORDS: Readonly<Record<Level, string>> = { block: 'block', hold: 'hold', warn: 'warn', allow: 'allow' }

export function text(out: (text: string) => void, coloured: boolean): Reporter {
  const paint = (level: Level, words: string) =>
    coloured ? `\u001b[${COLOURS[level]}m${words}\u001b[0m` : words
  let file: string | undefined
  let number = 0
  return {
    judged(statement) {
      number++
      const level = levelOf(statement)
      if (level === 'allow') return
      const { place, verdict, hints } = statement
      const heading = place?.file ?? 'standard input'
      if (heading !== file) out(`${file === undefined ? '' : '\n'}${visible(heading)}\n`)
      file = heading
      const at = String(place?.line ?? number).padStart(6)
      for (const [index, finding] of shown(statement).entries()) {
        const word = paint(finding.level, WORDS[finding.level].padEnd(5))
        out(`${index === 0 ? at : ' '.repeat(6)}  ${word}  ${finding.rule}: ${visible(finding.reason)}\n`)
        if (finding.hint !== '') out(`${' '.repeat(15)}${visible(finding.hint)}\n`)
      }
      if (verdict.observed) out(`${' '.repeat(15)}The guard only observes: it lets this pass.\n`)
      for (const hint of hints) out(`${' '.repeat(15)}The author says: ${visible(hint)}\n`)
    },
    done(tally, notes) {
      if (file !== undefined) out('\n')
      for (const note of notes) out(`${visible(note)}\n`)
      const worst = (['block', 'hold', 'warn', 'allow'] as const).find((level) => tally[level] > 0) ?? 'allow'
      out(`${paint(worst, summary(tally))}\n`)
    },
  }
}

interface Shown {
  readonly level: Level
  readonly rule: string
  readonly reason: string
  readonly hint: string
}

/** A rule that says the same of several things is told once for each. */
function shown({ verdict, reason }: Judged): readonly Shown[] {
  const told = new Set<string>()
  return verdict.findings.flatMap((finding, index) => {
    const words = index === 0 && reason !== '' ? reason : finding.reason
    const key = `${finding.rule} ${words}`
    if (told.has(key)) return []
    told.add(key)
    return [
      {
        level: finding.verdict,
        rule: finding.rule,
        reason: `${words}${stored(finding)}`,
        hint: finding.hint,
      },
    ]
  })
}

/** The statement's text does not show what the database's own code does. */
export const stored = ({ effect }: Finding): string =>
  effect.stored ? ' (done by what the database holds)' : ''

/** Names come from files: none of them reaches a terminal as a control sequence. */
const visible = (words: string): string => words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
