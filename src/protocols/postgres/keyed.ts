// Whether what the snapshot says of unique keys still holds, over all connections of a target. A statement that is passed
// because of a key, and whatever may take the key away, exclude each other while they are under way.
import type { Analysis, Effect } from '../../core/statement.ts'
import { Loosened } from '../../sql/catalogue/loosened.ts'
import type { Neighbour } from './stirred.ts'

export class Keyed {
  /** By what the transactions of the session that are not over may have loosened. */
  readonly #open = new Map<Neighbour, Loosened>()
  /** What was made last since the snapshot was read. */
  #since = new Loosened()
  /** The same, of which the snapshot that is being read tells. */
  #before: Loosened | undefined
  readonly #known = new WeakMap<readonly Effect[], Loosened>()

  join(neighbour: Neighbour): void {
    this.#open.set(neighbour, new Loosened())
  }

  /** What it has sent may still be made last. */
  leave(neighbour: Neighbour): void {
    this.over(neighbour)
    this.#open.delete(neighbour)
  }

  /** It is about to be sent. `effects`: with those of stored code. */
  note(neighbour: Neighbour, effects: readonly Effect[]): void {
    const loosened = this.#loosenedBy(effects)
    if (loosened.any) this.#open.get(neighbour)?.add(loosened)
  }

  /** Its transaction is over, and all that it sent is answered. */
  over(neighbour: Neighbour): void {
    const open = this.#open.get(neighbour)
    if (!open?.any) return
    this.#since.add(open)
    this.#open.set(neighbour, new Loosened())
  }

  /** The catalogue is about to be read. */
  reading(): void {
    this.#before = this.#since
    this.#since = new Loosened()
  }

  /** It was read, or could not be. */
  read(done: boolean): void {
    if (!done && this.#before) this.#since.add(this.#before)
    this.#before = undefined
  }

  /** The keys of the relation, and what its name means, are as the snapshot says. */
  sure(relation: string): boolean {
    if (this.#since.has(relation) || this.#before?.has(relation)) return false
    for (const loosened of this.#open.values()) if (loosened.has(relation)) return false
    return true
  }

  /** True while it would loosen what another connection relies on in a statement that is not answered. */
  contends(own: Neighbour, effects: readonly Effect[]): boolean {
    const loosened = this.#loosenedBy(effects)
    if (!loosened.any) return false
    const relies = ({ pins }: Analysis): boolean => pins !== undefined && loosened.has(pins.relation)
    return [...this.#open.keys()].some((each) => each !== own && each.busy().some(relies))
  }

  /** There is somebody to contend with. */
  get shared(): boolean {
    return this.#open.size > 1
  }

  #loosenedBy(effects: readonly Effect[]): Loosened {
    let loosened = this.#known.get(effects)
    if (!loosened) {
      loosened = new Loosened()
      loosened.note(effects)
      this.#known.set(effects, loosened)
    }
    return loosened
  }
}
