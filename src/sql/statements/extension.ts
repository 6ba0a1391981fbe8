// What belongs to an extension goes with it, rows and all.
import type { Collector } from '../collector.ts'

export function member(name: string, extension: string, c: Collector): void {
  c.mentionName(name)
  c.add({ action: 'alter', object: 'extension-member', name, detail: `of extension ${extension}` })
}
