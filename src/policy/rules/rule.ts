import type { Action, Effect } from '../../core/statement.ts'

/** Turns one kind of fact into words; which verdict it gives is the guard's choice. */
export interface Rule {
  /** What policy files and records call it. */
  readonly id: string
  /** One line for the reference. */
  readonly summary: string
  /** Statements on which it speaks, and near ones on which it stays silent; held by a test. */
  readonly examples: { readonly match: readonly string[]; readonly ignore: readonly string[] }
  check(effect: Effect): Words | undefined
}

export interface Words {
  /** Why, for the person who wrote the statement. */
  readonly reason: string
  /** What to do instead. */
  readonly hint: string
}

interface Definition {
  readonly id: string
  readonly summary: string
  readonly match: readonly string[]
  readonly ignore: readonly string[]
  /** Actions it looks at; all when absent. */
  readonly actions?: readonly Action[]
  /** Objects it looks at; all when absent. */
  readonly objects?: readonly string[]
  /** Speaks about the session's own temporary objects too. */
  readonly temporary?: boolean
  readonly when?: (effect: Effect) => boolean
  readonly reason: (effect: Effect) => string
  readonly hint: string | ((effect: Effect) => string)
}

/** A rule that speaks of effects with one of these actions on one of these objects. */
export function rule(definition: Definition): Rule {
  const { id, summary, match, ignore, actions, objects, temporary = false, when, reason, hint } = definition
  return {
    id,
    summary,
    examples: { match, ignore },
    check(effect) {
      if (actions && !actions.includes(effect.action)) return undefined
      if (objects && !objects.includes(effect.object)) return undefined
      if (effect.temporary && !temporary) return undefined
      if (when && !when(effect)) return undefined
      const advice = typeof hint === 'string' ? hint : hint(effect)
      return {
        reason: `${sentence(reason(effect))}${where(effect)}`,
        hint: `${advice}, or ask for an exception: ${exception(id, effect)}`,
      }
    },
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `allow` as it would stand in the guard. An unqualified name has no schema to allow. */
function exception(id: string, effect: Effect): string {
  if (effect.name === undefined) return `allow: [${id}]`
  return `allow: [{ rule: ${id}, relations: [${effect.name}] }]`
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
  'create-as': 'CREATE … AS',
}

function where(effect: Effect): string {
  const steps = (effect.via ?? []).flatMap((step) => STEPS[step] ?? [])
  return steps.length === 0 ? '' : ` (inside ${steps.join(', ')})`
}

/** The thing in a sentence: `table public.users`, `column ssn of users`, `an owned object`. */
export function thing(effect: Effect): string {
  const object = effect.object.replaceAll('-', ' ')
  if (effect.column !== undefined) return `${object} ${effect.column} of ${effect.name ?? 'it'}`
  return effect.name === undefined ? object : `${object} ${effect.name}`
}
