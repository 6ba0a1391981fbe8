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
  report: () => import('./commands/report.ts'),
  approvals: () => import('./commands/approvals.ts'),
  approve: () => import('./commands/approve.ts'),
  deny: () => import('./commands/deny.ts'),
  export: () => import('./commands/export.ts'),
  'policy check': () => import('./commands/policy-check.ts'),
  'policy decide': () => import('./commands/policy-decide.ts'),
  'policy claims': () => import('./commands/policy-claims.ts'),
  'policy schema': () => import('./commands/policy-schema.ts'),
  'policy snapshot': () => import('./commands/policy-snapshot.ts'),
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
  if (!name && isGroup(first) && (second === undefined || second === '--help')) {
    if (second !== undefined) return help([first], io)
    io.err(await list(`${first} `))
    return EXIT.usage
  }
  if (!name) {
    io.err(
      `sluice: '${[first, second].filter(Boolean).join(' ')}' is not a command. See 'sluice help${isGroup(first) ? ` ${first}` : ''}'.\n`,
    )
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
  CREDENTIAL_FAILED: EXIT.usage,
  EXCHANGE_REFUSED: EXIT.refused,
  APPROVAL_DENIED: EXIT.refused,
  APPROVAL_PENDING: EXIT.pending,
  RECORD_INVALID: EXIT.invalid,
}

function find(first: string, second: string | undefined): Name | undefined {
  const two = `${first} ${second}`
  if (Object.hasOwn(COMMANDS, two)) return two as Name
  return Object.hasOwn(COMMANDS, first) ? (first as Name) : undefined
}

/** `policy`: a word that only stands before others. */
const isGroup = (word: string): boolean => Object.keys(COMMANDS).some((name) => name.startsWith(`${word} `))

async function help(args: string[], io: Io): Promise<number> {
  const [first, second] = args
  const name = first === undefined ? undefined : find(first, second)
  if (name) {
    io.out((await COMMANDS[name]()).command.help)
    return EXIT.ok
  }
  if (first !== undefined && isGroup(first)) {
    io.out(await list(`${first} `))
    return second === undefined ? EXIT.ok : EXIT.usage
  }
  io.out(await list(''))
  return first === undefined ? EXIT.ok : EXIT.usage
}

/** The commands that begin so, with a line each. */
async function list(group: string): Promise<string> {
  const entries = Object.entries(COMMANDS).filter(([key]) => key.startsWith(group))
  const lines = await Promise.all(
    entries.map(
      async ([key, load]) =>
        `  ${key.padEnd(17)}${runsHere(key) ? (await load()).command.summary : 'needs Node.js 24'}`,
    ),
  )
  return `Usage: sluice ${group}COMMAND [options]\n\n${lines.join('\n')}\n\n'sluice help ${group}COMMAND' shows a command's options and examples.\n`
}
