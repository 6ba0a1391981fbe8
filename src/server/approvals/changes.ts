// Who waits for a decision is woken by it; other servers on the same store are noticed by looking again.

export interface Changes {
  /** Something was asked, decided or withdrawn. */
  tell(id: string): void
  /** Settles when `id` has changed, after `ms` at most, or when `signal` says so. */
  wait(id: string, ms: number, signal?: AbortSignal): Promise<void>
  /** Calls `listener` for every change until the function that it returns is called. */
  watch(listener: (id: string) => void): () => void
  /** The server stops: aborted then, and nobody waits any longer. */
  readonly over: AbortSignal
  close(): void
}

export function createChanges(): Changes {
  const listeners = new Set<(id: string) => void>()
  const end = new AbortController()
  const watch: Changes['watch'] = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    tell(id) {
      for (const listener of [...listeners]) listener(id)
    },
    watch,
    over: end.signal,
    close: () => end.abort(),
    wait: (id, ms, signal) =>
      new Promise((resolve) => {
        const stops = AbortSignal.any([end.signal, ...(signal ? [signal] : [])])
        if (stops.aborted) return resolve()
        const done = () => {
          clearTimeout(timer)
          leave()
          stops.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        const leave = watch((changed) => changed === id && done())
        stops.addEventListener('abort', done)
      }),
  }
}
