import { readFileSync } from 'node:fs'

/** Longer ones make a timer fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1

export interface Timer {
  clear(): void
}

/** Calls once after `ms`, however many that are; does not keep the process alive. */
export function after(ms: number, handler: () => void): Timer {
  let timer: NodeJS.Timeout
  const wait = (left: number) => {
    const step = Math.min(Math.max(left, 0), LONGEST_TIMER)
    timer = setTimeout(() => (left > step ? wait(left - step) : handler()), step)
    timer.unref()
  }
  wait(ms)
  return { clear: () => clearTimeout(timer) }
}

/** Calls once when nothing has been open for `ms`; 0 for never. */
export function whenIdle(ms: number, handler: () => void): { open(): void; closed(): void; clear(): void } {
  let connections = 0
  let timer: Timer | undefined
  const rearm = () => {
    timer?.clear()
    timer = ms > 0 && connections === 0 ? after(ms, handler) : undefined
  }
  rearm()
  return {
    open() {
      connections++
      rearm()
    },
    closed() {
      connections--
      rearm()
    },
    clear: () => timer?.clear(),
  }
}

const PARENT_INTERVAL_MS = 1000

/** Calls once when the process is gone. */
export function whenGone(pid: number, handler: () => void): Timer {
  const timer = setInterval(() => {
    if (alive(pid)) return
    clearInterval(timer)
    handler()
  }, PARENT_INTERVAL_MS)
  timer.unref()
  return { clear: () => clearInterval(timer) }
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Another user's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !ended(pid)
}

/** True for a process that is over but that nobody has waited for: a job's container has no init that would. */
function ended(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // `pid (name) state`, and the name may hold anything.
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
  } catch {
    return false
  }
}
