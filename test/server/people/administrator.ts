// The administrator of a server without a sign-in provider, by the link that it printed.
import { addLogin } from '../../../src/server/store/logins.ts'
import type { Harness } from '../harness.ts'
import { type Browser, createBrowser } from './browser.ts'

/** Signed in through the link; a link works once. */
export async function administrator(harness: Harness): Promise<Browser> {
  const browser = createBrowser()
  const token = new URL(harness.server.administratorLink ?? '').searchParams.get('token') ?? ''
  await browser.go(`${harness.url}/sign-in/link`, { method: 'POST', body: new URLSearchParams({ token }) })
  return browser
}

/** A personal token of somebody, as their account page would make it. */
export function tokenFor(harness: Harness, person: Parameters<typeof addLogin>[2]): Promise<string> {
  const { store, clock } = harness.server.services
  return addLogin(store, 'token', person, { now: clock(), expiresAt: clock() + 3600_000, name: 'test' })
}
