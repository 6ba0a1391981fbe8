import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { keepRecord, placesOf } from '../../src/action/keep.ts'
import { openGeneric } from '../../src/platforms/generic/index.ts'
import { artifactName } from '../../src/platforms/github/artifact.ts'
import type { Platform } from '../../src/platforms/platform.ts'
import type { Closed } from '../../src/session/files.ts'

const record = mkdtempSync(join(tmpdir(), 'sluice-record-'))
writeFileSync(join(record, 'session.jsonl'), '{}\n')
afterAll(() => rmSync(record, { recursive: true, force: true }))

const closed: Closed = {
  session: 's1',
  reason: 'clean',
  startedAt: '',
  endedAt: '',
  targets: ['orders'],
  totals: { connections: 0, statements: 0, refused: 0, held: 0, masked: 0 },
  refusals: [],
  record,
  problems: [],
}

function platform(artifacts: boolean): { platform: Platform; lines: string[] } {
  const lines: string[] = []
  const generic = openGeneric({ env: {}, cwd: record, fetch, err: (text) => lines.push(text) })
  return { platform: { ...generic, facts: { ...generic.facts, artifacts } }, lines }
}

describe('the artifact', () => {
  it('is left out with a warning where there is no artifact service', async () => {
    const { platform: enterprise, lines } = platform(false)
    const kept = await keepRecord(closed, true, enterprise)
    expect(kept.artifact).toBeUndefined()
    expect(kept.artifactProblem).toContain('GitHub Enterprise Server')
    expect(lines.join('')).toContain('warning: this GitHub Enterprise Server')
  })

  it('is left out without a word when none is wanted', async () => {
    const { platform: any, lines } = platform(true)
    expect(await keepRecord(closed, false, any)).toEqual({})
    expect(lines).toEqual([])
  })

  it('that cannot be uploaded is a warning and no failure', async () => {
    const { platform: any, lines } = platform(true)
    const kept = await keepRecord(closed, 'audit', any)
    expect(kept.artifactProblem).toContain('the artifact was not uploaded')
    expect(lines.join('')).toContain('warning: the artifact was not uploaded')
  })

  it('holds the page, with where the refused statements stand', async () => {
    const { platform: any } = platform(true)
    rmSync(join(record, 'session.html'), { force: true })
    const refusal = { rule: 'drop-table', reason: '', sha256: '', conn: 1, redacted: false, effects: [] }
    const places = placesOf(
      [
        { ...refusal, seq: 3 },
        { ...refusal, seq: 9 },
      ],
      [undefined, { file: 'db/</script>.sql', line: 7 }],
    )
    await keepRecord(closed, 'audit', any, places)
    const html = readFileSync(join(record, 'session.html'), 'utf8')
    expect(html).toContain('{"9":{"file":"db/\\u003c/script>.sql","line":7}}')
  })

  it('is uploaded without a page when none can be made', async () => {
    const { platform: any, lines } = platform(true)
    await keepRecord({ ...closed, record: join(record, 'none') }, 'audit', any)
    expect(lines.join('')).toContain('warning: the artifact holds no session.html')
    expect(lines.join('')).toContain('warning: the artifact was not uploaded')
  })

  it('has a name that the service accepts', () => {
    expect(artifactName(['orders-prod'], 'id_1')).toBe('sluice-session-orders-prod-id_1')
    expect(artifactName(['a', 'b/c:d'], 'x')).toBe('sluice-session-a+b-c-d-x')
    expect(artifactName(Array(50).fill('long-name'), 'x').length).toBeLessThan(160)
  })
})
