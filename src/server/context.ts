/** What every route knows of its request. */
export interface App {
  Bindings: { incoming: import('node:http').IncomingMessage }
  Variables: { correlation: string; address: string }
}
