import type { Effect } from './statement.ts'

/** The events of a session record. The recorder adds `v`, `seq` and `t`. */
export type EventBody =
  | {
      type: 'session.start'
      session: string
      claims: Readonly<Record<string, string>>
      access: string
      targets: readonly {
        name: string
        protocol: string
        address: string
        database?: string
        guard: string
        mode: string
      }[]
      policy_sha256: string
      version: string
      expires_at: string
    }
  | {
      type: 'connection.open'
      conn: number
      target: string
      client: string
      user?: string
      application?: string
      tls: string
    }
  | {
      type: 'connection.close'
      conn: number
      reason: string
      statements: number
      bytes_in: number
      bytes_out: number
    }
  | {
      type: 'statement'
      conn: number
      /** The statement's id within its connection. */
      id: number
      text: string
      /** True when `text` was cut or a literal was redacted; `sha256` is always of the exact bytes. */
      redacted: boolean
      sha256: string
      effects: readonly Effect[]
      relations: readonly string[]
      verdict: 'allow' | 'hold' | 'block'
      rules: readonly string[]
      /** What its author tells reviewers in comments (`-- sluice: reason`): shown, never obeyed. */
      hints?: readonly string[]
      observed?: boolean
      /** Set for a statement that is only prepared here and run by `execute` events. */
      prepared?: string
    }
  | { type: 'execute'; conn: number; id: number; parameters: number }
  | {
      type: 'result'
      conn: number
      id: number
      tag: string
      rows: number
      bytes: number
      /** Whole milliseconds. */
      ms: number
      /** Masked cells by column or detector. */
      masked?: Readonly<Record<string, number>>
    }
  | { type: 'denied'; conn: number; id: number; rule: string; sqlstate?: string }
  | { type: 'held'; conn: number; id: number; approval: string }
  | {
      type: 'approval'
      id: string
      by: string
      decision: 'approved' | 'denied' | 'expired' | 'withdrawn'
      sha256: string
      reason?: string
    }
  | { type: 'error'; conn: number; id: number; sqlstate: string; message: string }
  | { type: 'notice'; conn: number; sqlstate: string; message: string }
  | { type: 'transfer'; conn: number; id: number; direction: 'in' | 'out'; bytes: number; sha256: string }
  | { type: 'output'; conn: number; id: number; stream: 'stdout' | 'stderr'; text: string }
  /** Its terminal has this size from here on, in characters. */
  | { type: 'terminal'; conn: number; id: number; columns: number; rows: number }
  | { type: 'limit'; conn: number; id?: number; limit: string; detail: string }
  | {
      type: 'session.end'
      reason: EndReason
      statements: number
      refused: number
      held: number
      masked: number
      connections: number
    }

export type EndReason = 'clean' | 'expired' | 'revoked' | 'abandoned' | 'killed' | 'policy' | 'record'

export type EventType = EventBody['type']

/** An event as it stands in `session.jsonl`: one line of canonical JSON. */
export type Event = EventBody & { v: 1; seq: number; t: string }
