// What the record keeps of a statement.
import type { EventBody } from '../core/event.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Masking } from '../masking/mask.ts'
import { hintsOf } from '../sql/hints.ts'
import { withoutPasswords } from './passwords.ts'

/** Characters of a statement's text that the record keeps; its digest is of all of it. */
const KEPT_TEXT = 8 * 1024
/** The same one each time: the record's writer knows its text then. */
const NONE: readonly string[] = []

export type Evidence = (
  statement: Statement,
  verdict: Verdict,
  effects: readonly Effect[],
  prepared: string | undefined,
) => EventBody & { type: 'statement' }

/** Evidence of one connection. Names are scrubbed once: statements that are alike share the arrays of their analysis. */
export function createEvidence(conn: number, masking: Masking): Evidence {
  const scrub = scrubber(masking)
  const clean = {
    effects: once<readonly Effect[]>((effects) => scrubbed(effects, scrub)),
    relations: once(scrub),
  }
  return (statement, verdict, effects, prepared) => {
    const { id, sha256, analysis } = statement
    const text = recordedText(statement, masking)
    const hints = hintsOf(statement.text)
    return {
      type: 'statement',
      conn,
      id,
      text,
      redacted: text !== statement.text,
      sha256,
      effects: masking.inert ? effects : clean.effects(effects),
      relations: masking.inert ? analysis.relations : clean.relations(analysis.relations),
      verdict: verdict.kind,
      rules: verdict.findings.length === 0 ? NONE : verdict.findings.map(({ rule }) => rule),
      ...(hints.length > 0 && { hints: masking.inert ? hints : scrub(hints) }),
      ...(verdict.observed ? { observed: true } : {}),
      ...(prepared === undefined ? {} : { prepared }),
    }
  }
}

function once<T extends object>(make: (value: T) => T): (value: T) => T {
  const made = new WeakMap<T, T>()
  return (value) => {
    let result = made.get(value)
    if (result === undefined) {
      result = make(value)
      made.set(value, result)
    }
    return result
  }
}

/** Scrubbed before it is cut, so that the cut cannot hide half a secret from the detectors. */
function recordedText({ text, analysis }: Statement, masking: Masking): string {
  const window = text.length > KEPT_TEXT * 2 ? text.slice(0, KEPT_TEXT * 2) : text
  const bare = withoutPasswords(window, analysis.effects)
  const scrubbed = masking.inert ? bare : masking.scrub(bare)
  if (scrubbed.length <= KEPT_TEXT) return scrubbed
  return `${scrubbed.slice(0, KEPT_TEXT).toWellFormed()}…`
}

type Scrub = (texts: readonly string[]) => readonly string[]

/** Names are text of the statement too. The very same array when nothing is found. */
const scrubber =
  (masking: Masking): Scrub =>
  (texts) => {
    const all = texts.join('\n')
    return masking.scrub(all) === all ? texts : texts.map((text) => masking.scrub(text))
  }

function scrubbed(effects: readonly Effect[], scrub: Scrub): readonly Effect[] {
  const texts = effects.flatMap(({ name, column, detail }) => [name ?? '', column ?? '', detail ?? ''])
  if (scrub(texts) === texts) return effects
  return effects.map((effect) => {
    const [name = '', column = '', detail = ''] = scrub([
      effect.name ?? '',
      effect.column ?? '',
      effect.detail ?? '',
    ])
    return { ...effect, ...(name && { name }), ...(column && { column }), ...(detail && { detail }) }
  })
}
