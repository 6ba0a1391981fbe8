// Sessions of jobs, recorded by the real recorder and delivered by the real client.
import { rmSync } from 'node:fs'
import { exchange } from '../../../src/client/exchange.ts'
import { openGrant } from '../../../src/client/grant.ts'
import { uploadTo } from '../../../src/client/records.ts'
import type { EventBody } from '../../../src/core/event.ts'
import { genesis, sha256, signAs, signingKey } from '../../../src/recording/chain.ts'
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
  const { session, key, upload } = await granted(harness, { claims, targets })
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

async function granted(harness: Harness, { claims = {}, targets = ['orders-prod'] }: JobOptions) {
  const { issuer, url } = harness
  const idToken = await issuer.github(url, { run_id: String(run++), ...claims })
  const grant = await exchange({ server: url, idToken, targets })
  const client = openGrant(grant)
  return { session: grant.session, key: grant.key, upload: uploadTo(client, await client.terms()) }
}

/** A runner that records whatever it likes: lines of text, in one chunk. Resolves to the session's id. */
export async function deliver(harness: Harness, lines: readonly string[]): Promise<string> {
  const { session, key, upload } = await granted(harness, {})
  const body = Buffer.from(`${lines.join('\n')}\n`)
  const header = {
    sid: session,
    seq: 0,
    off: 0,
    len: body.length,
    sha256: sha256(body),
    prev: genesis(session),
  }
  await upload.chunk({ header, signature: signAs('chunk', header, signingKey(key).key), body })
  await harness.server.services.catalogue.settled()
  return session
}

export interface JobOptions {
  readonly claims?: Record<string, string>
  readonly targets?: string[]
  readonly start?: Partial<Extract<EventBody, { type: 'session.start' }>>
}
