import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MaskKind } from '../../src/core/grant.ts'
import { type Column, createMasking, maskText } from '../../src/masking/index.ts'

const columns: { pattern: string; mask: MaskKind }[] = [
  { pattern: 'public.customers.email', mask: 'partial' },
  { pattern: 'public.customers.note', mask: 'null' },
  { pattern: 'public.*.ssn', mask: 'redact' },
  { pattern: '*.*.password_hash', mask: 'redact' },
  { pattern: 'audit.log_*.ip*', mask: 'hash' },
]
const masking = createMasking({ columns, detect: [] }, randomBytes(32))
const pattern = (column: Partial<Column>) =>
  masking.plan([{ label: 'x', type: 'text', format: 'text', ...column }])?.[0]?.label
const value = (column: Partial<Column>, text: string) => {
  const mask = masking.plan([{ label: 'x', type: 'text', format: 'text', ...column }])![0]!
  return maskText(mask, Buffer.from(text))?.toString()
}

test('a column is found by its origin, whatever its label', () => {
  expect(pattern({ origin: 'public.customers.email', label: 'harmless' })).toBe('public.customers.email')
  expect(pattern({ origin: 'public.staff.ssn' })).toBe('public.*.ssn')
  expect(pattern({ origin: 'a.b.password_hash' })).toBe('*.*.password_hash')
  expect(pattern({ origin: 'audit.log_2026.ip_address' })).toBe('audit.log_*.ip*')
  expect(pattern({ origin: 'public.customers.name', label: 'email' })).toBeUndefined()
  expect(pattern({ origin: 'other.customers.email' })).toBeUndefined()
  expect(pattern({ origin: 'public.customers.email2' })).toBeUndefined()
})

test('a star stops at a dot', () => {
  expect(pattern({ origin: 'public.a.b.ssn' })).toBeUndefined()
  expect(pattern({ origin: 'public.ssn' })).toBeUndefined()
})

test('a computed column is masked for what it carries, and shows no part of it', () => {
  const carries = ['public.orders.id', 'public.customers.email']
  expect(pattern({ carries })).toBe('public.customers.email')
  expect(value({ carries }, 'ann@example.com')).toBe('****')
  expect(pattern({ carries: ['public.customers.*'] })).toBe('public.customers.email')
  expect(pattern({ carries: ['ssn'] })).toBe('public.*.ssn')
  expect(pattern({ carries: ['public.orders.id'] })).toBeUndefined()
  expect(pattern({ carries: [] })).toBeUndefined()
  expect(pattern({ origin: 'public.view.x', carries: ['public.customers.note'] })).toBe(
    'public.customers.note',
  )
})

test('`hash` is for values as they are', () => {
  const hashed = /^[0-9a-f]{16}$/
  const origin = 'audit.log_2026.ip_address'
  expect(value({ origin }, 'x')).toMatch(hashed)
  expect(value({ origin: 'public.view.x', carries: [origin], plain: true }, 'x')).toBe(value({ origin }, 'x'))
  expect(value({ origin: 'public.view.x', carries: [origin] }, 'x')).toBe('****')
  expect(value({ carries: [origin] }, 'x')).toBe('****')
  const email = { origin: 'public.view.x', carries: ['public.customers.email'], plain: true as const }
  expect(value(email, 'ann@example.com')).toBe('****')
})

test('a computed column with a protected name is masked when the name is protected everywhere', () => {
  expect(pattern({ carries: [], label: 'password_hash' })).toBe('*.*.password_hash')
  expect(pattern({ carries: [], label: 'email' })).toBeUndefined()
})

test('a computed column of which nothing is known is masked', () => {
  expect(pattern({ label: 'email' })).toBe('public.customers.email')
  expect(value({ label: 'note' }, 'x')).toBeUndefined()
  expect(value({ label: 'anything' }, 'long secret value')).toBe('****')
})

test('protects tells which relations matter', () => {
  for (const relation of ['public.customers', 'public.orders', 'x.y', 'audit.log_1'])
    expect(masking.protects(relation)).toBe(true)
  const narrow = createMasking({ columns: columns.slice(0, 2), detect: [] }, randomBytes(32))
  expect(narrow.protects('public.customers')).toBe(true)
  expect(narrow.protects('public.orders')).toBe(false)
})

test('without masks nothing is looked at', () => {
  const none = createMasking({ columns: [], detect: [] }, randomBytes(32))
  expect(none.inert).toBe(true)
  expect(none.plan([{ label: 'email', format: 'text' }])).toBeNull()
  expect(none.scrub('ann@example.com')).toBe('ann@example.com')
  expect(masking.inert).toBe(false)
})

test('an unknown detector is an error that lists those that exist', () => {
  expect(() => createMasking({ columns: [], detect: ['emial'] }, randomBytes(32))).toThrow(/“emial”/)
})
