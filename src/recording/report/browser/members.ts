// What a record says may have any form: members are taken only as what they should be.
import type { Effect } from '../../../core/statement.ts'
import { isRecord } from '../../shapes.ts'

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

export function countsOf(value: unknown): [string, number][] {
  if (!isRecord(value)) return []
  return Object.entries(value).filter((entry): entry is [string, number] => numberOf(entry[1]) !== undefined)
}

export const recordsOf = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : []

export function effectsOf(value: unknown): Effect[] {
  return recordsOf(value).map((effect) => {
    const kept = Object.entries(effect).filter(([, member]) =>
      ['string', 'number', 'boolean'].includes(typeof member),
    )
    return { action: 'unknown', object: '', ...Object.fromEntries(kept) } as Effect
  })
}
