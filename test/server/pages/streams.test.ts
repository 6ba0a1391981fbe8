import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createStreams } from '../../../src/server/pages/streams.ts'
import { LOCAL_ADMIN } from '../../../src/server/people/person.ts'
import { type Harness, startHarness } from '../harness.ts'
import { tokenFor } from '../people/administrator.ts'

describe('live pages', () => {
  test('are counted for each person and for all, until they end', () => {
    const streams = createStreams()
    const own = Array.from({ length: 20 }, () => streams.take('a'))
    expect(own).not.toContain(undefined)
    expect(streams.take('a')).toBeUndefined()
    expect(streams.take('b')).toBeDefined()
    own[0]?.()
    own[0]?.()
    expect(streams.take('a')).toBeDefined()
    expect(streams.take('a')).toBeUndefined()
    const others = Array.from({ length: 1000 }, (_, index) => streams.take(`p${index}`))
    expect(others.filter(Boolean)).toHaveLength(500 - 21)
  })
})

describe('over HTTP', () => {
  let harness: Harness
  let headers: Record<string, string>
  beforeAll(async () => {
    harness = await startHarness()
    headers = { authorization: `Bearer ${await tokenFor(harness, LOCAL_ADMIN)}` }
  })
  afterAll(() => harness.close())

  const open = (init: RequestInit = {}) => fetch(`${harness.url}/live`, { ...init, headers })

  test('one person cannot take the connections of all, and gets them back', async () => {
    const end = new AbortController()
    const replies = await Promise.all(Array.from({ length: 25 }, () => open({ signal: end.signal })))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(5)
    expect((await fetch(`${harness.url}/approvals`, { headers })).status).toBe(200)
    end.abort()
    const again = async () => {
      const reply = await open()
      await reply.body?.cancel()
      return reply.status
    }
    await expect.poll(again, { timeout: 20_000 }).toBe(200)
  })

  test('HEAD leaves nothing behind', async () => {
    const { changes } = harness.server.services
    let listeners = 0
    const { watch } = changes
    Object.assign(changes, {
      watch(listener: (id: string) => void) {
        listeners++
        const leave = watch(listener)
        return () => {
          listeners--
          leave()
        }
      },
    })
    await expect.poll(async () => (await open({ method: 'HEAD' })).status, { timeout: 20_000 }).toBe(200)
    for (let tries = 0; tries < 3; tries++) await open({ method: 'HEAD' })
    await expect.poll(() => listeners, { timeout: 20_000 }).toBe(0)
  })
}, 45_000)
