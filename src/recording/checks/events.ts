import { FILES } from '../format.ts'
import { asEvent, linesOf, parseCanonical } from '../reading.ts'
import { createSummary, type Summary } from '../summary.ts'
import type { Checking } from './need.ts'
import type { Findings } from './problem.ts'

export interface EventsCheck {
  /** First bytes of the lines, so that an event is found by its byte. */
  readonly starts: readonly number[]
  /** True when the last line has no line feed: what a killed process leaves. */
  readonly torn: boolean
  readonly summary: Summary
}

/** Lines that are read without a pause. */
const TOGETHER = 100

/** Form, number and session of every event. */
export function* checkEvents(session: Uint8Array, sid: string, findings: Findings): Checking<EventsCheck> {
  const summary = createSummary()
  const starts: number[] = []
  let torn = false
  for (const { index, start, end, complete } of linesOf(session)) {
    starts.push(start)
    if (!complete) {
      torn = true
      break
    }
    if (findings.full()) break
    if (index % TOGETHER === 0) yield { pause: start }
    const at = { line: index + 1, offset: start, event: index }
    const event = asEvent(parseCanonical(session.subarray(start, end - 1)))
    if (!event) findings.report('form', FILES.session, 'the line is not an event in canonical JSON', at)
    else if (event.seq !== index)
      findings.report('order', FILES.session, `event ${event.seq} stands where event ${index} belongs`, at)
    else if (event.type === 'session.start' && sid !== '' && event.session !== sid)
      findings.report('chain', FILES.session, 'the event is of another session', at)
    else summary.add(event)
  }
  return { starts, torn, summary: summary.result() }
}
