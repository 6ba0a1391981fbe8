import type { Thresholds } from '../../core/grant.ts'
import type { Action, Effect } from '../../core/statement.ts'

/** What is at stake; also the name of the rule's folder. */
export type Family =
  | 'opaque'
  | 'data-loss'
  | 'files-and-network'
  | 'server-wide'
  | 'privilege'
  | 'code'
  | 'session'
  | 'masking'
  | 'bulk-export'
  | 'integrity'
  | 'compatibility'
  | 'lock-risk'
  | 'shell'
  | 'files'
  | 'services'
  | 'accounts'
  | 'secrets'
  | 'network'
  | 'requests'

/** Turns one kind of fact into words; which verdict it gives is the guard's choice. */
export interface Rule {
  /** What policy files and records call it. */
  readonly id: string
  readonly family: Family
  /** One line for the reference. */
  readonly summary: string
  /** Rules of other tools that look at the same, for who comes from there: `squawk/ban-drop-table`. */
  readonly covers: readonly string[]
  /** Statements on which it speaks, and near ones on which it stays silent; held by a test. */
  readonly examples: { readonly match: readonly Example[]; readonly ignore: readonly Example[] }
  /** Nobody's review of stored code covers it: a block of what only stored code does stays a block. */
  readonly keepsBlock: boolean
  /** A rule that needs a bound which is not there does not speak. */
  check(effect: Effect, bounds?: Bounds): Words | undefined
  /** How much a finding weighs when the effect says so, and not the guard's level for the rule. */
  weighs?(effect: Effect): 'warn' | 'hold' | 'block' | undefined
}

/** What the guard says beside its levels. */
export interface Bounds extends Thresholds {
  /** True when an exception from a rule about data loss (or one of `rules`) may cover the name, and does not cover the other one already. */
  readonly excepts?: (name: string, former: string | undefined, rules?: RegExp) => boolean
}

/** A statement, a command line, or a fact that no text alone gives. */
export type Example = string | { readonly command: string } | Effect

export interface Words {
  /** Why, for the person who wrote the statement. */
  readonly reason: string
  /** What to do instead. */
  readonly hint: string
}

interface Definition {
  readonly id: string
  readonly family: Family
  readonly summary: string
  readonly covers?: readonly string[]
  readonly match: readonly Example[]
  readonly ignore: readonly Example[]
  /** Actions it looks at; all when absent. */
  readonly actions?: readonly Action[]
  /** Objects it looks at; all when absent. */
  readonly objects?: readonly string[]
  /** Speaks about the session's own temporary objects too. */
  readonly temporary?: boolean
  readonly keepsBlock?: boolean
  readonly weighs?: Rule['weighs']
  readonly when?: (effect: Effect, bounds: Bounds) => boolean
  readonly reason: (effect: Effect, bounds: Bounds) => string
  readonly hint: string | ((effect: Effect) => string)
  /** What to ask for when it must be; an entry of `allow` when absent, and nothing for what no guard should allow. */
  readonly exception?: ((effect: Effect) => string) | false
}

/** A rule that speaks of effects with one of these actions on one of these objects. */
export function rule(definition: Definition): Rule {
  const { id, summary, match, ignore, actions, objects, temporary = false, when, reason, hint } = definition
  const {
    family,
    covers = [],
    keepsBlock = false,
    exception = keepsBlock ? false : allowance(id),
  } = definition
  return {
    id,
    family,
    summary,
    covers,
    examples: { match, ignore },
    keepsBlock,
    ...(definition.weighs && { weighs: definition.weighs }),
    check(effect, bounds = {}) {
      if (actions && !actions.includes(effect.action)) return undefined
      if (objects && !objects.includes(effect.object)) return undefined
      if (effect.temporary && !temporary) return undefined
      if (when && !when(effect, bounds)) return undefined
      const told = named(effect)
      const advice = stored(effect) ?? (typeof hint === 'string' ? hint : hint(told))
      return {
        reason: `${sentence(reason(told, bounds), told)}${where(effect)}`,
        hint: exception ? `${advice}, or ask for an exception: ${exception(effect)}` : advice,
      }
    },
  }
}

/** True when the name, or a part of it, is only known when the statement runs: `*`, `app.*`. A quoted `"*"` is a name. */
export const isOpen = (name: string): boolean => name.replaceAll(/"(?:[^"]|"")*"/g, '').includes('*')

/** The effect as a person reads it. */
const named = (effect: Effect): Effect =>
  effect.name !== undefined && isOpen(effect.name)
    ? { ...effect, name: 'what is named only when it runs' }
    : effect

/** A name keeps its case. */
const sentence = (text: string, { name, column }: Effect): string =>
  [name, column].some((own) => own !== undefined && text.startsWith(own))
    ? text
    : text.charAt(0).toUpperCase() + text.slice(1)

/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
const allowance = (id: string) => (effect: Effect) =>
  effect.name === undefined || isOpen(effect.name)
    ? `allow: [${id}]`
    : `allow: [{ rule: ${id}, ${condition(effect)}: [${effect.name}] }]`

const condition = ({ action, object }: Effect): string =>
  action === 'run' && object === 'container' ? 'programs' : (CONDITIONS[object] ?? 'relations')

/** By what an exception tells things of a command line apart. */
const CONDITIONS: Readonly<Record<string, 'paths' | 'programs' | 'names'>> = {
  path: 'paths',
  surplus: 'paths',
  secret: 'paths',
  disk: 'paths',
  mount: 'paths',
  program: 'programs',
  code: 'programs',
  container: 'names',
  service: 'names',
  process: 'names',
  package: 'names',
  cluster: 'names',
  volume: 'names',
  account: 'names',
  host: 'names',
  shell: 'names',
  environment: 'names',
  'host-container': 'names',
  request: 'names',
}

const STEPS: Readonly<Record<string, string>> = {
  with: 'a WITH query',
  do: 'a DO block',
  execute: 'EXECUTE',
  function: 'a function body',
  rule: 'a rule',
  view: 'a view',
  prepare: 'PREPARE',
  cursor: 'a cursor',
  explain: 'EXPLAIN',
  copy: 'COPY',
  trigger: 'a trigger',
  'event-trigger': 'an event trigger',
  operator: 'an operator',
  cast: 'a cast',
  domain: 'a domain',
  default: 'a default',
  check: 'a check',
  index: 'an index',
  policy: 'a policy',
  cascade: 'a foreign key',
  'create-as': 'CREATE … AS',
  sh: 'a nested shell',
  bash: 'a nested shell',
  eval: 'eval',
  sudo: 'sudo',
  su: 'su',
  env: 'env',
  ssh: 'ssh',
  xargs: 'xargs',
  'find -exec': 'find -exec',
  substitution: 'a substitution',
  container: 'a container',
}

/** Their details say something of their own; that of the others tells which stored code does it. */
const SPEAKING: ReadonlySet<Action> = new Set(['unknown', 'call', 'set', 'alter', 'execute'])

function where(effect: Effect): string {
  if (effect.object === 'cascade') return effect.detail === undefined ? '' : `, by ${effect.detail}`
  const way = wayOf(effect)
  if (!effect.stored) return way === '' ? '' : ` (inside ${way})`
  if (effect.via?.[0] === 'definition')
    return ` (set off in the database when what is defined here runs${way === '' ? '' : `: ${way}`})`
  return ` (set off in the database${way === '' ? '' : `: ${way}`})`
}

/** How one gets to it from the statement: `a DO block, EXECUTE`, or `trigger audit on public.orders`. */
function wayOf({ action, via = [], stored, detail = '' }: Effect): string {
  if (stored && detail !== '' && !SPEAKING.has(action)) return detail
  return via.flatMap((step) => STEPS[step] ?? []).join(', ')
}

/** Whoever wrote the statement did not write the stored code. */
function stored(effect: Effect): string | undefined {
  if (!effect.stored || effect.object === 'cascade') return undefined
  return `Read ${wayOf(effect) || 'the stored code'}, and agree with its owner that it may run now`
}

/** The thing in a sentence: `table public.users`, `column ssn of users`, `an owned object`. */
export function thing(effect: Effect, kind = effect.object): string {
  const object = kind.replaceAll('-', ' ')
  if (effect.column !== undefined) return `${object} ${effect.column} of ${effect.name ?? 'it'}`
  return effect.name === undefined ? object : `${object} ${effect.name}`
}

/** `12,345` */
export const count = (rows: number): string => Math.round(rows).toLocaleString('en-US')
