// Guards as they are used: with everything that they extend folded in.
import { html } from 'hono/html'
import type { Exception, Guard } from '../../../core/grant.ts'
import { resolveLimits } from '../../../grants/limits.ts'
import type { Config } from '../../../policy/config.ts'
import { BUILT_IN, resolveGuard } from '../../../policy/guards.ts'
import { RULES } from '../../../policy/rules/index.ts'
import { facts, type Html } from '../layout.ts'
import { anchor } from './links.ts'
import { bytes, duration } from './words.ts'

const LEVELS = [
  ['block', 'Blocked'],
  ['hold', 'Held'],
  ['warn', 'Warned about'],
] as const

/** Those of the file, then those that are built in and in use. */
export function guardNames({ guards, access }: Config): string[] {
  const used = new Set(access.map(({ guard }) => guard))
  for (const guard of Object.values(guards)) if (guard.extends) used.add(guard.extends)
  const builtIn = Object.keys(BUILT_IN).filter((name) => used.has(name) && !Object.hasOwn(guards, name))
  return [...Object.keys(guards), ...builtIn]
}

export function guardsPart(config: Config): Html {
  return html`<h2 id="guards">Guards</h2>
${guardNames(config).map((name, index) => one(config, name, index))}`
}

function one(config: Config, name: string, index: number): Html {
  const guard = resolveGuard(name, config.guards)
  const own = Object.hasOwn(config.guards, name) ? config.guards[name] : undefined
  return html`<h3 id="${anchor('guard', index)}">${name}</h3>
${facts([
  ['Starts from', own ? own.extends : 'built in'],
  ['Mode', guard.mode === 'observe' ? 'observe: nothing is refused' : 'enforce'],
  ['Thresholds', thresholds(guard)],
  ['Limits', limits(config, name)],
  [
    'Exceptions',
    guard.allow.length === 0
      ? undefined
      : html`<ul>${guard.allow.map((each) => html`<li>${exception(each)}</li>`)}</ul>`,
  ],
])}
<details><summary>Rules of ${name}</summary>${facts([
    ...LEVELS.map(([level, word]) => [word, rules(guard, level)] as const),
    ['Silent', rules(guard, undefined)],
  ])}</details>`
}

function rules(guard: Guard, level: Guard['rules'][string] | undefined): string {
  const ids = RULES.map(({ id }) => id).filter((id) => guard.rules[id] === level)
  return ids.length === 0 ? 'none' : ids.join(', ')
}

/** What each rule looks at; the same for every guard. */
export function rulesPart(config: Config): Html {
  const spoken = new Set(
    guardNames(config).flatMap((name) => Object.keys(resolveGuard(name, config.guards).rules)),
  )
  return html`<details id="rules"><summary>What the rules look at</summary><dl class="facts">${RULES.filter(({ id }) => spoken.has(id)).map(({ id, summary }) => html`<dt>${id}</dt><dd>${summary}</dd>`)}</dl></details>`
}

function thresholds({ thresholds: given = {} }: Guard): string {
  const { rows, tableSize } = given
  return [
    rows === undefined ? undefined : `more than ${rows.toLocaleString('en')} rows are held`,
    tableSize === undefined ? undefined : `lock risks on tables over ${bytes(tableSize)} are held`,
  ]
    .filter(Boolean)
    .join('; ')
}

function exception({ rule, relations, paths, programs, names, rows, tableSize }: Exception): string {
  const conditions = [
    ...[relations, paths, programs, names].map((list) => list?.join(', ')),
    rows === undefined ? undefined : `at most ${rows.toLocaleString('en')} rows`,
    tableSize === undefined ? undefined : `at most ${bytes(tableSize)} on disk`,
  ].filter(Boolean)
  return `${rule}: ${conditions.join('; ')}`
}

function limits(config: Config, name: string): string {
  const {
    statementTimeout,
    lockTimeout,
    idleInTransactionTimeout,
    rows,
    bytes: most,
    connections,
  } = resolveLimits(name, config.guards)
  return [
    statementTimeout === undefined ? undefined : `a statement ${duration(statementTimeout)}`,
    lockTimeout === undefined ? undefined : `a lock ${duration(lockTimeout)}`,
    idleInTransactionTimeout === undefined
      ? undefined
      : `idle in a transaction ${duration(idleInTransactionTimeout)}`,
    rows === undefined ? undefined : `${rows.toLocaleString('en')} rows a result`,
    most === undefined ? undefined : `${bytes(most)} a result`,
    `${connections} connections`,
  ]
    .filter(Boolean)
    .join('; ')
}
