import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import { explain, trace } from '../../src/session/log.ts'

describe('what the daemon’s log says of an error', () => {
  it('is the message and the cure when it was written for people', () => {
    const error = new SluiceError('CONFIG_INVALID', 'the port is taken', { hint: 'Choose another' })
    expect(explain(error)).toBe('the port is taken. Choose another')
  })

  it('is the kind when it may quote a value', () => {
    expect(explain(new TypeError("Cannot read 'someone@example.com'"))).toBe('TypeError')
    expect(explain(Object.assign(new Error('connect to secret-host'), { code: 'ECONNRESET' }))).toBe(
      'Error ECONNRESET',
    )
    expect(explain('someone@example.com')).toBe('string')
  })

  it('of a bug is its place in the code, without the message, also when that has lines', () => {
    const text = trace(new RangeError('row\nsomeone@example.com\n    at was.here'))
    expect(text).toMatch(/^RangeError\n\s+at .*log\.test\.ts/)
    expect(text).not.toMatch(/someone|was\.here/)
  })
})
