import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesGlob } from '../../src/policy/globs.ts'

describe('matchesGlob', () => {
  it('is equality without a star', () => {
    expect(matchesGlob('refs/heads/main', 'refs/heads/main')).toBe(true)
    expect(matchesGlob('refs/heads/main', 'refs/heads/mai')).toBe(false)
    expect(matchesGlob('refs/heads/main', 'Refs/heads/main')).toBe(false)
    expect(matchesGlob('a.c', 'abc')).toBe(false)
  })

  it('lets a star stand for anything but / and :', () => {
    expect(matchesGlob('refs/heads/release-*', 'refs/heads/release-1.2')).toBe(true)
    expect(matchesGlob('refs/heads/release-*', 'refs/heads/release-')).toBe(true)
    expect(matchesGlob('refs/heads/*', 'refs/heads/feature/x')).toBe(false)
    expect(matchesGlob('*', 'a:environment:prod')).toBe(false)
    expect(matchesGlob('acme/*', 'acme-evil/orders')).toBe(false)
    expect(matchesGlob('*/orders', 'acme/orders')).toBe(true)
    expect(matchesGlob('a*b*c', 'aXbYc')).toBe(true)
    expect(matchesGlob('a*a', 'a')).toBe(false)
    expect(matchesGlob('**', 'x')).toBe(true)
  })

  it('agrees with the regular expression that says the same, on any input', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', '*', '/', ':', '.', '\n', '$', '😀'),
      maxLength: 12,
    })
    fc.assert(
      fc.property(letters, letters, (pattern, value) => {
        const escaped = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
        expect(matchesGlob(pattern, value)).toBe(new RegExp(`^${escaped.join('[^/:]*')}$`).test(value))
      }),
      { numRuns: 20_000 },
    )
  })

  it('takes no longer on patterns that make regular expressions slow', () => {
    const started = performance.now()
    expect(matchesGlob(`${'*a'.repeat(500)}b`, 'a'.repeat(20_000))).toBe(false)
    expect(performance.now() - started).toBeLessThan(200)
  })
})
