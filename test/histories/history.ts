// One tool's history, run three ways on each server: directly, observed, and guarded with the exceptions it needs.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Exception } from '../../src/core/grant.ts'
import { servers } from '../fixtures/database.ts'
import type { Server } from '../fixtures/servers.ts'
import { type Arena, openArena, type Place, type Run, WAYS, type Way } from './arena.ts'

export interface History {
  readonly tool: string
  /** Makes the database what it was before; called for each way. */
  readonly before?: (arena: Arena, way: Way) => Promise<void>
  /** Runs the tool, from the first migration or from where it was stopped. */
  readonly migrate: (place: Place) => Promise<Run>
  /** What the guard needs for this history to pass: its policy file would say so. */
  readonly exceptions: readonly Exception[]
  /** Rules that must only warn, where an exception cannot name what they are about. */
  readonly warn?: readonly string[]
  /** How often each rule holds a text of the history. */
  readonly holds: Readonly<Record<string, number>>
}

/** With the output, so that a failure shows it. */
const SUCCESS = { status: 0, output: expect.any(String) }

const [newest, debian] = servers()

export function history({ tool, before, migrate, exceptions, warn = [], holds }: History): void {
  const open = async (server: Server): Promise<Arena> => {
    const arena = await openArena(server)
    for (const way of WAYS) await before?.(arena, way)
    expect(await migrate(arena.direct)).toMatchObject(SUCCESS)
    return arena
  }

  describe(`${tool} on PostgreSQL ${newest?.version}`, () => {
    let arena: Arena
    beforeAll(async () => {
      arena = await open(newest!)
    })
    afterAll(() => arena?.close())

    it('is only observed: same schema, and the holds are counted', async () => {
      const session = await arena.session('observed')
      const run = await migrate(session)
      const report = session.report()
      console.info(`${tool}: ${exceptions.length + warn.length} exceptions, ${JSON.stringify(report)}`)
      expect(run).toMatchObject(SUCCESS)
      expect(report.refused).toBe(0)
      expect(report.holds).toEqual(holds)
      expect(await arena.schema('observed')).toEqual(await arena.schema('direct'))
    })

    it.runIf(exceptions.length + warn.length > 0)(
      'is refused without its exceptions, and changes nothing more',
      async () => {
        const session = await arena.session('guarded')
        expect((await migrate(session)).status).not.toBe(0)
        expect(session.report().refused).toBeGreaterThan(0)
        const stopped = await arena.schema('guarded')
        expect(stopped).not.toEqual(await arena.schema('direct'))
        expect((await migrate(session)).status).not.toBe(0)
        expect(await arena.schema('guarded')).toEqual(stopped)
      },
    )

    it(`passes with ${exceptions.length + warn.length} exceptions: same schema, nothing refused`, () =>
      passes(arena))
  })

  it(`${tool} on PostgreSQL ${debian?.version}: pg_dump shows the same schema as of a direct run`, async () => {
    const arena = await open(debian!)
    await passes(arena).finally(arena.close)
  })

  async function passes(arena: Arena): Promise<void> {
    const session = await arena.session('guarded', { allow: exceptions, warn })
    expect(await migrate(session)).toMatchObject(SUCCESS)
    const { refused, holds: held } = session.report()
    expect({ refused, held: Object.keys(held).filter((rule) => !warn.includes(rule)) }).toEqual({
      refused: 0,
      held: [],
    })
    expect(await arena.schema('guarded')).toEqual(await arena.schema('direct'))
  }
}
