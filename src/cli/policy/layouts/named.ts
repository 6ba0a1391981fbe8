// Tools that run their scripts by name, known by what else lies there.
import { base, byText, type Claim, directory, type Layout } from './layout.ts'

/** `20240101120000_name/migration.sql`; what else lies beside it is not run. */
export const prisma: Layout = {
  name: 'Prisma',
  claim(scripts, tree): Claim | undefined {
    const read = scripts.filter((path) => /(?:^|\/)\d+_[^/]*\/migration\.sql$/.test(path)).sort(byText)
    const locks = ['migration_lock.toml', '../migration_lock.toml']
    const known =
      read.length > 1 ||
      [...tree.files].some((path) => base(path) === locks[0]) ||
      locks.some((path) => tree.has(path))
    if (read.length === 0 || !known) return undefined
    const folders = new Set(read.map(directory))
    const left = scripts.filter((path) => folders.has(directory(path)) && base(path) !== 'migration.sql')
    return { read, left, why: 'beside migration.sql' }
  },
}

/** `config.toml` beside `migrations/`; seeds, tests and snippets are for development. */
export const supabase: Layout = {
  name: 'Supabase',
  claim(scripts, tree): Claim | undefined {
    const beside = '../config.toml'
    if (tree.has(beside) && tree.read(beside).includes('project_id') && scripts.length > 0)
      return all(scripts)
    const roots = [...tree.files]
      .filter((path) => base(path) === 'config.toml' && tree.read(path).includes('project_id'))
      .map(directory)
    const read = scripts.filter((path) => roots.some((root) => path.startsWith(`${root}migrations/`)))
    if (read.length === 0) return undefined
    const left = scripts.filter((path) => roots.some((root) => path.startsWith(root)) && !read.includes(path))
    return { read: read.sort(byText), left, why: 'seeds, tests and snippets' }
  },
}

/** `atlas.sum` beside the scripts. */
export const atlas: Layout = {
  name: 'Atlas',
  claim(scripts, tree): Claim | undefined {
    const folders = [...tree.files].filter((path) => base(path) === 'atlas.sum').map(directory)
    const read = scripts.filter((path) => folders.includes(directory(path)))
    return read.length === 0 ? undefined : all(read)
  },
}

export const plain: Layout = { name: 'plain SQL', claim: (scripts) => all(scripts) }

const all = (scripts: readonly string[]): Claim => ({ read: scripts.toSorted(byText), left: [], why: '' })
