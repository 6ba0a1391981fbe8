// How far the server is behind, who waits for it, and when that has lasted too long.
import type { RecordLimits } from './options.ts'

export interface Progress {
  /** Bytes were written to the local file; `open` of them are in no chunk yet. */
  wrote(bytes: number, open: number): void
  /** A chunk that ends at byte `end` of the record was handed over. */
  sent(end: number): void
  acknowledged(end: number): void
  /** True when traffic must pause; `pending` bytes are not even written. */
  behind(pending: number): boolean
  wait(resume: () => void): void
  /** Lets everybody who waits go on. */
  release(): void
  stop(): void
}

export function createProgress(clock: () => number, limits: RecordLimits, overdue: () => void): Progress {
  const flight: { end: number; since: number }[] = []
  let written = 0
  let safe = 0
  /** When the oldest event that is in no chunk was written; 0 when there is none. */
  let begun = 0
  let watch: NodeJS.Timeout | undefined
  let waiting: (() => void)[] = []

  const lags = (pending: number, bytes: number) => {
    const oldest = flight[0]?.since ?? begun
    return written + pending - safe > bytes || (oldest > 0 && clock() - oldest > limits.lagAfter)
  }
  const release = () => {
    const resumes = waiting
    waiting = []
    for (const resume of resumes) resume()
  }
  const arm = () => {
    clearTimeout(watch)
    const first = flight[0]
    watch = first && setTimeout(overdue, Math.max(0, first.since + limits.failAfter - clock()))
  }
  return {
    wrote(bytes, open) {
      written += bytes
      if (open > 0) begun ||= clock()
    },
    sent(end) {
      flight.push({ end, since: begun || clock() })
      begun = 0
      if (flight.length === 1) arm()
    },
    acknowledged(end) {
      safe = Math.max(safe, end)
      while (flight[0] && flight[0].end <= end) flight.shift()
      arm()
      // Half of the limit, so that traffic does not stop and go with every chunk.
      if (waiting.length > 0 && !lags(0, limits.lagBytes / 2)) release()
    },
    behind: (pending) => lags(pending, limits.lagBytes),
    wait: (resume) => void waiting.push(resume),
    release,
    stop: () => clearTimeout(watch),
  }
}
