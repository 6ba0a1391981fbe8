// A recording process that is killed: what was flushed is there and verifies.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyRecord } from '../../src/recording/verify.ts'
import { filesOf, newDir } from './samples.ts'

test('kill -9 at any moment leaves every flushed event, in a record that holds as far as it goes', async () => {
  for (let round = 0; round < 12; round++) {
    const dir = join(newDir(), 'record')
    const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let flushed = ''
    child.stdout.on('data', (data) => {
      flushed += data
    })
    await once(child.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, 40 + ((round * 13) % 90)))
    child.kill('SIGKILL')
    await once(child, 'close')
    const last = Number(flushed.trimEnd().split('\n').at(-1))
    const { status, problems, events, acknowledged, signed } = verifyRecord(filesOf(dir))
    expect({ status, problems }).toEqual({ status: 'incomplete', problems: [] })
    expect(events).toBeGreaterThan(last)
    expect(signed.events).toBeLessThanOrEqual(events)
    expect(acknowledged.chunks).toBeGreaterThan(0)
  }
})
