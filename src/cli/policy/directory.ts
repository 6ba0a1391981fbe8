// A directory of scripts, as the layouts see it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SluiceError } from '../../core/errors.ts'
import type { Tree } from './layouts/layout.ts'

/** Other people's scripts, and git's own. */
const PASSED_OVER = new Set(['node_modules', '.git'])

export function openDirectory(root: string, shown: string): Tree {
  const files = new Set<string>()
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = `${below}${entry.name}`
      if (!entry.isDirectory()) files.add(path)
      else if (!PASSED_OVER.has(entry.name)) walk(`${path}/`)
    }
  }
  walk('')
  const texts = new Map<string, string>()
  return {
    files,
    has: (path) => files.has(path) || existsSync(join(root, path)),
    read(path) {
      const text = texts.get(path) ?? readScript(join(root, path), join(shown, path))
      texts.set(path, text)
      return text
    },
  }
}

/** Throws `SluiceError` CONFIG_INVALID. A byte order mark is not part of the text. */
export function readScript(path: string, shown: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    const encoding = error instanceof TypeError
    throw new SluiceError('CONFIG_INVALID', encoding ? `${shown} is not UTF-8` : `${shown} cannot be read`, {
      hint: encoding ? 'Convert it to UTF-8' : 'Check the path and its permissions',
      cause: error,
    })
  }
}
