// Statements made of a grammar, also over code that a database holds already: what is allowed is run, nothing may be gone.
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { servers } from '../../fixtures/database.ts'
import { createJudge } from '../judge.ts'
import { Connection } from './connection.ts'
import { generate } from './generator.ts'
import { Trial } from './trial.ts'

const judge = createJudge()
const directory = mkdtempSync(join(tmpdir(), 'proof-'))
// The server’s user could read and write there.
chmodSync(directory, 0o777)
const places = { CANARY: join(directory, 'canary.txt'), OUTPUT: join(directory, 'output.txt') }
writeFileSync(places.CANARY, 'canary')
afterAll(async () => {
  await judge.close()
  rmSync(directory, { recursive: true })
})

/** The same statements every time; other seeds are for the nightly run. */
const SEEDS = [
  [0, 20_261_122, 3500],
  [1, 20_261_123, 1500],
] as const

it.each(SEEDS)(
  'server %i, seed %i: nothing is lost by what is allowed of %i statements',
  async (at, seed, count) => {
    const server = servers()[at]
    if (!server) throw new Error('no server')
    const name = `proof_${seed}`
    const trial = await Trial.open(server.url, name)
    const lost: string[] = []
    const counts = { allow: 0, hold: 0, block: 0, executed: 0 }
    try {
      const reader = await Connection.open(trial.url)
      const knowing = judge.knowing(await reader.snapshot())
      reader.close()
      for (const text of generate(seed, count, { ...places, NAME: name })) {
        const { verdict, effects } = await knowing(text)
        counts[verdict.kind]++
        if (verdict.kind !== 'allow') continue
        const { code, losses, shown } = await trial.run(text, effects)
        if (code === '00000') counts.executed++
        if (shown?.includes('canary')) lost.push(`${text}: a file of the server was read`)
        if (losses.length > 0) lost.push(`${text}: ${losses.join('; ')}`)
      }
    } finally {
      await trial.close()
    }
    expect(lost).toEqual([])
    expect(existsSync(places.OUTPUT)).toBe(false)
    // A generator whose statements all fail would prove nothing.
    expect(counts.executed).toBeGreaterThan(count / 5)
    expect(counts.hold + counts.block).toBeGreaterThan(count / 3)
  },
  120_000,
)
