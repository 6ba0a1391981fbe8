import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../src/core/version.ts'
import { tracked } from './fixtures/tracked.ts'

const ROOT = join(import.meta.dirname, '..')
const SRC = join(ROOT, 'src')
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const json = (path: string) => JSON.parse(text(path)) as Record<string, unknown>

const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort()

/** The relative imports of a file, as paths below src/; `typeOnly` ones cost nothing at run time. */
function imports(file: string): { to: string; typeOnly: boolean }[] {
  const source = readFileSync(join(SRC, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^'";]*?from\s+'(\.[^']+)'|\bimport\(\s*'(\.[^']+)'\s*\)/g
  return [...source.matchAll(pattern)].map(([, , type, from, dynamic]) => ({
    to: join(dirname(file), from ?? dynamic ?? '')
      .split(sep)
      .join('/'),
    typeOnly: type !== undefined,
  }))
}

/** Folder to the folders it may import, read from the table in src/README.md. */
function importTable(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  const rows = text('src/README.md').matchAll(/^\| (`[^|]+)\|[^|]+\|([^|]+)\|$/gm)
  for (const [, left = '', right = ''] of rows) {
    const folders = [...left.matchAll(/`([a-z]+)\/`/g)].map((match) => match[1] ?? '')
    for (const folder of folders) table.set(folder, allowed(folder, folders, right.trim()))
  }
  return table
}

function allowed(folder: string, together: string[], words: string): Set<string> {
  const all = readdirSync(SRC, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  if (words === 'nothing') return new Set()
  if (words === 'anything but each other')
    return new Set(all.filter((name) => name === folder || !together.includes(name)))
  return new Set(words.split(',').map((name) => name.trim()))
}

describe('imports', () => {
  const table = importTable()

  it('has a row in src/README.md for every folder', () => {
    const folders = new Set(files.map((file) => file.split('/')[0]))
    expect([...folders].filter((folder) => !table.has(folder ?? ''))).toEqual([])
  })

  it('follow the table of src/README.md', () => {
    const broken: string[] = []
    for (const file of files) {
      const from = file.split('/')[0] ?? ''
      for (const { to } of imports(file)) {
        const target = to.split('/')[0] ?? ''
        if (target !== from && !table.get(from)?.has(target)) broken.push(`${file} → ${to}`)
      }
    }
    expect(broken).toEqual([])
  })

  it('name files that exist', () => {
    const broken = files.flatMap((file) =>
      imports(file)
        .filter(({ to }) => !existsSync(join(SRC, to)))
        .map(({ to }) => `${file} → ${to}`),
    )
    expect(broken).toEqual([])
  })

  it('make no cycle', () => {
    expect(cycles()).toEqual([])
  })
})

function cycles(): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const { to, typeOnly } of imports(file))
      if (!typeOnly && files.includes(to)) visit(to, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files) visit(file, [])
  return found
}

describe('names', () => {
  it('are kebab-case', () => {
    const wrong = files.flatMap((file) =>
      file.split('/').filter((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.ts)?$/.test(part)),
    )
    expect(wrong).toEqual([])
  })

  it('do not repeat their folder and are not drawers', () => {
    const drawers = new Set(['util', 'utils', 'common', 'helper', 'helpers', 'manager', 'misc'])
    const wrong = files.filter((file) => {
      const name = basename(file, extname(file))
      const folder = basename(dirname(file))
      return drawers.has(name) || drawers.has(folder) || name.startsWith(`${folder}-`)
    })
    expect(wrong).toEqual([])
  })
})

describe('protocols', () => {
  /** Where a protocol's name is a dialect, a provider for that server, a person's command line, a part of what people write down or read, or the scheme of an address. */
  const MAY_NAME = [
    'protocols/',
    'sql/',
    'shell/',
    'credentials/',
    'cli/',
    'policy/',
    'core/',
    'server/pages/',
    'recording/report/',
    'masking/detectors/',
  ]

  it('are named nowhere else', () => {
    const names = readdirSync(join(SRC, 'protocols'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    const pattern = new RegExp(`['"\`](${names.join('|')})['"\`]`)
    const wrong = files
      .filter((file) => !MAY_NAME.some((folder) => file.startsWith(folder)))
      .filter((file) => pattern.test(readFileSync(join(SRC, file), 'utf8')))
    expect(wrong).toEqual([])
  })

  it('have the same files in each folder', () => {
    const root = join(SRC, 'protocols')
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    const roles = ['index.ts', 'frames.ts', 'inspect.ts', 'deny.ts', 'README.md']
    const absent = folders.flatMap(({ name }) =>
      roles.map((file) => `${name}/${file}`).filter((path) => !existsSync(join(root, path))),
    )
    expect(absent).toEqual([])
  })
})

describe('commands', () => {
  it('are all listed in cli/main.ts', () => {
    const listed = imports('cli/main.ts').map(({ to }) => to)
    const commands = files.filter((file) => /^cli\/commands\/[^/]+\.ts$/.test(file))
    const entries = commands.filter((file) =>
      /export const command\b/.test(readFileSync(join(SRC, file), 'utf8')),
    )
    expect(entries.filter((file) => !listed.includes(file))).toEqual([])
  })
})

describe('versions', () => {
  it('are the same everywhere', () => {
    expect(json('package.json').version).toBe(VERSION)
    const lock = json('package-lock.json') as {
      version: string
      packages: Record<string, { version: string }>
    }
    expect([lock.version, lock.packages['']?.version]).toEqual([VERSION, VERSION])
    const shown = ['README.md', 'examples/github/README.md', 'examples/github/.github/workflows/deploy.yml']
    for (const file of shown) expect(text(file)).toContain(`acme/sluice@${'0'.repeat(40)} # v${VERSION}\n`)
  })

  it('are pinned exactly', () => {
    const manifest = json('package.json') as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, range]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(range),
    )
    expect(ranges).toEqual([])
  })

  it('come from no particular registry', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved":/)
    const npmrc = existsSync(join(ROOT, '.npmrc')) ? text('.npmrc') : ''
    expect(npmrc).not.toMatch(/registry/)
  })
})

describe('the repository', () => {
  it('holds nothing that git should not carry', () => {
    const paths = tracked()
    expect(paths.filter((path) => /(^|\/)(node_modules|lib|\.tmp|coverage)\//.test(path))).toEqual([])
    expect(paths.filter((path) => /(^|\/)\.env$|\.(pem|key)$/.test(path))).toEqual([])
  })
})
