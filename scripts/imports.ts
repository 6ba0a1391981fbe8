// What a bundle would look up in node_modules, where a checked-out action has none.
import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'

/** Static and dynamic imports, `require` under any name ending so, and `createRequire(…)` called at once. */
const PATTERNS = [
  /^\s*(?:import|export)\b[^'"\n]*?(?:\bfrom\s*)?(['"])([^'"\n]+)\1/gm,
  /(?<![.\w$])import\(\s*(['"])([^'"\n]+)\1\s*\)/g,
  /(?<![.\w$])\w*require\(\s*(['"])([^'"\n]+)\1\s*\)/gi,
  /createRequire\)?\([^()]*\)\(\s*(['"])([^'"\n]+)\1\s*\)/g,
  /eval\("require"\)\(\s*(['"])([^'"\n]+)\1\s*\)/g,
]

/** Modules named in the code of `path` that are neither Node's own nor files of the bundle. */
export function unresolved(path: string, code: string): string[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...code.matchAll(pattern)]
      .filter((match) => !inComment(code, match.index + match[0].length))
      .map(([, , name = '']) => name),
  )
  return [...new Set(found)].filter((name) => !isThere(name, dirname(path)))
}

function isThere(name: string, directory: string): boolean {
  if (name.startsWith('.')) return existsSync(join(directory, name))
  return name.startsWith('node:') || isBuiltin(name)
}

/** Packages write `require('x')` and `import('x').T` in comments, which bundles keep. */
function inComment(code: string, at: number): boolean {
  const line = code.slice(code.lastIndexOf('\n', at - 1) + 1, at).replace(/\/\*.*?\*\//g, '')
  return /^\s*\*|\/\*|(^|[\s;{}])\/\//.test(line)
}
