// A stream that says that something has changed, never what: the page asks for it as the person it is.
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { App } from '../context.ts'

/** Browsers reconnect by themselves; proxies cut what is silent. */
const HEARTBEAT_MS = 15_000

export interface Watched {
  /** Calls back for every change until the function that it returns is called. */
  watch(listener: () => void): () => void
  /** Aborted when the server stops. */
  readonly over: AbortSignal
  /** False once who watches is signed out. */
  allowed(): Promise<boolean>
  /** Changes that come within so many ms are told together. */
  readonly together: number
}

export function live(c: Context<App>, { watch, over, allowed, together }: Watched): Response {
  return streamSSE(c, async (stream) => {
    let changed = true
    let wake = () => {}
    const leave = watch(() => {
      changed = true
      wake()
    })
    stream.onAbort(() => wake())
    const stop = () => wake()
    over.addEventListener('abort', stop)
    try {
      while (!stream.aborted && !over.aborted && (await allowed())) {
        if (changed) {
          changed = false
          await stream.writeSSE({ event: 'change', data: '' })
          await stream.sleep(together)
        } else if (!(await woken((resume) => (wake = resume)))) await stream.write(': still here\n\n')
      }
    } finally {
      leave()
      over.removeEventListener('abort', stop)
    }
  })
}

/** True when it was woken, false when nothing happened for a while. */
function woken(listen: (resume: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), HEARTBEAT_MS)
    listen(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
