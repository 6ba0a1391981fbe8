import { type JsonObject, parseObject } from './json.ts'

const TIMEOUT_MS = 5000
const MAX_BYTES = 256 * 1024

/**
 * Gets a JSON object: https (http on loopback only), no redirects, 5 s for everything, 256 KiB.
 * Throws `Error`; the message names the address and the reason.
 */
export async function download(address: string, fetch: typeof globalThis.fetch): Promise<JsonObject> {
  requireSafe(address)
  try {
    const response = await fetch(address, {
      redirect: 'error',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (response.status !== 200) {
      await response.body?.cancel()
      throw new Error(`status ${response.status}`)
    }
    return parseObject(await readText(response))
  } catch (error) {
    throw new Error(`${address}: ${reason(error)}`)
  }
}

/** Throws unless the address is https, or http to this machine. */
export function requireSafe(address: string): void {
  const url = new URL(address)
  if (url.username || url.password) throw new Error(`${url.host}: no user name or password in an address`)
  if (url.protocol === 'https:') return
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return
  throw new Error(`${address}: only https, or http to this machine`)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw new Error('more than 256 KiB')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
