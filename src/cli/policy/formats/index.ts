import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Io } from '../../command.ts'
import type { Reporter } from '../judged.ts'
import type { Format } from '../options.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

export function reporter(format: Format, io: Io): Reporter {
  const out = (words: string): void => io.out(words)
  switch (format) {
    case 'json':
      return json(out)
    case 'text':
      return text(out, io.terminal === true && !io.env.NO_COLOR)
    case 'sarif':
      return sarif(out, fromRoot(io))
    case 'github':
      return github(out, fromRoot(io))
  }
}

/** GitHub wants paths from the repository's root, and a step may work in a directory below it. */
function fromRoot({ env, cwd }: Io): (file: string) => string {
  const root = env.GITHUB_WORKSPACE
  return (file) => {
    const path = root ? relative(root, resolve(cwd, file)) : ''
    const inside = path !== '' && !path.startsWith('..') && !isAbsolute(path)
    return (inside ? path : file).split(sep).join('/')
  }
}
