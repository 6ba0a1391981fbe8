// Records until it is killed; prints the number of the last event that is flushed.
import { writeSync } from 'node:fs'
import { createRecorder } from '../../src/recording/create.ts'
import { KEY, result, START, statement } from './samples.ts'
import { fakeServer } from './server.ts'

const recorder = createRecorder({
  dir: process.argv[2] ?? '',
  session: 's1',
  key: KEY,
  upload: fakeServer(),
  limits: { chunkAfter: 2 },
})
recorder.append(START)
for (let id = 1; ; id++) {
  recorder.append(statement(id))
  const seq = recorder.append(result(id))
  recorder.flush()
  writeSync(1, `${seq}\n`)
  if (id % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
}
