// Tools whose scripts carry marks: known by what the scripts say, ordered as the tool does.
import { byNumber, byText, type Claim, type Layout } from './layout.ts'
import { forwardOf } from './sections.ts'

/** They read the version in front of the name as a number; the others compare names. */
const BY_NUMBER = new Set([
  'goose',
  'sql-migrate',
  'micrate',
  'tern',
  'Play evolutions',
  'MyBatis Migrations',
])

/** One layout for each tool that is met, in the order of first sight. */
export function marked(scripts: readonly string[], read: (path: string) => string): readonly Layout[] {
  const tools = new Map<string, string[]>()
  for (const path of scripts) {
    const { tool } = forwardOf(read(path))
    if (tool !== undefined) tools.set(tool, [...(tools.get(tool) ?? []), path])
  }
  return [...tools].map(([name, paths]) => {
    const claim = (): Claim => ({
      read: paths.sort(BY_NUMBER.has(name) ? byNumber : byText),
      left: [],
      why: '',
    })
    return { name, claim }
  })
}
