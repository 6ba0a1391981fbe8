// npm run bench -- [--rounds N] [--only NAME]… [--print]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine, shuffled } from './measure.ts'
import { missing } from './peers/process.ts'
import { bundled } from './peers/sluice.ts'
import { report } from './report.ts'
import { Results } from './results.ts'
import { openStage, type Stage } from './stage.ts'
import { CHECKS, CONTESTS, type Contest } from './workloads/index.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: [] },
    print: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const rounds = Number(values.rounds)
const wanted = (name: string) => values.only.length === 0 || values.only.some((part) => name.includes(part))

const log = (line: string) => process.stderr.write(`${line}\n`)

async function compete(contest: Contest, stage: Stage, results: Results): Promise<void> {
  await contest.prepare?.(stage)
  const all = await stage[contest.against]()
  const entrants = all.filter(({ name }) => name === 'direct' || contest.entrants.includes(name))
  // The first round warms caches and compilers up; it is not counted.
  for (let round = 0; round <= rounds; round++) {
    const order = round === 0 ? entrants : shuffled(entrants)
    for (const entrant of order) {
      try {
        const sample = await contest.run(entrant, stage)
        if (round > 0) results.add(contest.name, entrant.name, round, sample)
      } catch (error) {
        log(`${contest.name}: ${entrant.name} failed: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  const ratio = (name: string, to: string) => results.ratio(contest.name, name, to)?.toFixed(2) ?? '–'
  for (const { name } of entrants.slice(1))
    log(`${contest.name}: ${name} ${ratio(name, 'direct')} of direct, ${ratio(name, 'haproxy')} of haproxy`)
}

async function main(): Promise<void> {
  if (values.help || !Number.isInteger(rounds) || rounds < 1) {
    log('npm run bench -- [--rounds 5] [--only NAME]… [--print]\n')
    log(`--only takes a part of: ${[...CONTESTS, ...CHECKS].map(({ name }) => name).join(', ')}`)
    log('--print leaves results.md alone')
    process.exit(values.help ? 0 : 2)
  }
  if (process.platform !== 'linux') {
    log('the bench reads processor time and memory from /proc: it needs Linux')
    process.exit(2)
  }
  const started = Date.now()
  const results = new Results()
  const skipped: string[] = []
  const stage = await openStage(log)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stage.close().finally(() => process.exit(130)))
  try {
    for (const check of CHECKS.filter(({ name }) => wanted(name))) {
      try {
        const figures = await check.run(stage)
        for (const { name, value, unit } of figures) log(`${name}: ${value.toFixed(2)} ${unit}`)
        results.note(figures)
      } catch (error) {
        process.exitCode = 1
        log(`${check.name} failed: ${error instanceof Error ? error.message : error}`)
      }
    }
    for (const contest of CONTESTS.filter(({ name }) => wanted(name))) {
      const reason = contest.needs && missing(contest.needs)
      if (!reason) await compete(contest, stage, results)
      else log(`skipped ${contest.name}: ${reason}`)
      if (reason) skipped.push(`${contest.name}: ${reason}`)
    }
  } finally {
    await stage.close()
  }
  const text = report(results, [
    ...machine(),
    `${rounds} shuffled rounds after one that is not counted, ${Math.round((Date.now() - started) / 1000)} s in all`,
    `Daemon: ${bundled ? 'the bundle in dist/' : 'from source'}`,
    ...[...stage.absent, ...skipped].map((reason) => `Left out: ${reason}`),
  ])
  if (!values.print) writeFileSync(join(import.meta.dirname, 'results.md'), text)
  process.stdout.write(text)
}

await main()
