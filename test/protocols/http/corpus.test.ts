// Every bypass that was thought of, and what looks like one and is none.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RequestRule } from '../../../src/core/grant.ts'
import { decide } from '../../../src/policy/decide.ts'
import { resolveGuard } from '../../../src/policy/guards.ts'
import { Refused, readTarget } from '../../../src/protocols/http/frames.ts'
import { statementOf } from '../../../src/protocols/http/inspect.ts'

interface Row {
  readonly request: string
  readonly guard: string
  readonly expect: 'refused' | 'block' | 'hold' | 'allow'
  readonly body?: string
  readonly type?: string
  readonly requests?: RequestRule[]
}

const rows: Row[] = readFileSync(join(import.meta.dirname, '../../bypass/http.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))

function verdict({ request, guard, body = '', type, requests }: Row): Row['expect'] {
  const space = request.indexOf(' ')
  const own = resolveGuard('own', { own: { name: 'own', extends: guard, ...(requests && { requests }) } })
  try {
    const statement = statementOf(
      1,
      {
        method: request.slice(0, space),
        target: readTarget(request.slice(space + 1)),
        headers: type === undefined ? [] : [['Content-Type', type]],
        body: Buffer.from(body),
        length: String(body.length),
      },
      own.requests ?? [],
    )
    return decide(statement.analysis.effects, own).kind
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

it('has enough of both', () => {
  const passing = rows.filter((row) => row.expect === 'allow').length
  expect(passing).toBeGreaterThanOrEqual(80)
  expect(rows.length - passing).toBeGreaterThanOrEqual(80)
})

it.each(rows.map((row) => [`${row.request} ${row.body ?? ''} under ${row.guard}`, row] as const))(
  '%s',
  (_, row) => {
    expect(verdict(row)).toBe(row.expect)
  },
)
