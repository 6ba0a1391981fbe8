import type { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import pg from 'pg'
import { loadSnapshot } from '../../../src/protocols/postgres/snapshot/load.ts'
import type { Snapshot } from '../../../src/sql/catalogue/snapshot.ts'

export interface Answer {
  /** SQLSTATE; `00000` when it worked, `XXCON` when the connection broke. */
  readonly code: string
  readonly message: string
  readonly rows: readonly Readonly<Record<string, string | null>>[]
}

interface CopySource {
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
}

/** A simple query whose COPY … FROM STDIN gets `data`; results stay text. */
class SimpleQuery extends pg.Query {
  readonly #data: string

  constructor(text: string, data: string, rowMode?: 'array') {
    // Text that is never converted; null stays null.
    super({ text, types: { getTypeParser: () => String }, ...(rowMode && { rowMode }) } as pg.QueryConfig)
    this.#data = data
  }

  handleCopyInResponse(connection: CopySource): void {
    if (this.#data) connection.sendCopyFromChunk(Buffer.from(this.#data))
    connection.endCopyFrom()
  }
}

/** One session that never rejects: errors are answers. */
export class Connection {
  readonly #client: pg.Client
  /** What ReadyForQuery said: idle, in a transaction, or in one that failed. */
  status = 'I'

  private constructor(client: pg.Client) {
    this.#client = client
    const { connection } = client as unknown as { connection: EventEmitter }
    connection.on('readyForQuery', (message: { status: string }) => {
      this.status = message.status
    })
  }

  static async open(url: string, timeout = 2000): Promise<Connection> {
    const client = new pg.Client({ connectionString: url, statement_timeout: timeout })
    client.on('error', () => {})
    await client.connect()
    return new Connection(client)
  }

  run(text: string, data = ''): Promise<Answer> {
    return this.#answer(new SimpleQuery(text, data))
  }

  #answer(sent: SimpleQuery): Promise<Answer> {
    return new Promise((resolve) => {
      const query = this.#client.query(sent)
      let failed: Answer | undefined
      query.on('error', (error: Error & { code?: string }) => {
        failed = { code: error.code ?? 'XXCON', message: error.message, rows: [] }
        resolve(failed)
      })
      query.on('end', (result: unknown) => {
        const results = [result].flat() as readonly ({ rows?: Answer['rows'] } | undefined)[]
        resolve(failed ?? { code: '00000', message: '', rows: results.flatMap((each) => each?.rows ?? []) })
      })
    })
  }

  /** Rows of a query of the proof itself; throws when it fails. */
  async rows(text: string): Promise<Answer['rows']> {
    const { code, message, rows } = await this.run(text)
    if (code !== '00000') throw new Error(`the proof's own query failed: ${code} ${message}`)
    return rows
  }

  /** What a session would know of the database. */
  snapshot(): Promise<Snapshot> {
    const query = async (text: string) => {
      const { code, message, rows } = await this.#answer(new SimpleQuery(text, '', 'array'))
      if (code !== '00000') throw new Error(`the snapshot failed: ${code} ${message}`)
      return rows
    }
    return loadSnapshot({ query } as unknown as Parameters<typeof loadSnapshot>[0], Date.now())
  }

  /** Without waiting for what is still running. */
  close(): void {
    const { connection } = this.#client as unknown as { connection: { stream: Socket } }
    connection.stream.destroy()
  }
}
