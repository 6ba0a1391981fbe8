// What dist/ is made of, and the check that keeps a build from needing node_modules.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unresolved } from '../scripts/imports.ts'

const DIST = join(import.meta.dirname, '..', 'dist')
const scripts = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.[cm]?js$/.test(name))
  .map((name) => join(DIST, name))

/** Looked up at run time, and done without. */
const OPTIONAL = ['pg-native', '../build/Release/cpufeatures.node', './crypto/build/Release/sshcrypto.node']

describe('a bundle', () => {
  it('names no module that a runner does not have', () => {
    const found = scripts.flatMap((path) => unresolved(path, readFileSync(path, 'utf8')))
    expect(found.filter((name) => !OPTIONAL.includes(name))).toEqual([])
  })

  it.each([
    `import { a } from 'left-pad'`,
    `import 'left-pad'`,
    `export * from "left-pad"`,
    `const a = await import('left-pad')`,
    `const a = require('left-pad')`,
    `const a = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("left-pad")`,
    `const a = (0,node_module.createRequire)(import.meta.url)('left-pad')`,
    `module.exports = eval("require")("left-pad")`,
    `const url = 'http://x'; require('left-pad')`,
    `/* a */ require('left-pad') // b`,
  ])('is told of %s', (code) => {
    expect(unresolved(import.meta.filename, code)).toEqual(['left-pad'])
  })

  it.each([
    `import { a } from 'node:sqlite'`,
    `import { a } from 'fs/promises'`,
    `import './bundles.test.ts'`,
    `// const a = require('left-pad')`,
    ` * @type {import('left-pad').A}`,
    `/** @type {import('left-pad')} */ function a() {}`,
    `const a = b.require('left-pad')`,
  ])('may say %s', (code) => {
    expect(unresolved(import.meta.filename, code)).toEqual([])
  })
})
