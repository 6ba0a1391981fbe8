// Sessions of jobs, recorded by the real recorder and delivered by the real client.
import { rmSync } from 'node:fs'
import { exchange } from '../../../src/client/exchange.ts'
import { openGrant } from '../../../src/client/grant.ts'
import { uploadTo } from '../../../src/client/records.ts'
import type { EventBody } from '../../../src/core/event.ts'
import { createRecorder } from '../../../src/recording/create.ts'
import type { Seal } from '../../../src/recording/recorder.ts'
import { END, newDir, START } from '../../recording/samples.ts'
import type { Harness } from '../harness.ts'

export interface Job {
  readonly session: string
  /** Its directory on the runner. */
  readonly dir: string
  record(...events: EventBody[]): void
  /** Resolves when the server has read everything that was recorded so far. */
  arrived(): Promise<void>
  end(): Promise<Seal>
}

let run = 50_000

/** A session that has begun, of a job with these claims. */
export async function startJob(
  harness: Harness,
  { claims = {}, targets = ['orders-prod'], start = {} }: JobOptions = {},
): Promise<Job> {
  const dir = newDir()
  const { issuer, url } = harness
  const idToken = await issuer.github(url, { run_id: String(run++), ...claims })
  const grant = await exchange({ server: url, idToken, targets })
  const client = openGrant(grant)
  const { session, key } = grant
  const upload = uploadTo(client, await client.terms())
  const recorder = createRecorder({ dir, session, key, upload })
  let events = 0
  const record = (...list: EventBody[]) => {
    for (const event of list) recorder.append(event)
    recorder.flush()
    events += list.length
  }
  record({ ...START, session, ...start })
  return {
    session,
    dir,
    record,
    async arrived() {
      const { store, catalogue } = harness.server.services
      for (let tries = 0; ; tries++) {
        await catalogue.settled()
        const row = await store
          .selectFrom('sessions')
          .select('events')
          .where('id', '=', session)
          .executeTakeFirst()
        if ((row?.events ?? 0) >= events) return
        if (tries > 200) throw new Error(`${row?.events} of ${events} events arrived`)
        await catalogue.changes.wait(session, 50)
      }
    },
    async end() {
      const seal = await recorder.seal(END)
      events++
      await harness.server.services.catalogue.settled()
      rmSync(dir, { recursive: true })
      return seal
    },
  }
}

export interface JobOptions {
  readonly claims?: Record<string, string>
  readonly targets?: string[]
  readonly start?: Partial<Extract<EventBody, { type: 'session.start' }>>
}
