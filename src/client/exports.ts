// What auditors take from the server, as it comes.
import { SluiceError } from '../core/errors.ts'
import { serverAddress } from './connect.ts'
import { unreachable } from './failures.ts'
import { refusal } from './people.ts'

export const EXPORTS = ['sessions', 'approvals', 'masking', 'audit'] as const
export type Export = (typeof EXPORTS)[number]

/** The server reads its store between two pieces. */
const IDLE_MS = 60_000

/** Throws `SluiceError`, also when the answer breaks off: what came before is not all of it then. */
export async function* exported(
  options: { readonly server: string; readonly token: string; readonly fetch?: typeof globalThis.fetch },
  what: Export,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const server = serverAddress(options.server)
  const idle = new AbortController()
  const timer = setTimeout(() => idle.abort(), IDLE_MS)
  try {
    const response = await (options.fetch ?? globalThis.fetch)(
      `${server}/api/export/${what}?${new URLSearchParams(query)}`,
      {
        headers: { authorization: `Bearer ${options.token}` },
        redirect: 'error',
        signal: AbortSignal.any([signal, idle.signal]),
      },
    ).catch((error: unknown) => {
      throw unreachable(error, server)
    })
    if (!response.ok || !response.body)
      throw refusal(response.status, await response.json().catch(() => undefined), server)
    try {
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        timer.refresh()
        yield text
      }
    } catch (error) {
      throw new SluiceError('SERVER_ERROR', `the export of ${what} broke off`, {
        hint: 'What was written is not all of it: try again, or a shorter time; the server’s log has the cause',
        cause: error,
      })
    }
  } finally {
    clearTimeout(timer)
  }
}
