// Coverage-guided fuzzing: `node test/proof/nightly/fuzz.ts DIRECTORY [MINUTES]`. Inputs that reach blocks of the source
// which none reached before are kept in the directory, and are where the next run begins.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '../execution/generator.ts'
import { type Random, random } from '../execution/random.ts'
import { MUTATIONS, tokens } from '../mutation/mutants.ts'
import { Coverage } from './coverage.ts'
import { type Target, targets } from './targets.ts'

const [directory, minutes = '10'] = process.argv.slice(2)
if (!directory) throw new Error('usage: node test/proof/nightly/fuzz.ts DIRECTORY [MINUTES]')

/** Taking the coverage costs as much as many inputs. */
const BATCH = 100
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
const source = random(seed)
const until = Date.now() + Number(minutes) * 60_000

const corpus = ['statements.jsonl', 'own.jsonl', 'migrations.jsonl'].flatMap((file) =>
  readFileSync(new URL(`../../corpus/${file}`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => Buffer.from((JSON.parse(line) as { sql: string }).sql)),
)
const words = [...new Set(corpus.flatMap((text) => tokens(text.toString()).map((token) => token.text)))]

/** Kept inputs by target. */
const kept = new Map<string, Buffer[]>()
let findings = 0

function folder(target: Target): string {
  const path = join(directory ?? '', target.name.replaceAll(' ', '-'))
  mkdirSync(path, { recursive: true })
  return path
}

function keep(target: Target, bytes: Buffer): void {
  kept.get(target.name)?.push(bytes)
  writeFileSync(join(folder(target), createHash('sha256').update(bytes).digest('hex').slice(0, 20)), bytes)
}

async function tryOne(target: Target, bytes: Buffer): Promise<void> {
  try {
    await target.run(bytes)
  } catch (error) {
    findings++
    const name = `finding-${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}`
    writeFileSync(join(directory ?? '', name), bytes)
    console.error(`${target.name}: ${String(error)} (${name})`)
  }
}

function mutate(bytes: Buffer, by: Random): Buffer {
  const text = bytes.toString('utf8')
  switch (by.below(6)) {
    case 0: {
      const changed = Buffer.from(bytes)
      for (let i = 0; i <= by.below(4) && changed.length > 0; i++)
        changed[by.below(changed.length)] = by.below(256)
      return changed
    }
    case 1: {
      const at = by.below(bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + by.below(8)))])
    }
    case 2:
      return Buffer.from(MUTATIONS[by.pick(Object.keys(MUTATIONS))]?.(text, by) ?? text)
    default: {
      const parts = tokens(text).map((token) => token.text)
      for (let i = 0; i <= by.below(4); i++)
        parts.splice(by.below(parts.length + 1), by.below(3), by.pick(words), ' ')
      return Buffer.from(parts.join('').slice(0, 4000))
    }
  }
}

const coverage = await Coverage.start(/\/src\/(sql|protocols)\//)
const all = await targets()
for (const target of all) {
  const before = readdirSync(folder(target)).map((name) => readFileSync(join(folder(target), name)))
  kept.set(target.name, before)
  const first =
    target.name === 'statements'
      ? [...corpus, ...[...generate(seed, 500, {})].map((text) => Buffer.from(text))]
      : corpus.slice(0, 100)
  for (const bytes of [...before, ...first]) await tryOne(target, bytes)
}
await coverage.fresh()
const begun = coverage.size

let runs = 0
while (Date.now() < until && findings === 0) {
  // Statements are where the source is.
  const target = source.once(3) ? source.pick(all) : all[0]
  if (!target) break
  const from = kept.get(target.name) ?? []
  const batch = Array.from({ length: BATCH }, () =>
    mutate(source.pick(from.length > 0 && source.once(2) ? from : corpus), source),
  )
  for (const bytes of batch) await tryOne(target, bytes)
  runs += BATCH
  const fresh = await coverage.fresh()
  // Which of them did it shows when they are tried again, one by one.
  for (const bytes of fresh.size > 0 ? batch : []) {
    await tryOne(target, bytes)
    const run = await coverage.run()
    const own = [...fresh].filter((block) => run.has(block))
    for (const block of own) fresh.delete(block)
    if (own.length > 0) keep(target, bytes)
    if (fresh.size === 0) break
  }
}
coverage.stop()
console.log(
  `seed ${seed}: ${runs} inputs, ${coverage.size - begun} new blocks of ${coverage.size}, ${findings} findings`,
)
process.exitCode = findings > 0 ? 1 : 0
