// One attempt to deliver something. What is told of a failure never holds the address: it may be a secret.
import { isLoopback } from '../../identity/download.ts'

/** `refused` will not be better when it is sent again. */
export type Outcome =
  | { readonly result: 'delivered' }
  | { readonly result: 'retry'; readonly reason: string; readonly after?: number }
  | { readonly result: 'refused'; readonly reason: string }

const TIMEOUT_MS = 10_000
const MOST_READ = 4096
const LONGEST_WAIT_MS = 3600_000
/** The receiver has read it and does not want it. */
const FOR_GOOD = [400, 413, 422]

export async function post(
  fetch: typeof globalThis.fetch,
  { url, body, headers }: { url: string; body: string; headers: Readonly<Record<string, string>> },
): Promise<Outcome> {
  if (!isDeliverable(url)) return { result: 'retry', reason: 'its address is not https, nor on loopback' }
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'user-agent': 'sluice', ...headers },
      redirect: 'manual',
      signal,
    })
    await readSome(response)
    return outcomeOf(response)
  } catch (error) {
    return { result: 'retry', reason: reasonOf(error) }
  }
}

function isDeliverable(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (username || password) return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))
}

function outcomeOf({ ok, status, headers }: Response): Outcome {
  if (ok) return { result: 'delivered' }
  if (status >= 300 && status < 400) return { result: 'retry', reason: `it redirects (${status})` }
  const reason = `it answers ${status}`
  if (FOR_GOOD.includes(status)) return { result: 'refused', reason }
  const seconds = Number(headers.get('retry-after'))
  if (!(seconds > 0)) return { result: 'retry', reason }
  return { result: 'retry', reason, after: Math.min(seconds * 1000, LONGEST_WAIT_MS) }
}

/** So much that the connection can be used again, and no more. */
async function readSome({ body }: Response): Promise<void> {
  if (!body) return
  const reader = body.getReader()
  let left = MOST_READ
  while (left > 0) {
    const { done, value } = await reader.read()
    if (done) return
    left -= value.byteLength
  }
  await reader.cancel()
}

/** A message of `fetch` may quote the address; its code does not. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be reached'
  if (error.name === 'TimeoutError') return `it does not answer within ${TIMEOUT_MS / 1000} s`
  const { code } = (error.cause ?? error) as { code?: unknown }
  return typeof code === 'string' && /^[A-Z0-9_]{1,50}$/.test(code)
    ? `it cannot be reached (${code})`
    : 'it cannot be reached'
}
