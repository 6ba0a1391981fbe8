// What the database holds, from a file that `sluice policy snapshot` made.
import { SluiceError } from '../../core/errors.ts'
import type { Analyser } from '../../sql/analyser.ts'
import { createCatalogue } from '../../sql/catalogue/create.ts'
import { parseSnapshot } from '../../sql/catalogue/parse.ts'
import { readScript } from './directory.ts'
import type { Database } from './engine.ts'

/** Throws `SluiceError` CONFIG_INVALID that names the file. */
export function openSchema(path: string, shown: string, analyser: Analyser): Database {
  const text = readScript(path, shown)
  try {
    const { deepen } = createCatalogue(parseSnapshot(text), analyser)
    return { deepen }
  } catch (error) {
    if (!(error instanceof SluiceError)) throw error
    throw new SluiceError('CONFIG_INVALID', `${shown}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      cause: error,
    })
  }
}
