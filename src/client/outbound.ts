import http from 'node:http'
import { SluiceError } from '../core/errors.ts'

const LOOPBACK = '127.0.0.1,localhost,::1,[::1]'

/**
 * Sends this process's outgoing requests through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, NO_PROXY),
 * except those to this machine. `fetch` would ignore it otherwise. Returns how to undo it; does
 * nothing without a proxy. Throws `SluiceError` CONFIG_INVALID on a Node that cannot.
 */
export function useOutboundProxy(env: NodeJS.ProcessEnv): () => void {
  const https = env.https_proxy ?? env.HTTPS_PROXY
  const plain = env.http_proxy ?? env.HTTP_PROXY
  if (!https && !plain) return () => {}
  if (typeof http.setGlobalProxyFromEnv !== 'function')
    throw new SluiceError('CONFIG_INVALID', `Node ${process.versions.node} cannot use the outbound proxy`, {
      hint: 'Run on Node 24.14 or newer, or let this machine reach the server directly',
    })
  const except = env.no_proxy ?? env.NO_PROXY
  return http.setGlobalProxyFromEnv({
    ...(https ? { HTTPS_PROXY: https } : {}),
    ...(plain ? { HTTP_PROXY: plain } : {}),
    NO_PROXY: except ? `${except},${LOOPBACK}` : LOOPBACK,
  })
}
