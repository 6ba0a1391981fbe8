// Events to lines of `session.jsonl`. The frequent types have templates with their members in canonical order.

import type { EventBody } from '../core/event.ts'
import { canonical, type Json } from '../core/json.ts'
import type { Effect } from '../core/statement.ts'
import { MAX_LINE_BYTES } from './chain.ts'

type Statement = Extract<EventBody, { type: 'statement' }>
type Result = Extract<EventBody, { type: 'result' }>
type Execute = Extract<EventBody, { type: 'execute' }>

/** Of a text whose event would be too long. */
const KEPT_TEXT = 64 * 1024
const KEPT_ITEMS = 1000

export interface LineWriter {
  /** The event's line with its line feed. Throws `TypeError` on a value that a record cannot hold. */
  line(event: EventBody, seq: number, t: string): string
}

export function createLineWriter(): LineWriter {
  // Statements that are run again share the arrays of their cached analysis.
  const lists = new WeakMap<object, string>()
  const list = (value: readonly Effect[] | readonly string[]): string => {
    let text = lists.get(value)
    if (text === undefined) {
      text = canonical(value as Json)
      lists.set(value, text)
    }
    return text
  }
  const write = (event: EventBody, seq: number, t: string): string => {
    if (event.type === 'result') return resultLine(event, seq, t)
    if (event.type === 'statement') return statementLine(event, seq, t, list)
    if (event.type === 'execute') return executeLine(event, seq, t)
    return `${canonical({ ...event, v: 1, seq, t } as Json)}\n`
  }
  return {
    line(event, seq, t) {
      const line = write(event, seq, t)
      if (line.length < MAX_LINE_BYTES / 3 || Buffer.byteLength(line) <= MAX_LINE_BYTES) return line
      const cut = write(shorten(event), seq, t)
      if (Buffer.byteLength(cut) > MAX_LINE_BYTES) throw new TypeError(`a ${event.type} event is too long`)
      return cut
    },
  }
}

type Output = Extract<EventBody, { type: 'output' }>

/** Output too long for one event, as several: none of it is lost, and no character is cut. */
export function piecesOf(event: Output): readonly Output[] {
  const { text } = event
  if (text.length <= KEPT_TEXT) return [event]
  const pieces: Output[] = []
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + KEPT_TEXT)
    if (end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')) end--
    pieces.push({ ...event, text: text.slice(at, end) })
    at = end
  }
  return pieces
}

/** The event with its long parts cut. A statement keeps the hash of its exact bytes and is marked `redacted`. */
function shorten(event: EventBody): EventBody {
  switch (event.type) {
    case 'statement':
      return {
        ...event,
        text: event.text.slice(0, KEPT_TEXT),
        redacted: true,
        effects: event.effects.slice(0, KEPT_ITEMS),
        relations: event.relations.slice(0, KEPT_ITEMS),
      }
    case 'error':
    case 'notice':
      return { ...event, message: event.message.slice(0, KEPT_TEXT) }
    default:
      return event
  }
}

function statementLine(
  e: Statement,
  seq: number,
  t: string,
  list: (value: readonly Effect[] | readonly string[]) => string,
): string {
  const observed = e.observed === undefined ? '' : `"observed":${e.observed},`
  const hints = e.hints === undefined ? '' : `"hints":${list(e.hints)},`
  const prepared = e.prepared === undefined ? '' : `"prepared":${string(e.prepared)},`
  return `{"conn":${integer(e.conn)},"effects":${list(e.effects)},${hints}"id":${integer(e.id)},${observed}${prepared}"redacted":${e.redacted},"relations":${list(e.relations)},"rules":${list(e.rules)},"seq":${seq},"sha256":${string(e.sha256)},"t":"${t}","text":${string(e.text)},"type":"statement","v":1,"verdict":"${e.verdict}"}\n`
}

function resultLine(e: Result, seq: number, t: string): string {
  const masked = e.masked === undefined ? '' : `"masked":${canonical(e.masked)},`
  return `{"bytes":${integer(e.bytes)},"conn":${integer(e.conn)},"id":${integer(e.id)},${masked}"ms":${integer(e.ms)},"rows":${integer(e.rows)},"seq":${seq},"t":"${t}","tag":${string(e.tag)},"type":"result","v":1}\n`
}

function executeLine(e: Execute, seq: number, t: string): string {
  return `{"conn":${integer(e.conn)},"id":${integer(e.id)},"parameters":${integer(e.parameters)},"seq":${seq},"t":"${t}","type":"execute","v":1}\n`
}

function integer(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TypeError(`a record holds integers only, not ${value}`)
  // `-0` has no canonical spelling of its own.
  return value === 0 ? 0 : value
}

function string(value: string): string {
  return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed())
}
