// Browser code → one script a page, as a module that the server and the report import. `npm ci` runs it; the results
// are not committed.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

/** Of other packages, that are in these bundles as text. */
export const modules = []

// A folder with `browser/main.ts` and `style.css` gets a `bundle.ts`.
for (const entry of globSync('*/*/browser/main.ts', { cwd: SRC }).sort()) {
  const folder = join(SRC, dirname(dirname(entry)))
  const bundle = await rolldown({ input: join(SRC, entry), platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife', minify: true })
  const [{ code, moduleIds }] = output
  modules.push(...moduleIds)
  const style = styled(join(folder, 'style.css'))
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
  writeFileSync(
    join(folder, 'bundle.ts'),
    `// Made by scripts/browser.mjs.\nexport const SCRIPT = ${literal(code)}\nexport const STYLE = ${literal(style)}\n`,
  )
}

/** A style sheet with those that it begins with: a page asks for no more than one. */
function styled(path) {
  const own = readFileSync(path, 'utf8')
  return own.replace(/^@import "(.+?)";\n/gm, (_, from) => styled(join(dirname(path), from)))
}

/** Nothing in it can end the script element that it stands in. */
function literal(text) {
  return JSON.stringify(text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--'))
}
