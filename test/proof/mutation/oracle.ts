import { Connection } from '../execution/connection.ts'

export interface Oracle {
  /** Whether the server's grammar takes the text. Nothing is run: the transaction has failed before. */
  accepts(text: string): Promise<boolean>
  close(): void
}

/** 42601 is a grammar's error; anything else in a failed transaction is 25P02. */
export async function openOracle(url: string): Promise<Oracle> {
  const connection = await Connection.open(url)
  const fail = async () => {
    await connection.run('ROLLBACK')
    await connection.run('BEGIN')
    await connection.run('SELECT 1/0')
  }
  await fail()
  return {
    async accepts(text) {
      // What could end the failed transaction goes behind a statement that stops the rest of the text.
      const { code } = await connection.run(`SELECT 1; ${text}`)
      if (connection.status !== 'E') await fail()
      return code !== '42601'
    },
    close: () => connection.close(),
  }
}
