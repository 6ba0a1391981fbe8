import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/core/errors.ts'
import type { Terms } from '../../src/core/grant.ts'
import { Secret } from '../../src/core/secret.ts'
import { termsFromJson, termsToJson } from '../../src/core/terms.ts'
import { passwordOf } from '../fixtures/login.ts'

const PASSWORD = 'p-4f9c'

const TERMS: Terms = {
  session: 's1',
  expiresAt: '2026-11-22T10:00:00.000Z',
  claims: { repository_id: '123' },
  access: 'main',
  policySha256: 'ab'.repeat(32),
  serverKey: 'x'.repeat(43),
  targets: [
    {
      name: 'orders',
      protocol: 'postgres',
      host: 'h',
      port: 5432,
      database: 'd',
      tls: { mode: 'verify-full', ca: 'PEM', serverName: 'n' },
      credential: { user: 'u', password: new Secret(PASSWORD) },
      guard: {
        name: 'g',
        mode: 'enforce',
        rules: { 'drop-table': 'hold' },
        allow: [
          { rule: 'truncate', relations: ['a.b'] },
          { rule: 'delete-range', rows: 10, tableSize: 2048 },
        ],
        thresholds: { rows: 100, tableSize: 4096 },
      },
      masks: {
        columns: [{ pattern: 'a.b.c', mask: 'null' }],
        detect: ['jwt'],
        patterns: [{ name: 'p', pattern: 'x+' }],
        predicates: 'strict',
      },
      limits: { connections: 5, rows: 10, statementTimeout: 1000 },
    },
    {
      name: 'web',
      protocol: 'ssh',
      host: 'w',
      port: 22,
      credential: { user: 'deploy', privateKey: new Secret(PASSWORD), certificate: 'ssh-ed25519-cert' },
      ssh: {
        hostKeys: ['ssh-ed25519 AAAA'],
        shell: 'refuse',
        environment: ['LC_*'],
        forward: ['127.0.0.1:*'],
      },
      guard: { name: 'g', mode: 'enforce', rules: {}, allow: [] },
      masks: { columns: [], detect: [] },
      limits: { connections: 5 },
    },
  ],
}

type Tree = { [key: string]: Tree } & Tree[]
const json = (): Tree => JSON.parse(JSON.stringify(termsToJson(TERMS)))

describe('terms as JSON', () => {
  it('come back as they went, with the password', () => {
    const back = termsFromJson(json())
    expect(passwordOf(back.targets[0])).toBe(PASSWORD)
    expect(termsToJson(back)).toEqual(termsToJson(TERMS))
    const { serverKey: _, ...bare } = TERMS
    expect(termsToJson(termsFromJson(termsToJson(bare)))).toEqual(termsToJson(bare))
    expect('serverKey' in termsFromJson(termsToJson(bare))).toBe(false)
  })

  it('hold no prototype that a name could reach', () => {
    const tree: object = JSON.parse(JSON.stringify(json()).replace('"repository_id"', '"__proto__"'))
    const { claims } = termsFromJson(tree)
    expect(Object.getPrototypeOf(claims)).toBeNull()
    expect(claims.constructor).toBeUndefined()
  })

  it('are refused when any member is missing, added or of another kind, without showing a value', () => {
    const paths: string[][] = []
    const walk = (node: unknown, path: string[]) => {
      if (path.length > 0) paths.push(path)
      if (typeof node === 'object' && node !== null)
        for (const [key, child] of Object.entries(node)) walk(child, [...path, key])
    }
    walk(json(), [])
    const kinds = [null, true, -1, 1.5, Number.MAX_VALUE, { password: [PASSWORD] }, [[PASSWORD]]]
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom(...kinds), (path, value) => {
        const tree = json()
        const parent = path.slice(0, -1).reduce<Tree>((node, key) => node[key] as Tree, tree)
        Object.assign(parent, { [path.at(-1) ?? '']: value })
        try {
          termsFromJson(tree)
        } catch (error) {
          expect(error).toBeInstanceOf(SluiceError)
          expect(String((error as Error).message)).not.toContain(PASSWORD)
          return
        }
        expect.unreachable(`${path.join('.')} = ${JSON.stringify(value)}`)
      }),
      { numRuns: 1000 },
    )
    const optional = [
      'serverKey',
      'database',
      'tls',
      'ssh',
      'certificate',
      'ca',
      'serverName',
      'rows',
      'tableSize',
      'thresholds',
      'statementTimeout',
      'patterns',
      'predicates',
    ]
    for (const path of paths) {
      const key = path.at(-1) ?? ''
      const tree = json()
      const parent = path.slice(0, -1).reduce<Tree>((node, step) => node[step] as Tree, tree)
      const openEnded = ['claims', 'rules'].includes(path.at(-2) ?? '')
      if (Array.isArray(parent) || openEnded || optional.includes(key)) continue
      delete parent[key]
      expect(() => termsFromJson(tree), path.join('.')).toThrow(SluiceError)
    }
    for (const at of [
      [],
      ['targets', '0'],
      ['targets', '0', 'tls'],
      ['targets', '0', 'credential'],
      ['targets', '1', 'credential'],
      ['targets', '1', 'ssh'],
      ['targets', '0', 'guard'],
      ['targets', '0', 'guard', 'allow', '1'],
      ['targets', '0', 'guard', 'thresholds'],
      ['targets', '0', 'limits'],
      ['targets', '0', 'masks'],
      ['targets', '0', 'masks', 'patterns', '0'],
    ]) {
      const tree = json()
      Object.assign(
        at.reduce<Tree>((node, key) => node[key] as Tree, tree),
        { surplus: 1 },
      )
      expect(() => termsFromJson(tree)).toThrow(/surplus is unknown/)
    }
    for (const value of [undefined, null, '', [], 7]) expect(() => termsFromJson(value)).toThrow(SluiceError)
  })
})
