import type { Analysis } from '../core/statement.ts'
import type { Analyser } from './analyser.ts'
import { AnalysisCache } from './cache.ts'
import { keyOf, sharable } from './literals.ts'
import { type Failure, Offload } from './offload.ts'
import type { Parser } from './parser.ts'
import { malformed, shapeOf } from './shape.ts'

export interface AnalyserOptions {
  /** File of the parser thread: `sql/worker.ts`, or its bundle. */
  readonly worker: URL | string
  /** Bytes of analyses kept; 16 MiB unless given. */
  readonly cacheBytes?: number
  /** Longest text that is analysed at all, in characters; 16 Mi unless given. */
  readonly maxLength?: number
  /** Milliseconds one text may take in the worker; 15 s unless given. */
  readonly timeout?: number
  readonly stackSizeMb?: number
  /** Milliseconds of a clock that only goes forward; that of the process unless given. */
  readonly now?: () => number
}

/** From here on a text goes to a worker of its own, so that small ones never wait behind a file, in characters. */
const FILE = 100_000

/** A text that is being analysed, and how many still wait for it. */
interface Running {
  readonly promise: Promise<Analysis>
  readonly gone: AbortController
  waiting: number
}

/** What is loaded on first use; `spoilt` when the instance must not be used again. */
interface Engine {
  readonly parser: Parser
  readonly analyse: (parser: Parser, text: string) => Analysis
  spoilt: boolean
}

/** An analyser for PostgreSQL. Loads its parser on the first statement, or at `warm()`. */
export function createAnalyser(options: AnalyserOptions): Analyser & { warm(): Promise<void> } {
  const cache = new AnalysisCache(options.cacheBytes ?? 16 * 1024 * 1024)
  /** By text without its constants; see literals.ts. */
  const alike = new AnalysisCache((options.cacheBytes ?? 16 * 1024 * 1024) / 4)
  const maxLength = options.maxLength ?? 16 * 1024 * 1024
  const threads = {
    worker: options.worker,
    stackSizeMb: options.stackSizeMb ?? 32,
    timeout: options.timeout ?? 15_000,
    now: options.now ?? (() => performance.now()),
  }
  const texts = new Offload(threads)
  const files = new Offload(threads)
  const running = new Map<string, Running>()
  let engine: Engine | undefined
  let loading: Promise<Engine> | undefined

  const load = (): Promise<Engine> => {
    loading ??= loadEngine().then((loaded) => {
      engine = loaded
      return loaded
    })
    return loading
  }

  const inline = (text: string, { parser, analyse }: Engine): Analysis => {
    const key = keyOf(text)
    const known = key === undefined ? undefined : alike.get(key)
    if (known) return known
    const analysis = analyse(parser, text)
    if (key !== undefined && sharable(key, analysis)) alike.put(key, analysis)
    else cache.put(text, analysis)
    return analysis
  }

  const later = async (text: string, gone: AbortSignal): Promise<Analysis> => {
    try {
      const loaded = engine ?? (await load())
      if (!loaded.spoilt && shapeOf(text) === 'inline') return tryInline(text, loaded)
      const result = await (text.length < FILE ? texts : files).run(text, gone)
      const analysis = typeof result === 'string' ? unanalysed(FAILURES[result]) : result
      // A text that spoils a worker does so only once.
      if (typeof result !== 'string' || result === 'too deep') cache.put(text, analysis)
      return analysis
    } catch {
      return unanalysed('the parser could not be used')
    }
  }

  const start = (text: string): Running => {
    const gone = new AbortController()
    const forget = () => running.get(text) === started && running.delete(text)
    const started: Running = { promise: later(text, gone.signal).finally(forget), gone, waiting: 0 }
    running.set(text, started)
    return started
  }

  /** The last one that waited is gone: whoever asks from now on starts anew. */
  const leave = (text: string, pending: Running): void => {
    if (--pending.waiting > 0 || running.get(text) !== pending) return
    running.delete(text)
    pending.gone.abort()
  }

  const tryInline = (text: string, loaded: Engine): Analysis => {
    try {
      return inline(text, loaded)
    } catch {
      loaded.spoilt = true
      return unanalysed(FAILURES['too deep'])
    }
  }

  return {
    analyse(text, gone) {
      const known = cache.get(text)
      if (known) return known
      const wrong =
        malformed(text) ?? (text.length > maxLength ? 'the text is too long to be analysed' : undefined)
      if (wrong) return unanalysed(wrong)
      const shape = shapeOf(text)
      if (shape === 'deep') return unanalysed(FAILURES['too deep'])
      if (engine && !engine.spoilt && shape === 'inline') return tryInline(text, engine)
      const pending = running.get(text) ?? start(text)
      pending.waiting++
      if (gone) {
        const left = () => leave(text, pending)
        gone.addEventListener('abort', left, { once: true })
        void pending.promise.then(() => gone.removeEventListener('abort', left))
      }
      return pending.promise
    },
    async warm() {
      await load()
    },
    async close() {
      await Promise.all([texts.close(), files.close()])
    },
  }
}

async function loadEngine(): Promise<Engine> {
  const [{ loadParser }, { analyseText }] = await Promise.all([import('./parser.ts'), import('./analyse.ts')])
  return { parser: await loadParser(), analyse: analyseText, spoilt: false }
}

const FAILURES: Readonly<Record<Failure, string>> = {
  'too deep': 'the text is nested too deeply to be analysed',
  'too slow': 'the text took too long to analyse',
  'too often': 'too many texts could not be analysed within a minute',
  closed: 'the session is over',
}

/** Nothing is known, so anything may change. */
function unanalysed(detail: string): Analysis {
  return {
    effects: [{ action: 'unknown', object: 'text', detail }],
    relations: [],
    count: 1,
    commits: true,
    changes: { schema: true, resolution: true },
  }
}
