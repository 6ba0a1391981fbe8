// What a request would do, in the words of src/shell.
import type { Action, Effect } from '../../../core/statement.ts'
import { isRoot, isSecret, placeOf } from '../../../shell/places.ts'
import { type Attributes, isPrivileged } from './attributes.ts'
import { climbs, plain, type Spot, visible } from './paths.ts'

/** One of the names that a path goes by: as asked for, and where it leads. */
interface Way {
  readonly name: string
  readonly known: boolean
}

/** Every name whose place counts. A path through `..` is what the target makes of it. */
function ways({ asked, legible, real, unclear }: Spot): readonly Way[] {
  const known = legible && !unclear
  if (!legible) return [{ name: visible(asked), known }]
  const names = new Set<string>()
  if (!climbs(asked)) names.add(plain(asked))
  if (real !== undefined) names.add(plain(real))
  if (names.size === 0) return [{ name: visible(asked), known: false }]
  return [...names].map((name) => ({ name, known }))
}

type Change = Extract<Action, 'write' | 'empty' | 'remove' | 'permit'>

/** A change of what is there, as `Call.change` of src/shell tells it. */
export const change = (action: Change, spot: Spot, more: Partial<Effect> = {}): Effect[] =>
  ways(spot).flatMap(({ name, known }): Effect[] => {
    const told = visible(name)
    if (!known) return [{ action, object: 'path', name: told, place: 'unknown', ...more }]
    const place = more.recursive && isRoot(name, '/') ? 'root' : placeOf(name, '/')
    if (place === 'sink' && action !== 'remove') return []
    if (place === 'device' && action !== 'permit') return [{ action: 'write', object: 'disk', name: told }]
    if (place === 'kernel') return [{ action: 'write', object: 'kernel', name: told }]
    return [{ action, object: 'path', name: told, place, ...more }]
  })

/** What is in a file goes to the client, or to where others read it. */
export const read = (spot: Spot): Effect[] =>
  ways(spot).flatMap(({ name, known }): Effect[] => {
    if (!known) return [{ action: 'unknown', object: 'command', detail: 'which file is read is not known' }]
    const secret = isSecret(name, '/')
    return [{ action: secret ? 'expose' : 'read', object: secret ? 'secret' : 'path', name: visible(name) }]
  })

/** Bytes of a file leave as they are, past what masks the output of commands. */
export const download = (spot: Spot): Effect[] =>
  ways(spot).map(({ name }) => ({ action: 'copy-out', object: 'path', name: visible(name) }))

/** A file gets another name: as `mv` and `ln` of src/shell. */
export function moved(from: Spot, to: Spot): Effect[] {
  const gone = places(to).every((place) => place === 'temporary')
  const stays = places(from).every((place) => place === 'temporary')
  const left =
    gone && !stays
      ? change('remove', from, { recursive: true })
      : change('write', from, { recursive: true, detail: 'moved' })
  return [...left, ...change('write', to), ...renamed(from, to)]
}

/** The new name must not hide that a file may hold secrets. */
export const renamed = (from: Spot, to: Spot): Effect[] =>
  secret(to) ? [] : read(from).filter(({ action }) => action === 'expose')

export function attributed(spot: Spot, { mode, owner, size, times }: Attributes): Effect[] {
  return [
    ...(mode === undefined ? [] : change('permit', spot, isPrivileged(mode) ? { detail: 'setuid' } : {})),
    ...(owner === undefined ? [] : change('permit', spot)),
    ...(size === undefined ? [] : change(size === 0 ? 'empty' : 'write', spot)),
    ...(times === undefined ? [] : change('write', spot, { detail: 'append' })),
  ]
}

const places = (spot: Spot) => ways(spot).map(({ name, known }) => (known ? placeOf(name, '/') : 'unknown'))
const secret = (spot: Spot): boolean => ways(spot).every(({ name, known }) => known && isSecret(name, '/'))
