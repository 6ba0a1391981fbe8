// Clocks, processor time, memory and statistics.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus, release } from 'node:os'

/** A run of one workload against one entrant. */
export interface Sample {
  /** More is better: MB/s, transactions a second, … */
  readonly value: number
  /** Microseconds of the relay's processor time per unit (MB, transaction, statement); undefined where there is no relay. */
  readonly cpu?: number
  /** Microseconds. */
  readonly p50?: number
  readonly p99?: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(Math.random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

/** Seconds of processor time of a process with all its threads; 0 for none. Linux only, exact to the nanosecond. */
export function cpuSeconds(pid: number | undefined): number {
  if (pid === undefined) return 0
  let nanoseconds = 0
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // The thread has ended since.
    }
  }
  return nanoseconds / 1e9
}

/** Resident memory of a process, MB. */
export function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? Number.NaN) / 1024
}

export function machine(): string[] {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  return [
    `Date: ${new Date().toISOString().slice(0, 10)}, commit ${commit}`,
    `Machine: ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}, Linux ${release()}`,
    `Node ${process.version}`,
  ]
}
