// src/ → lib/ (tsc) → dist/ (one ncc bundle per entry). Same input, same bytes: CI rebuilds dist/ and compares.
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { modules as inBrowsers } from './browser.mjs'
import { unresolved } from './imports.ts'
import { browserPackages, bundlePackages, licenseText } from './licenses.mjs'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Bundle name to entry below src/. `parses` bundles carry the parser's WebAssembly beside them. */
const ENTRIES = {
  main: { entry: 'action/main' },
  post: { entry: 'action/post' },
  daemon: { entry: 'session/daemon', parses: true },
  cli: { entry: 'cli/index', parses: true, executable: true },
  worker: { entry: 'sql/worker', parses: true },
}

/** CommonJS packages in an ES module bundle still read these two; `var`, because a bundle may declare them itself. */
const BANNER = `import { fileURLToPath as sluiceFile } from 'node:url'; import { dirname as sluiceDirectory } from 'node:path'; var __filename = sluiceFile(import.meta.url); var __dirname = sluiceDirectory(__filename);\n`

/** What ncc carries along that nothing here runs: a Windows helper of an SSH library, package manifests, pino's transports. */
const UNWANTED = [/(^|\/)pagent\.exe$/, /(^|\/)package\.json$/, /^(file|worker1?)\.js$/]

/** Looked up at run time, and only when asked for: `pg.native`. */
// Faster ciphers that ssh2 does without.
const NATIVE = ['../build/Release/cpufeatures.node', './crypto/build/Release/sshcrypto.node']
const OPTIONAL = ['pg-native', ...NATIVE]

process.chdir(ROOT)
const failures = []
const stage = join('.tmp', 'dist')
rmSync(stage, { recursive: true, force: true })
rmSync('lib', { recursive: true, force: true })
mkdirSync(stage, { recursive: true })

compile()
const packages = new Map()
for (const [name, options] of Object.entries(ENTRIES)) {
  if (existsSync(join('lib', `${options.entry}.js`))) await bundle(name, options)
  else failures.push(`src/${options.entry}.ts is missing, so dist/${name} was not built`)
}
checkImports()
write(join(stage, 'package.json'), '{ "type": "module" }\n')
for (const [id, found] of browserPackages(inBrowsers, ROOT)) packages.set(id, found)
write(join(stage, 'licenses.txt'), licenseText(packages))
rmSync('dist', { recursive: true, force: true })
renameSync(stage, 'dist')

for (const failure of failures) console.error(`build: ${failure}`)
if (failures.length > 0) process.exit(1)

function compile() {
  const tsc = createRequire(import.meta.url).resolve('typescript/package.json')
  const { status } = spawnSync(
    process.execPath,
    [join(dirname(tsc), 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    { stdio: 'inherit' },
  )
  if (status !== 0) failures.push('tsc reported errors')
  mkdirSync('lib', { recursive: true })
  write(join('lib', 'package.json'), '{ "type": "module" }\n')
}

async function bundle(name, { entry, parses = false, executable = false }) {
  const { default: ncc } = await import('@vercel/ncc')
  const { code, assets, stats } = await ncc(join(ROOT, 'lib', `${entry}.js`), {
    cache: false,
    esm: true,
    minify: false,
    quiet: true,
    target: 'es2022',
    // Also where an install script has built them: the bundles are the same everywhere.
    externals: NATIVE,
  })
  for (const [id, found] of bundlePackages(stats.compilation, ROOT)) packages.set(id, found)
  const files = { 'index.js': { source: code }, ...assets }
  let bytes = 0
  for (const [file, { source }] of Object.entries(files)) {
    if (UNWANTED.some((pattern) => pattern.test(file))) continue
    bytes += emit(join(stage, name, file), source, executable && file === 'index.js')
  }
  if (parses) {
    const parser = createRequire(import.meta.url).resolve('libpg-query')
    bytes += emit(
      join(stage, name, 'libpg-query.wasm'),
      readFileSync(join(dirname(parser), 'libpg-query.wasm')),
    )
  }
  console.log(`dist/${name}`.padEnd(14), `${(bytes / 1024 / 1024).toFixed(1)} MiB`.padStart(9))
}

function emit(path, source, executable = false) {
  const isScript = /\.[cm]?js$/.test(path)
  // A package with Windows line ends must not make the bytes depend on how git checks them out.
  const text = isScript ? script(String(source).replaceAll('\r\n', '\n')) : source
  if (isScript && text.includes(ROOT)) failures.push(`${path} holds the build directory's path`)
  write(path, text, executable ? 0o755 : 0o644)
  return statSync(path).size
}

/** A checked-out action has no node_modules: what a bundle does not carry, a runner does not find. */
function checkImports() {
  for (const file of readdirSync(stage, { recursive: true }).filter((name) => /\.[cm]?js$/.test(name))) {
    const path = join(stage, file)
    const missing = unresolved(path, readFileSync(path, 'utf8')).filter((name) => !OPTIONAL.includes(name))
    for (const name of missing) failures.push(`dist/${file} needs ${name}, which it does not carry`)
  }
}

function script(source) {
  const [, shebang = '', body] = /^(#!.*\n)?([\s\S]*)$/.exec(source)
  return shebang + (/\b__(dir|file)name\b/.test(body) ? BANNER : '') + body
}

function write(path, content, mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content, { mode })
}
