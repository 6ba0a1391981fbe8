import { SluiceError } from '../core/errors.ts'
import type { Ready, ReadyTarget } from './files.ts'

/** One target as a person asks for it. */
export interface Wanted {
  readonly target: string
  /** 0 for any free one. */
  readonly port: number
}

/** Reads `name` or `name=port`. Throws `SluiceError` CONFIG_INVALID. */
export function parseTarget(text: string): Wanted {
  const [, target, port] = /^([A-Za-z0-9][\w.-]{0,99})(?:=(\d{1,5}))?$/.exec(text.trim()) ?? []
  if (target === undefined || Number(port ?? 0) > 65_535)
    throw new SluiceError('CONFIG_INVALID', `'${text.trim()}' is not a target`, {
      hint: 'Name one target at a time, as the policy file has it, or name=port with a port up to 65535: orders-prod=5432',
    })
  return { target, port: Number(port ?? 0) }
}

/** Throws when none is named, or one twice. */
export function parseTargets(texts: readonly string[]): Wanted[] {
  const wanted = texts.filter((text) => text.trim() !== '').map(parseTarget)
  if (wanted.length === 0)
    throw new SluiceError('CONFIG_INVALID', 'no target is named', {
      hint: 'Name at least one target of the policy file: orders-prod, or orders-prod=5432 to choose the local port',
    })
  const names = wanted.map(({ target }) => target)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new SluiceError('CONFIG_INVALID', `target ${twice} is named twice`, {
      hint: 'Name each target once',
    })
  return wanted
}

type Named = Pick<ReadyTarget, 'name' | 'environment' | 'url' | 'database'>

/** Prefixes variables when a session has several targets, so that no tool goes to the wrong one: `ORDERS_PROD_PGHOST`. */
export function environmentOf(
  { targets, environment: shared }: Pick<Ready, 'environment'> & { readonly targets: readonly Named[] },
  options: { databaseUrl: boolean },
): Record<string, string> {
  const result: Record<string, string> = { ...shared }
  for (const { name, environment, url, database } of targets) {
    const prefix = targets.length === 1 ? '' : `${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`
    const named = options.databaseUrl && database !== undefined
    const variables = named ? { ...environment, DATABASE_URL: url } : environment
    for (const [variable, value] of Object.entries(variables)) result[prefix + variable] = value
  }
  return result
}

/** How a local client shows the session's password, in the words of `pg_hba.conf`. */
export const CLIENT_AUTH = ['scram-sha-256', 'password'] as const
export type ClientAuth = (typeof CLIENT_AUTH)[number]

/** Throws `SluiceError` CONFIG_INVALID that names the option. */
export function parseClientAuth(text: string, option: string): ClientAuth {
  const found = CLIENT_AUTH.find((method) => method === text.trim())
  if (found) return found
  throw new SluiceError('CONFIG_INVALID', `${option} is neither ${CLIENT_AUTH.join(' nor ')}`, {
    hint: 'Leave it out, or write password for a client that cannot do SCRAM',
  })
}

/** What a job does when a person must approve first: true for `park`. Throws `SluiceError` CONFIG_INVALID that names the option. */
export function parseOnPending(text: string, option: string): boolean {
  const choice = text.trim()
  if (choice === 'wait' || choice === 'park') return choice === 'park'
  throw new SluiceError('CONFIG_INVALID', `${option} is neither wait nor park`, {
    hint: 'Write wait to wait for the approver, or park to end the job and re-run it after the approval',
  })
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** Milliseconds of `90s`, `30m`, `2h`, `1d`. Throws `SluiceError` CONFIG_INVALID that names the option. */
export function parseTimeout(text: string, option: string): number {
  const [, count, unit = ''] = /^([1-9]\d{0,5})(s|m|h|d)$/.exec(text.trim()) ?? []
  const scale = UNITS[unit]
  if (count !== undefined && scale !== undefined) return Number(count) * scale
  throw new SluiceError('CONFIG_INVALID', `${option} is not a duration`, {
    hint: 'Write a whole number and a unit: 90s, 30m, 2h, 1d',
  })
}
