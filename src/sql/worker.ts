// Entry of the parser thread: texts in, analyses out. Its owner ends it after an error that spoils the parser.
import { parentPort } from 'node:worker_threads'
import { analyseText } from './analyse.ts'
import { loadParser } from './parser.ts'

const port = parentPort
if (!port) throw new Error('sql/worker runs as a worker thread only')
const parser = await loadParser()

port.on('message', (text: string) => {
  try {
    port.postMessage({ analysis: analyseText(parser, text) })
  } catch {
    port.postMessage({ spoilt: true })
  }
})
port.postMessage({ ready: true })
