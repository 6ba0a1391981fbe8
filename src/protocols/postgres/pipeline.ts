// What the target still has to answer, in the order it was asked. Struct of arrays: nothing is allocated per message.
import type { Count } from './counting.ts'
import type { Prepared } from './names.ts'
import type { Run } from './run.ts'

export const ASKED = {
  none: 0,
  query: 1,
  parse: 2,
  bind: 3,
  describeStatement: 4,
  describePortal: 5,
  /** Describe that we added; its answer is ours. */
  describeOurs: 6,
  execute: 7,
  close: 8,
  sync: 9,
  /** CopyDone or CopyFail: never answered by itself, ends a COPY FROM STDIN. */
  copyEnd: 10,
  /** Stands for something refused: its answer is an error, which ours replaces. */
  refused: 11,
  /** A question of ours about rows, and the Sync behind it. */
  count: 12,
  countSync: 13,
  /** Messages that stand for a simple query: answers that it has not, and its description. */
  unseen: 14,
  describeQuery: 15,
  /** A Sync of ours in front of a simple query; the client reads of it only what fails. */
  ownSync: 16,
} as const

export type Item = Run | Prepared | Buffer | Count | null

export class Pipeline {
  #kinds = new Uint8Array(64)
  #items: Item[] = new Array<Item>(64).fill(null)
  #head = 0
  #tail = 0

  get length(): number {
    return this.#tail - this.#head
  }

  push(kind: number, item: Item): void {
    if (kind === ASKED.copyEnd && this.length === 0) return
    if (this.length === this.#kinds.length) this.#grow()
    const at = this.#tail++ & (this.#kinds.length - 1)
    this.#kinds[at] = kind
    this.#items[at] = item
  }

  /** What runs, or waits to run. */
  unanswered(): readonly Run[] {
    const runs: Run[] = []
    for (let at = this.#head; at < this.#tail; at++) {
      const kind = this.#kinds[at & (this.#kinds.length - 1)]
      const item = this.#items[at & (this.#kinds.length - 1)]
      if ((kind === ASKED.query || kind === ASKED.execute) && item && 'statement' in item && 'rows' in item)
        runs.push(item)
    }
    return runs
  }

  /** What the next answer belongs to. */
  get kind(): number {
    return this.length === 0 ? ASKED.none : this.#kinds[this.#head & (this.#kinds.length - 1)]!
  }

  get item(): Item {
    return this.length === 0 ? null : this.#items[this.#head & (this.#kinds.length - 1)]!
  }

  /** The end of a COPY means something only while what it belongs to is at the head. */
  shift(): void {
    do this.#items[this.#head++ & (this.#kinds.length - 1)] = null
    while (this.kind === ASKED.copyEnd)
  }

  /** The first entry behind the head that is not a Sync: those are ignored while COPY FROM STDIN runs. Answers whether it was CopyDone. */
  dropSyncsUntilCopyEnd(): boolean {
    const mask = this.#kinds.length - 1
    let at = this.#head + 1
    while (at < this.#tail && this.#kinds[at & mask] === ASKED.sync) at++
    const ended = at < this.#tail && this.#kinds[at & mask] === ASKED.copyEnd
    const from = ended ? at + 1 : at
    const dropped = from - (this.#head + 1)
    if (dropped > 0) {
      for (let i = from; i < this.#tail; i++) {
        this.#kinds[(i - dropped) & mask] = this.#kinds[i & mask]!
        this.#items[(i - dropped) & mask] = this.#items[i & mask]!
      }
      for (let i = this.#tail - dropped; i < this.#tail; i++) this.#items[i & mask] = null
      this.#tail -= dropped
    }
    return ended
  }

  #grow(): void {
    const size = this.#kinds.length
    const kinds = new Uint8Array(size * 2)
    const items = new Array<Item>(size * 2).fill(null)
    for (let i = 0; i < size; i++) {
      kinds[i] = this.#kinds[(this.#head + i) & (size - 1)]!
      items[i] = this.#items[(this.#head + i) & (size - 1)]!
    }
    this.#kinds = kinds
    this.#items = items
    this.#head = 0
    this.#tail = size
  }
}
