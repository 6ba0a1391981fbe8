// What is fuzzed: each target takes any bytes, and throws only what it may not throw.
import { SluiceError } from '../../../src/core/errors.ts'
import { readTargets } from '../../../src/protocols/postgres/dependencies.ts'
import { ProtocolError, readFields, readRowDescription } from '../../../src/protocols/postgres/frames.ts'
import { Refusal, readOptions, readPairs } from '../../../src/protocols/postgres/startup.ts'
import { analyseText } from '../../../src/sql/analyse.ts'
import { loadParser } from '../../../src/sql/parser.ts'
import { malformed, shapeOf } from '../../../src/sql/shape.ts'
import { splitScript } from '../../../src/sql/split.ts'

export interface Target {
  readonly name: string
  run(bytes: Buffer): void | Promise<void>
}

/** Readers may say that the bytes are wrong, in these ways. */
const reader = (name: string, read: (bytes: Buffer) => unknown): Target => ({
  name,
  run(bytes) {
    try {
      read(bytes)
    } catch (error) {
      if (!(error instanceof ProtocolError || error instanceof Refusal || error instanceof SluiceError))
        throw error
    }
  },
})

export async function targets(): Promise<readonly Target[]> {
  const parser = await loadParser()
  return [
    {
      name: 'statements',
      run(bytes) {
        const text = bytes.toString('utf8')
        if (malformed(text) || shapeOf(text) !== 'inline') return
        const { effects, relations } = analyseText(parser, text)
        // What is stored and told must be plain data.
        structuredClone([effects, relations])
      },
    },
    {
      name: 'scripts',
      async run(bytes) {
        const text = bytes.toString('utf8')
        if (shapeOf(text) === 'inline') await splitScript(text)
      },
    },
    reader('fields', (bytes) => readFields(bytes, 0, bytes.length)),
    reader('row descriptions', (bytes) => readRowDescription(bytes, 0, bytes.length)),
    reader('startup', readPairs),
    reader('options', (bytes) => readOptions(bytes.toString('utf8'))),
    reader('trees', (bytes) => readTargets(bytes.toString('utf8'))),
  ]
}
