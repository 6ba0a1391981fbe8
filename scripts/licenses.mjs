// The licences of every package whose code is in a bundle.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Packages of a webpack compilation: `name@version` to where they are. */
export function bundlePackages(compilation, root) {
  const found = new Map()
  const visit = (module) => {
    if (module.modules) for (const inner of module.modules) visit(inner)
    const directory = packageDirectory(module.resource, root)
    if (directory) add(found, directory)
  }
  for (const module of compilation.modules) visit(module)
  return found
}

/** Packages of these files, and those that they name as dependencies: what is published for browsers is bundled already. */
export function browserPackages(files, root) {
  const found = new Map()
  for (const directory of new Set(files.map((file) => packageDirectory(file, root)))) {
    if (!directory) continue
    for (const name of Object.keys(add(found, directory).dependencies ?? {})) {
      const place = join(root, 'node_modules', name)
      if (existsSync(place)) add(found, place)
    }
  }
  return found
}

function add(found, directory) {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  found.set(`${manifest.name}@${manifest.version}`, { directory, license: manifest.license })
  return manifest
}

/** `node_modules/@scope/name` of the innermost package that holds the file, or undefined for our own. */
function packageDirectory(resource, root) {
  if (typeof resource !== 'string' || !resource.startsWith(root)) return undefined
  const parts = resource.split(sep)
  const at = parts.lastIndexOf('node_modules')
  if (at < 0) return undefined
  return parts.slice(0, at + (parts[at + 1].startsWith('@') ? 3 : 2)).join(sep)
}

/** One text for all bundles, sorted, so that a rebuild gives the same bytes. */
export function licenseText(packages) {
  const sections = [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { directory, license }]) => {
      const file = readdirSync(directory)
        .sort()
        .find((name) => /^(licen[cs]e|copying)/i.test(name))
      const text = file
        ? readFileSync(join(directory, file), 'utf8').replaceAll('\r\n', '\n').trim()
        : '(no licence file in the package)'
      return `${id}\n${license ?? 'see below'}\n\n${text}\n`
    })
  return `dist/ holds code of these packages.\n\n${sections.join(`\n${'-'.repeat(80)}\n\n`)}`
}
