// What a session was, in a few figures, from the events that hold.
import type { AnyEvent } from './reading.ts'
import { isRecord } from './shapes.ts'

export interface Summary {
  readonly targets: readonly string[]
  readonly access?: string
  readonly claims: Readonly<Record<string, string>>
  /** RFC 3339, of the first and the last event. */
  readonly from?: string
  readonly to?: string
  readonly connections: number
  readonly statements: number
  readonly refused: number
  readonly held: number
  /** Masked cells. */
  readonly masked: number
  /** Why the session ended; absent when the record does not say. */
  readonly reason?: string
}

type Draft = { -readonly [name in keyof Summary]: Summary[name] }

export function createSummary() {
  const draft: Draft = {
    targets: [],
    claims: {},
    connections: 0,
    statements: 0,
    refused: 0,
    held: 0,
    masked: 0,
  }
  return {
    add(event: AnyEvent) {
      draft.from ??= event.t
      draft.to = event.t
      count(draft, event)
    },
    result: (): Summary => draft,
  }
}

function count(draft: Draft, event: AnyEvent): void {
  switch (event.type) {
    case 'session.start':
      if (typeof event.access === 'string') draft.access = event.access
      if (Array.isArray(event.targets)) draft.targets = event.targets.map(nameOf)
      if (isRecord(event.claims)) draft.claims = texts(event.claims)
      break
    case 'connection.open':
      draft.connections++
      break
    case 'statement':
      draft.statements++
      break
    case 'denied':
      draft.refused++
      break
    case 'held':
      draft.held++
      break
    case 'result':
      if (isRecord(event.masked))
        for (const cells of Object.values(event.masked)) draft.masked += number(cells)
      break
    case 'session.end':
      if (typeof event.reason === 'string') draft.reason = event.reason
  }
}

function nameOf(target: unknown): string {
  return isRecord(target) && typeof target.name === 'string' ? target.name : 'unnamed'
}

function texts(record: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0
}
