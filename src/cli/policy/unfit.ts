// Texts that are no SQL for the server, which somebody else reads before it.
import type { Verdict } from '../../core/verdict.ts'

/** Why it does not parse, where that is plain; undefined when it does, or when nobody knows. */
export function unfit(text: string, verdict: Verdict): string | undefined {
  const [, command] = /^\\(\S*)/.exec(text) ?? []
  // It never reaches the server, and may do anything where psql runs.
  if (command !== undefined)
    return `\\${command} is a command of psql and no SQL: it cannot be judged. Take it out of the script`
  if (verdict.findings[0]?.rule !== 'does-not-parse') return undefined
  const [placeholder] = PLACEHOLDER.exec(text) ?? []
  if (placeholder === undefined) return undefined
  return `${placeholder} is filled in by a tool before the server reads it: write what it stands for, or judge the script that the tool makes of it`
}

/** Of Flyway and Liquibase `${name}`, of psql `:'name'` and `:"name"`, of templates `{{ name }}`. */
const PLACEHOLDER = /\$\{[\w:.-]{1,60}\}|(?<![:\w]):(?:'\w{1,60}'|"\w{1,60}")|\{\{[^{}\n]{1,60}\}\}/
