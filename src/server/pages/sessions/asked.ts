// What the address of a page asks for. Whatever does not make sense is left out.
import type { Context } from 'hono'
import type { App } from '../../context.ts'
import { searchable } from '../../sessions/facts.ts'
import { type Filter, GROUPS, type Group } from '../../sessions/timeline.ts'
import { type Search, VERDICTS, type Verdict } from '../../store/search.ts'

const MOST = 200
const DAY_MS = 24 * 3600_000
/** Fewer are in nearly every statement. */
export const SHORTEST_TEXT = 3

export interface Wanted {
  readonly search: Search
  /** The fields as they were filled in, for the form and for links. */
  readonly fields: Readonly<Record<string, string>>
  /** Set when the text is too short to be searched. */
  readonly short: boolean
}

export function wanted(c: Context<App>): Wanted {
  const fields = filled(c, ['repository', 'target', 'actor', 'text', 'verdict', 'masked', 'from', 'to'])
  const { repository, target, actor, masked, text = '', from, to } = fields
  const verdict = VERDICTS.find((each) => each === fields.verdict)
  const words = searchable(text)
  const short = words !== '' && words.length < SHORTEST_TEXT
  const begin = dayOf(from)
  const end = dayOf(to)
  const search: { -readonly [name in keyof Search]: Search[name] } = {}
  if (repository) search.repository = repository
  if (target) search.target = target
  if (actor) search.actor = actor
  if (masked) search.masked = masked
  if (words && !short) search.text = words
  if (verdict) search.verdict = verdict
  if (begin !== undefined) search.from = begin
  if (end !== undefined) search.to = end + DAY_MS
  return { search, fields, short }
}

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  refused: 'something was refused',
  block: 'something was to be blocked',
  hold: 'something was to be held',
  clean: 'everything was allowed',
}

export function filterOf(c: Context<App>): { filter: Filter; fields: Readonly<Record<string, string>> } {
  const fields = filled(c, ['group', 'verdict', 'text'])
  const group = (Object.keys(GROUPS) as Group[]).find((each) => each === fields.group)
  const verdict = (['allow', 'hold', 'block'] as const).find((each) => each === fields.verdict)
  const text = searchable(fields.text ?? '')
  return {
    filter: { ...(group ? { group } : {}), ...(verdict ? { verdict } : {}), ...(text ? { text } : {}) },
    fields,
  }
}

/** A number of an event; undefined for what is none. */
export function eventNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** `?a=b` of those that are given; empty without any. */
export function query(fields: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

function filled(c: Context<App>, names: readonly string[]): Record<string, string> {
  const given = names.flatMap((name) => {
    const value = c.req.query(name)?.trim().slice(0, MOST)
    return value ? [[name, value]] : []
  })
  return Object.fromEntries(given)
}

/** Midnight of a day, UTC. */
function dayOf(text: string | undefined): number | undefined {
  const ms =
    text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return Number.isNaN(ms) ? undefined : ms
}
