// Exchanges a second of one server process: `node test/server/measure.ts [COUNT]`. A figure for people, not a test.
import { createCaller } from './caller.ts'
import { startHarness } from './harness.ts'

const count = Number(process.argv[2] ?? 500)
const harness = await startHarness()
const caller = await createCaller(harness)
const tokens: string[] = []
for (let run = 0; run < count; run++)
  tokens.push(await harness.issuer.github(harness.url, { run_id: `9${run}`, jti: `jti-${run}` }))
await caller.exchange(await harness.issuer.github(harness.url))

const times: number[] = []
const started = performance.now()
const cpu = process.cpuUsage()
const worker = async () => {
  for (let token = tokens.pop(); token !== undefined; token = tokens.pop()) {
    const before = performance.now()
    const { status } = await caller.exchange(token)
    if (status !== 200) throw new Error(`status ${status}`)
    times.push(performance.now() - before)
  }
}
await Promise.all(Array.from({ length: 8 }, worker))
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1)
console.log(
  `${count} exchanges, 8 at a time, client in the same process: ${(count / seconds).toFixed(0)}/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${((user + system) / 1000 / count).toFixed(1)} ms of CPU each`,
)
await harness.close()
