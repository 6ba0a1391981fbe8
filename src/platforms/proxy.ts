import * as http from 'node:http'

const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']

/**
 * Makes `fetch` use the outbound proxy of a self-hosted runner; Node leaves the variables alone by default.
 * Returns false when there is one that this Node cannot be told to use.
 */
export function useProxyOf(env: NodeJS.ProcessEnv): boolean {
  if (!VARIABLES.some((name) => env[name])) return true
  if (env.NODE_USE_ENV_PROXY === '1') return true
  // Node 24.14 and newer.
  const set: unknown = Reflect.get(http, 'setGlobalProxyFromEnv')
  if (typeof set !== 'function') return false
  set(env)
  return true
}
