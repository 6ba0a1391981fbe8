import type { IncomingMessage } from 'node:http'

/** What every route knows of its request. */
export interface App {
  Bindings: { incoming: IncomingMessage }
  Variables: { correlation: string; address: string }
}
