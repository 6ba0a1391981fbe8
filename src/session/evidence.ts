// What the record keeps of a statement.
import type { EventBody } from '../core/event.ts'
import type { Effect, Statement } from '../core/statement.ts'
import type { Verdict } from '../core/verdict.ts'
import type { Masking } from '../masking/mask.ts'

/** Characters of a statement's text that the record keeps; its digest is of all of it. */
const KEPT_TEXT = 8 * 1024
/** The same one each time: the record's writer knows its text then. */
const NONE: readonly string[] = []

export function evidence(
  conn: number,
  statement: Statement,
  verdict: Verdict & { readonly effects: readonly Effect[] },
  masking: Masking,
  prepared: string | undefined,
): EventBody & { type: 'statement' } {
  const { id, sha256, analysis } = statement
  const text = recordedText(statement.text, masking)
  return {
    type: 'statement',
    conn,
    id,
    text,
    redacted: text !== statement.text,
    sha256,
    effects: verdict.effects,
    relations: analysis.relations,
    verdict: verdict.kind,
    rules: verdict.findings.length === 0 ? NONE : verdict.findings.map(({ rule }) => rule),
    ...(verdict.observed ? { observed: true } : {}),
    ...(prepared === undefined ? {} : { prepared }),
  }
}

/** Scrubbed before it is cut, so that the cut cannot hide half a secret from the detectors. */
function recordedText(text: string, masking: Masking): string {
  const window = text.length > KEPT_TEXT * 2 ? text.slice(0, KEPT_TEXT * 2) : text
  const scrubbed = masking.inert ? window : masking.scrub(window)
  if (scrubbed.length <= KEPT_TEXT) return scrubbed
  return `${scrubbed.slice(0, KEPT_TEXT).toWellFormed()}…`
}
