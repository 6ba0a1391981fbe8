import { flyway } from './flyway.ts'
import type { Claim, Layout, Tree } from './layout.ts'
import { drizzle, sqitch } from './listed.ts'
import { marked } from './marked.ts'
import { atlas, plain, prisma, supabase } from './named.ts'
import { paired } from './paired.ts'

/** What is surest first: a list of the tool, then names that only one tool gives. */
const LAYOUTS: readonly Layout[] = [sqitch, drizzle, atlas, prisma, supabase, flyway, paired]

export interface Recognised extends Claim {
  readonly layout: string
}

/** Every script of a directory in the hands of exactly one layout. */
export function recognise(tree: Tree, isScript: (path: string) => boolean): readonly Recognised[] {
  const found: Recognised[] = []
  let open = [...tree.files].filter(isScript)
  const offer = (layout: Layout): void => {
    const claim = open.length === 0 ? undefined : layout.claim(open, tree)
    if (!claim) return
    const taken = new Set([...claim.read, ...claim.left])
    open = open.filter((path) => !taken.has(path))
    found.push({ ...claim, layout: layout.name })
  }
  for (const layout of LAYOUTS) offer(layout)
  for (const layout of marked(open, (path) => tree.read(path))) offer(layout)
  offer(plain)
  return found
}
