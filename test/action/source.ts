// The action as the stand-in runs it, from source instead of its bundles.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse, stringify } from 'yaml'

const ROOT = join(import.meta.dirname, '..', '..')

/** A new directory with `action.yml` and what it runs; whoever asked for it removes it. */
export function actionFromSource(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sluice-action-'))
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: object }
  const runs = { using: 'node24', main: 'dist/main.mjs', post: 'dist/post.mjs' }
  mkdirSync(join(directory, 'dist'))
  for (const name of ['main', 'post']) {
    const source = pathToFileURL(join(ROOT, 'src', 'action', `${name}.ts`)).href
    writeFileSync(join(directory, 'dist', `${name}.mjs`), `await import(${JSON.stringify(source)})\n`)
  }
  writeFileSync(join(directory, 'action.yml'), stringify({ inputs, runs }))
  return directory
}
