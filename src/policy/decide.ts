import type { Guard } from '../core/grant.ts'
import type { Effect } from '../core/statement.ts'
import type { Finding, Verdict, VerdictKind } from '../core/verdict.ts'
import { matchesPath } from './globs.ts'
import { RULES } from './rules/index.ts'
import { type Bounds, isOpen, type Rule } from './rules/rule.ts'

type Level = Finding['verdict']

const WEIGHT = { warn: 0, hold: 1, block: 2 } as const
const KINDS: readonly VerdictKind[] = ['allow', 'hold', 'block']

/**
 * What the guard says to these effects. Pure; the same effects and guard give an equal verdict.
 *
 * Stored effects are held where others would be blocked, unless the rule keeps its block; those that only a run of
 * what is defined here would set off are warned about where the guard only warns of `unknown-call`. A lock risk that is only
 * warned about is held on a relation above `thresholds.tableSize`.
 *
 * An exception of the guard (`allow` with conditions) silences its rule for effects that meet all of them. `relations`
 * is met when the name, as the statement writes it, matches a pattern. A name without a schema means whatever the search_path of the session makes
 * of it, which the text does not tell: so `public.tmp_*` does not cover `tmp_1`, while `tmp_*` and `*.tmp_*` do.
 */
export function decide(effects: readonly Effect[], guard: Guard): Verdict {
  const active = RULES.filter((rule) => Object.hasOwn(guard.rules, rule.id))
  const bounds: Bounds = { ...guard.thresholds, excepts: excepts(guard) }
  const findings: Finding[] = []
  for (const effect of effects)
    for (const rule of active) {
      const words = rule.check(effect, bounds)
      const level = rule.weighs?.(effect) ?? guard.rules[rule.id]
      if (words && level && !excepted(rule.id, effect, guard))
        findings.push({ rule: rule.id, verdict: weighed(level, rule, effect, guard), effect, ...words })
    }
  findings.sort((a, b) => WEIGHT[b.verdict] - WEIGHT[a.verdict])
  const observed = guard.mode === 'observe'
  const kind = observed ? 'allow' : (KINDS[findings[0] ? WEIGHT[findings[0].verdict] : 0] ?? 'block')
  return { kind, findings, observed }
}

/** The rule's level, as the effect asks for it. */
function weighed(level: Level, rule: Rule, effect: Effect, { rules, thresholds }: Guard): Level {
  // Defining runs nothing: what a body calls is weighed as any call there that is not known.
  if (isLater(effect) && !rule.keepsBlock) {
    const most = rules['unknown-call'] === 'warn' || !rules['unknown-call'] ? 'warn' : 'hold'
    return WEIGHT[level] > WEIGHT[most] ? most : level
  }
  // Somebody reviewed what the database holds when it was made; this statement only sets it off.
  if (level === 'block' && effect.stored && !rule.keepsBlock) return 'hold'
  const large = thresholds?.tableSize !== undefined && (effect.bytes ?? 0) > thresholds.tableSize
  return level === 'warn' && rule.family === 'lock-risk' && large ? 'hold' : level
}

/** Only a run of what is defined here would set it off. */
const isLater = ({ stored, via }: Effect): boolean => stored === true && via?.[0] === 'definition'

function excepted(rule: string, effect: Effect, guard: Guard): boolean {
  return guard.allow.some(
    (entry) =>
      entry.rule === rule &&
      (entry.relations === undefined || named(entry.relations, effect.name)) &&
      (entry.paths === undefined || (ofPaths(effect) && placed(entry.paths, effect))) &&
      (entry.programs === undefined || (ofPrograms(effect) && placed(entry.programs, effect))) &&
      (entry.names === undefined ||
        (!ofPaths(effect) && !ofPrograms(effect) && placed(entry.names, effect))) &&
      (entry.rows === undefined || within(effect.estimate, entry.rows)) &&
      (entry.tableSize === undefined || within(effect.bytes, entry.tableSize)),
  )
}

const LOSSES = new Set(RULES.filter(({ family }) => family === 'data-loss').map(({ id }) => id))

/** Whether a new name may come under an exception that the former name does not meet. */
const excepts = (guard: Guard) => (name: string, former: string | undefined, rules?: RegExp) =>
  guard.allow.some(
    ({ rule, relations = [] }) =>
      LOSSES.has(rule) &&
      (rules === undefined || rules.test(rule)) &&
      relations.some(
        (pattern) => mayCover(pattern, name) && !(former !== undefined && covers(pattern, former)),
      ),
  )

/** As `covers`, and also where the one has a schema and the other has none. */
function mayCover(pattern: string, name: string): boolean {
  if (covers(pattern, name)) return true
  const [table = '', schema] = pattern.split('.').reverse()
  if (name.endsWith('.*')) return schema !== undefined && schema !== '*' && matches(schema, name.slice(0, -2))
  const [own = '', within] = name.split('.').reverse()
  return (schema === undefined || within === undefined) && matches(table, own)
}

/** Things of a command line that have a path. */
const ofPaths = ({ object }: Effect): boolean => PATHS.has(object)
const PATHS = new Set(['path', 'surplus', 'secret', 'disk', 'mount'])
const ofPrograms = ({ action, object }: Effect): boolean => action === 'run' && RUN.has(object)
const RUN = new Set(['program', 'code', 'container'])

/** A name that is only known when it runs, or that leads upwards, is within nothing. */
const placed = (patterns: readonly string[], { name, place }: Effect): boolean =>
  name !== undefined && place !== 'unknown' && patterns.some((pattern) => matchesPath(pattern, name))

const named = (patterns: readonly string[], name: string | undefined): boolean =>
  name !== undefined && !isOpen(name) && patterns.some((pattern) => covers(pattern, name))

/** What is not known is not within. */
const within = (count: number | undefined, most: number): boolean => count !== undefined && count <= most

/** `*` stops at a dot. A pattern for any schema also covers a name without one; no other pattern adds or drops a schema. */
function covers(pattern: string, name: string): boolean {
  if (matches(pattern, name)) return true
  return pattern.startsWith('*.') && !/[."]/.test(name) && matches(pattern.slice(2), name)
}

function matches(pattern: string, name: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${source.join('[^.]*')}$`, 'u').test(name)
}
