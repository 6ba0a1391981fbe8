// Runs analyses in a worker thread, one at a time, under a watchdog. A worker that failed is thrown away.
import { Worker } from 'node:worker_threads'
import type { Analysis } from '../core/statement.ts'

export interface OffloadOptions {
  /** The bundled or source file of `worker.ts`. */
  readonly worker: URL | string
  readonly stackSizeMb: number
  /** Milliseconds that one text may take, start of the worker included. */
  readonly timeout: number
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
}

/** Why there is no analysis. */
export type Failure = 'too deep' | 'too slow' | 'too often' | 'closed'

interface Task {
  readonly text: string
  readonly done: (result: Analysis | Failure) => void
}

type Message = { readonly analysis?: Analysis; readonly spoilt?: boolean; readonly ready?: boolean }

/** A worker costs a tenth of a second to start, so texts that spoil it may do so this often in this many milliseconds. */
const SPOILT = { most: 20, within: 60_000 }

export class Offload {
  readonly #options: OffloadOptions
  readonly #queue: Task[] = []
  #worker: Worker | undefined
  #current: Task | undefined
  #timer: NodeJS.Timeout | undefined
  #failures: number[] = []
  #closed = false

  constructor(options: OffloadOptions) {
    this.#options = options
  }

  /** `gone`: nobody waits for the answer any more; a text whose turn has not come is then passed over. */
  run(text: string, gone?: AbortSignal): Promise<Analysis | Failure> {
    return new Promise((done) => {
      if (this.#closed || gone?.aborted) return done('closed')
      const task = { text, done }
      this.#queue.push(task)
      gone?.addEventListener('abort', () => this.#forget(task), { once: true })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const task of this.#queue.splice(0)) task.done('closed')
    this.#finish('closed')
    await this.#discard()
  }

  #forget(task: Task): void {
    const at = this.#queue.indexOf(task)
    if (at === -1) return
    this.#queue.splice(at, 1)
    task.done('closed')
  }

  #next(): void {
    if (this.#current) return
    const task = this.#queue.shift()
    if (!task) {
      this.#worker?.unref()
      return
    }
    if (!this.#worker && this.#failedTooOften()) {
      task.done('too often')
      this.#next()
      return
    }
    this.#current = task
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#timer = setTimeout(() => this.#fail('too slow'), this.#options.timeout)
    this.#worker.postMessage(task.text)
  }

  #failedTooOften(): boolean {
    const since = this.#options.now() - SPOILT.within
    this.#failures = this.#failures.filter((at) => at > since)
    return this.#failures.length >= SPOILT.most
  }

  #start(): Worker {
    const { worker: file, stackSizeMb } = this.#options
    const worker = new Worker(file, { resourceLimits: { stackSizeMb }, env: {}, execArgv: [], stdin: false })
    worker.on('message', (message: Message) => {
      if (worker !== this.#worker || message.ready) return
      if (message.analysis) this.#finish(message.analysis)
      else this.#fail('too deep')
    })
    worker.on('error', () => worker === this.#worker && this.#fail('too deep'))
    worker.on('exit', () => worker === this.#worker && this.#fail('too deep'))
    return worker
  }

  #fail(reason: Failure): void {
    this.#failures.push(this.#options.now())
    void this.#discard()
    this.#finish(reason)
  }

  #finish(result: Analysis | Failure): void {
    clearTimeout(this.#timer)
    const task = this.#current
    this.#current = undefined
    task?.done(result)
    if (!this.#closed) this.#next()
  }

  async #discard(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    await worker?.terminate()
  }
}
