// What the guard, or somebody who is asked, says to a request.
import type { Effect } from '../../../core/statement.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Statement } from '../../protocol.ts'
import { refusalOf } from '../../refusal.ts'
import type { Sides } from '../interpreter.ts'
import { decide } from '../judge.ts'
import { hidesValues } from '../transfer/downloads.ts'
import { STATUS } from './packets.ts'
import type { Spot } from './paths.ts'
import type { Request } from './requests.ts'
import type { Resolver } from './resolve.ts'
import { judgedOf } from './statements.ts'
import type { Upstream } from './upstream.ts'

/** A decision that took longer was somebody's. */
const FRESH_MS = 1000
const CHANGED = { sqlstate: '40001', message: 'its path leads elsewhere by now, so it is judged again' }

export interface Allowed {
  readonly statement: Statement
  readonly spots: readonly Spot[]
}

export class Decision {
  readonly #sides: Sides
  readonly #upstream: Upstream
  readonly #resolver: Resolver
  readonly #masked: boolean

  constructor(sides: Sides, upstream: Upstream, resolver: Resolver) {
    this.#sides = sides
    this.#upstream = upstream
    this.#resolver = resolver
    this.#masked = hidesValues(sides.terms.masks)
  }

  /** `ofHandles`: its paths, when it names none itself. Undefined when it was refused, and answered, or nobody waits any more. */
  async of(request: Request, ofHandles: readonly Spot[]): Promise<Allowed | undefined> {
    const follow = async () => (ofHandles.length > 0 ? ofHandles : this.#resolver.follow(request))
    const { gate, notice, signal, now } = this.#sides
    let spots = await follow()
    for (;;) {
      if (this.#upstream.over) return undefined
      const { text, effects } = judgedOf(request, spots, this.#masked)
      const statement = this.#statement(text, effects)
      const since = now()
      const refused = await decide(gate, statement, { notice, signal })
      if (this.#upstream.over) return undefined
      if (refused) return this.#refuse(request, refused)
      if (now() - since < FRESH_MS) return { statement, spots }
      // Links may have changed while somebody was asked.
      spots = await follow()
      if (this.#upstream.over) return undefined
      if (judgedOf(request, spots, this.#masked).text === text) return { statement, spots }
      gate.result(statement, { tag: '', rows: 0, bytes: 0, ms: Math.round(now() - since), error: CHANGED })
    }
  }

  /** In the status, and on standard error, where OpenSSH's client shows it. */
  #refuse({ id }: Request, verdict: Verdict): undefined {
    const { message, detail, hint } = refusalOf(verdict)
    const lines = [message, detail, hint].filter((words) => words !== undefined)
    for (const words of lines) this.#sides.notice(words)
    this.#upstream.answer(id, STATUS.PERMISSION_DENIED, `sluice: ${lines.join(' ')}`)
  }

  #statement(text: string, effects: readonly Effect[]): Statement {
    const changes = { schema: false, resolution: false }
    return this.#sides.statement(Buffer.from(text), { effects, relations: [], count: 1, changes })
  }
}
