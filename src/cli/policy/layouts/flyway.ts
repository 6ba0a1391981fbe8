// V1.2__name.sql by version, R__name.sql behind them by name, U…__ undoes. https://documentation.red-gate.com/flyway
import { base, byText, byVersion, type Claim, type Layout } from './layout.ts'

const NAME = /^(?:([VBU])(\d+(?:[._]\d+)*)|(R))__.+\.sql$/
const CALLBACK = /^(?:(?:before|after)[A-Z]\w*?|createSchema)(?:__.+)?\.sql$/

export const flyway: Layout = {
  name: 'Flyway',
  claim(scripts): Claim | undefined {
    const parts = scripts.flatMap((path) => {
      const [found, kind, version = '', repeatable] = NAME.exec(base(path)) ?? []
      return found === undefined ? [] : [{ path, kind: kind ?? repeatable, version }]
    })
    if (!parts.some(({ kind }) => kind === 'V' || kind === 'B')) return undefined
    const versioned = parts.filter(({ kind }) => kind === 'V' || kind === 'B')
    versioned.sort((a, b) => byVersion(a.version, b.version) || byText(a.path, b.path))
    const repeatable = parts.filter(({ kind }) => kind === 'R')
    repeatable.sort((a, b) => byText(base(a.path), base(b.path)))
    const callbacks = scripts.filter((path) => CALLBACK.test(base(path))).sort(byText)
    const early = callbacks.filter((path) => !base(path).startsWith('after'))
    const late = callbacks.filter((path) => base(path).startsWith('after'))
    const paths = [...versioned, ...repeatable].map(({ path }) => path)
    return {
      read: [...early, ...paths, ...late],
      left: parts.filter(({ kind }) => kind === 'U').map(({ path }) => path),
      why: 'undo migrations',
    }
  },
}
