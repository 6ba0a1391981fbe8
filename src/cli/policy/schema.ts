// What the database holds, from a file that `sluice policy snapshot` made, with what the run itself makes.
import { SluiceError } from '../../core/errors.ts'
import type { Effect } from '../../core/statement.ts'
import type { Analyser } from '../../sql/analyser.ts'
import { createCatalogue } from '../../sql/catalogue/create.ts'
import { parseSnapshot } from '../../sql/catalogue/parse.ts'
import type { Snapshot } from '../../sql/catalogue/snapshot.ts'
import { loadParser } from '../../sql/parser.ts'
import { readScript } from './directory.ts'
import { disguisesOf } from './disguises.ts'
import type { Database } from './engine.ts'
import { lineageOf } from './lineage.ts'
import { withMade } from './made/index.ts'

/** A database for each connection, all of which begin with what the file says. Throws `SluiceError` CONFIG_INVALID. */
export function openSchema(path: string, shown: string, analyser: Analyser): Promise<() => Database> {
  return databases(read(path, shown), analyser)
}

/** A database of which nothing is known but what a run makes in it. */
export async function openUnknown(analyser: Analyser): Promise<() => Database> {
  const open = await databases(NOTHING, analyser)
  return () => ({ ...open(), unknown: true })
}

const NOTHING: Snapshot = {
  version: 1,
  server: 0,
  database: '',
  takenAt: '',
  searchPath: ['public'],
  relations: [],
  functions: [],
  domains: [],
  operators: [],
  casts: [],
  eventTriggers: [],
}

async function databases(first: Snapshot, analyser: Analyser): Promise<() => Database> {
  const known = createCatalogue(first, analyser)
  const parser = await loadParser()
  let lineage: ReturnType<typeof lineageOf> | undefined
  return () => {
    let snapshot = first
    let facts = known
    let disguising: { snapshot: Snapshot; known: ReturnType<typeof disguisesOf> } | undefined
    return {
      views() {
        lineage ??= lineageOf(first, analyser)
        return lineage
      },
      disguises(uses) {
        if (disguising?.snapshot !== snapshot) disguising = { snapshot, known: disguisesOf(snapshot) }
        return disguising.known(uses)
      },
      deepen(analysis, connection) {
        if (facts.snapshot !== snapshot) facts = createCatalogue(snapshot, analyser)
        return facts.deepen(analysis, connection)
      },
      ran({ changes, effects }, text) {
        if (changes.schema || effects.some(makes)) snapshot = withMade(snapshot, text, parser)
      },
    }
  }
}

const makes = ({ action }: Effect): boolean => action === 'create' || action === 'alter'

function read(path: string, shown: string): Snapshot {
  const text = readScript(path, shown)
  try {
    return parseSnapshot(text)
  } catch (error) {
    if (!(error instanceof SluiceError)) throw error
    throw new SluiceError('CONFIG_INVALID', `${shown}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      cause: error,
    })
  }
}
