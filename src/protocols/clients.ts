// How a job's own programs find a session, by protocol.
import type { Identity } from './protocol.ts'
import { sshFiles } from './ssh/client-config.ts'

/** Where a session listens for one target and what it asks of a client. */
export interface Endpoint {
  /** The target's name in the policy file. */
  readonly target: string
  /** Host of the target itself. */
  readonly upstream: string
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database?: string
  /** Set when a key is asked for instead of the password. */
  readonly identity?: Identity
}

export interface Clients {
  /** Variables that the protocol's usual clients read. */
  environment(endpoint: Endpoint): Record<string, string>
  /** One address with everything in it, for tools that read a URL. */
  url(endpoint: Endpoint): string
  /** File name of the unix socket as clients look for it in a directory. */
  socketName?(port: number): string
  /**
   * What clients of all these endpoints together read: contents of files by their name in `dir`, and variables that point there.
   * The files hold keys.
   */
  together?(endpoints: readonly Endpoint[], dir: string): Shared
}

export interface Shared {
  readonly files: Readonly<Record<string, string>>
  /** Names of those that hold keys: they go with the session. */
  readonly keys: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

export const CLIENTS = {
  postgres: {
    environment: ({ host, port, user, password, database }) => ({
      PGHOST: host,
      PGPORT: String(port),
      PGUSER: user,
      PGPASSWORD: password,
      ...(database === undefined ? {} : { PGDATABASE: database }),
      // Loopback carries no TLS; the way to the target does.
      PGSSLMODE: 'disable',
    }),
    url: ({ host, port, user, password, database = '' }) =>
      `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}/${encodeURIComponent(database)}?sslmode=disable`,
    socketName: (port) => `.s.PGSQL.${port}`,
  },
  ssh: {
    // Its clients read files.
    environment: () => ({}),
    url: ({ host, port, user }) => `ssh://${encodeURIComponent(user)}@${host}:${port}`,
    together: sshFiles,
  },
  http: {
    // The password stands in the path, which every client keeps; user and password before the host many refuse.
    environment: ({ target, host, port, password }) => ({
      [`${variable(target)}_URL`]: `http://${host}:${port}/${password}`,
      [`${variable(target)}_TOKEN`]: password,
    }),
    url: ({ host, port, password }) => `http://${host}:${port}/${password}`,
  },
} as const satisfies Record<string, Clients>

/** `billing-api` is `BILLING_API`. */
const variable = (target: string): string =>
  target
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '_')
    .replace(/^(?=[0-9])/, '_')
