import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeJob } from '../../src/server/store/grants.ts'
import { openStore, type Store } from '../../src/server/store/index.ts'
import { receiptKey } from '../../src/server/store/keys.ts'
import { forget, hit, once } from '../../src/server/store/once.ts'
import { openSqlite } from '../../src/server/store/sqlite.ts'

let dir: string
let store: Store
beforeEach(async () => {
  dir = join(mkdtempSync(join(tmpdir(), 'sluice-store-')), 'data')
  store = await openStore(openSqlite(dir))
})
afterEach(async () => {
  await store.destroy()
  rmSync(dir, { recursive: true, force: true })
})

const pragma = async (name: string) => {
  const { rows } = await sql.raw<Record<string, unknown>>(`PRAGMA ${name}`).execute(store)
  return Object.values(rows[0] ?? {})[0]
}

test('every commit is synced, and the file is for its owner alone', async () => {
  expect(await pragma('journal_mode')).toBe('wal')
  expect(await pragma('synchronous')).toBe(2)
  expect(await pragma('locking_mode')).toBe('exclusive')
  expect(await pragma('foreign_keys')).toBe(1)
  if (process.platform === 'win32') return
  expect(statSync(dir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dir, 'sluice.sqlite')).mode & 0o777).toBe(0o600)
})

test('a second opener is refused, whoever it is; after closing it may open', async () => {
  expect(() => openSqlite(dir)).toThrow(/in use by another server/)
  const other = new DatabaseSync(join(dir, 'sluice.sqlite'), { timeout: 0 })
  expect(() => other.exec('SELECT * FROM grants')).toThrow(/locked/)
  other.close()
  await store.destroy()
  store = await openStore(openSqlite(dir))
})

test('the tables are brought up to date once; a newer store is refused', async () => {
  await once(store, 's', 'kept', 1)
  await store.destroy()
  store = await openStore(openSqlite(dir))
  expect(await once(store, 's', 'kept', 1)).toBe(false)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'x')`.execute(store)
  await store.destroy()
  await expect(openStore(openSqlite(dir))).rejects.toMatchObject({ code: 'STORE_FAILED' })
  const raw = new DatabaseSync(join(dir, 'sluice.sqlite'))
  raw.exec("DELETE FROM kysely_migration WHERE name = '9999-later'")
  raw.close()
  store = await openStore(openSqlite(dir))
})

describe('one winner', () => {
  test('of 50 callers with the same id', async () => {
    const wins = await Promise.all(Array.from({ length: 50 }, () => once(store, 'token:github', 'a', 1000)))
    expect(wins.filter(Boolean)).toHaveLength(1)
    expect(await once(store, 'token:gitlab', 'a', 1000)).toBe(true)
  })

  test('of 50 callers for the same job; overlapping targets take none', async () => {
    const take = (targets: string[], grant: string) =>
      store.transaction().execute(async (transaction) => {
        const taken = await takeJob(transaction, { issuer: 'github', job: 'j', targets, grant })
        if (!taken) throw new Error('taken')
      })
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => take(['a', 'b'], `g${index}`)),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(take(['c', 'b'], 'late')).rejects.toThrow('taken')
    const rows = await store.selectFrom('jobs').select('target').execute()
    expect(rows.map(({ target }) => target).sort()).toEqual(['a', 'b'])
    await take(['c'], 'other')
  })
})

test('hits are counted by minute, and old ones forgotten', async () => {
  const noon = 1_800_000_000_000
  expect(
    await Promise.all([hit(store, 'a', noon), hit(store, 'a', noon + 1), hit(store, 'b', noon)]),
  ).toEqual([1, 2, 1])
  expect(await hit(store, 'a', noon + 60_000)).toBe(1)
  await forget(store, noon + 300_000)
  expect(await store.selectFrom('rates').selectAll().execute()).toEqual([])
})

test('the key that countersigns is made once', async () => {
  const [one, two] = await Promise.all([receiptKey(store, 1), receiptKey(store, 2)])
  expect(one).toEqual(two)
  expect(one).toMatchObject({ kty: 'OKP', crv: 'Ed25519' })
})
