/** Where clients connect. */
export interface Endpoint {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** Something that stands between client and server. */
export interface Peer {
  readonly name: string
  /** Why it cannot take part on this machine; undefined when it can. */
  absent(): string | undefined
  start(upstream: Endpoint, dir: string): Promise<Running>
}

export interface Running {
  /** By entrant name: the peer itself, and its variants. */
  readonly endpoints: Readonly<Record<string, Endpoint>>
  /** The process whose processor time is counted. */
  readonly pid?: number
  stop(): Promise<void>
}
