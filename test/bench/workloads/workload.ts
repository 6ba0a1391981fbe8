import type { Sample } from '../measure.ts'
import type { Entrant, Stage } from '../stage.ts'

/** The same work through every entrant, in rounds. */
export interface Contest {
  readonly name: string
  /** Of the value: more is better. */
  readonly unit: string
  /** Of the processor time. */
  readonly per: string
  /** Entrants that take part besides `direct`; the others would only cost time. */
  readonly entrants: readonly string[]
  readonly against: 'real' | 'replayed' | 'ssh'
  /** A program that must be installed. */
  readonly needs?: string
  prepare?(stage: Stage): Promise<void>
  run(entrant: Entrant, stage: Stage): Promise<Sample>
}

/** Something about Sluice alone. */
export interface Check {
  readonly name: string
  run(stage: Stage): Promise<readonly Figure[]>
}

export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
}

export const ENTRANTS = [
  'haproxy',
  'pgbouncer',
  'nginx',
  'pg-gateway',
  'naive',
  'sshd hop',
  'sluice',
  'sluice masking',
  'sluice detecting',
]
export const QUICK = ['haproxy', 'pgbouncer', 'nginx', 'sluice']
