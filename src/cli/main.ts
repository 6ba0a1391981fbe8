import { describe, SluiceError } from '../core/errors.ts'
import { VERSION } from '../core/version.ts'
import { type Command, EXIT, type Io } from './command.ts'

/** Command line words to command; loaded when used, so that `sluice verify` does not load a server. */
const COMMANDS = {
  run: () => import('./commands/run.ts'),
  start: () => import('./commands/start.ts'),
  stop: () => import('./commands/stop.ts'),
  server: () => import('./commands/server.ts'),
  verify: () => import('./commands/verify.ts'),
  'policy check': () => import('./commands/policy-check.ts'),
  'policy decide': () => import('./commands/policy-decide.ts'),
  'policy claims': () => import('./commands/policy-claims.ts'),
  'policy schema': () => import('./commands/policy-schema.ts'),
  demo: () => import('./commands/demo.ts'),
} as const satisfies Record<string, () => Promise<{ command: Command }>>

type Name = keyof typeof COMMANDS

/** They need what Node 24 brought: its SQLite, flags of the proxy process, TypeScript as it is. */
const ON_NODE_24: readonly string[] = ['run', 'start', 'server', 'demo'] satisfies Name[]

const runsHere = (name: string): boolean =>
  !ON_NODE_24.includes(name) || Number.parseInt(process.versions.node, 10) >= 24

export async function main(args: string[], io: Io): Promise<number> {
  const [first, second] = args
  if (first === undefined || first === 'help' || first === '--help' || first === '-h')
    return help(args.slice(1), io)
  if (first === '--version' || first === '-v') {
    io.out(`sluice ${VERSION}\n`)
    return EXIT.ok
  }
  const name = find(first, second)
  if (!name) {
    io.err(`sluice: '${[first, second].filter(Boolean).join(' ')}' is not a command. See 'sluice help'.\n`)
    return EXIT.usage
  }
  if (!runsHere(name)) {
    io.err(
      `sluice ${name}: needs Node.js 24 or newer, and this is ${process.version}. Install it, or put it first in PATH.\n`,
    )
    return EXIT.usage
  }
  const { command } = await COMMANDS[name]()
  const rest = args.slice(name.split(' ').length)
  if (rest.includes('--help') && !rest.slice(0, rest.indexOf('--help')).includes('--')) {
    io.out(command.help)
    return EXIT.ok
  }
  try {
    return await command.run(rest, io)
  } catch (error) {
    io.err(`sluice ${name}: ${describe(error)}\n`)
    if (!(error instanceof SluiceError)) return EXIT.failed
    return EXIT_OF[error.code] ?? EXIT.failed
  }
}

const EXIT_OF: Partial<Record<SluiceError['code'], number>> = {
  CONFIG_INVALID: EXIT.usage,
  EXCHANGE_REFUSED: EXIT.refused,
  APPROVAL_DENIED: EXIT.refused,
  APPROVAL_PENDING: EXIT.pending,
  RECORD_INVALID: EXIT.invalid,
}

function find(first: string, second: string | undefined): Name | undefined {
  const two = `${first} ${second}`
  if (two in COMMANDS) return two as Name
  return first in COMMANDS ? (first as Name) : undefined
}

async function help(args: string[], io: Io): Promise<number> {
  const name = args[0] === undefined ? undefined : find(args[0], args[1])
  if (name) {
    io.out((await COMMANDS[name]()).command.help)
    return EXIT.ok
  }
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(
      async ([key, load]) =>
        `  ${key.padEnd(16)}${runsHere(key) ? (await load()).command.summary : 'needs Node.js 24'}`,
    ),
  )
  io.out(
    `Usage: sluice COMMAND [options]\n\n${lines.join('\n')}\n\n'sluice help COMMAND' shows a command's options and examples.\n`,
  )
  return args[0] === undefined ? EXIT.ok : EXIT.usage
}
