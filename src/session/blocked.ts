// What a waiting transaction keeps others from is told again whenever it changes.
import type { HeldBlocking } from '../core/blocking.ts'

/** Milliseconds between two looks. */
export const LOOK_MS = 10_000
/** A server that does not tell by then does not. */
const PATIENCE_MS = 3000

export type Look = () => Promise<HeldBlocking | undefined>

/** One look; undefined when the server does not tell in time. */
export async function look(blocking: Look | undefined, ms = PATIENCE_MS): Promise<HeldBlocking | undefined> {
  if (!blocking) return undefined
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([blocking(), late]).finally(() => clearTimeout(timer))
}

/** Looks every `ms`, and calls `tell` with what is new. Ends with the function that it returns. */
export function watch(blocking: Look, tell: (now: HeldBlocking) => void, ms = LOOK_MS): () => void {
  let told = ''
  let running = false
  let over = false
  const again = async () => {
    if (running) return
    running = true
    const now = await look(blocking)
    running = false
    const text = JSON.stringify(now)
    if (over || !now || text === told) return
    told = text
    tell(now)
  }
  const timer = setInterval(() => void again(), ms)
  void again()
  return () => {
    over = true
    clearInterval(timer)
  }
}

/** Names are anybody's text. */
export function scrubbed(
  { locks, waiting, ...rest }: HeldBlocking,
  scrub: (text: string) => string,
): HeldBlocking {
  return {
    ...rest,
    locks: locks.map(({ relation, lock }) => ({ relation: scrub(relation), lock })),
    waiting: waiting.map(({ relation, application, ...same }) => ({
      ...same,
      application: scrub(application),
      ...(relation === undefined ? {} : { relation: scrub(relation) }),
    })),
  }
}
