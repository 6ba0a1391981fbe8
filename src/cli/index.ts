#!/usr/bin/env node
import { interrupted } from './command.ts'
import { main } from './main.ts'

const controller = new AbortController()
let relaying = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (controller.signal.aborted && !relaying) process.exit(interrupted(controller.signal))
    controller.abort(signal)
  })

// A reader that has seen enough, as in `sluice verify DIR | head`, is no failure.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
  signal: controller.signal,
  terminal: process.stdout.isTTY === true,
  relaying(on) {
    relaying = on
  },
})
