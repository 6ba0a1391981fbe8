import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, SluiceError } from '../../core/errors.ts'
import type { TargetTerms } from '../../core/grant.ts'
import { secretsFrom } from '../../credentials/reference.ts'
import { loadConfig } from '../../policy/config.ts'
import { protocolOf } from '../../protocols/index.ts'
import { dial } from '../../session/dial.ts'
import type { Snapshot } from '../../sql/catalogue/snapshot.ts'
import { type Command, EXIT, type Io } from '../command.ts'
import { parseOptions, wrongUsage } from '../parse.ts'
import { canonical } from '../policy/canonical.ts'
import { databaseOf, targetOf } from '../policy/database.ts'

export const command: Command = {
  summary: 'write down what a database holds, for sluice policy decide --schema',
  help: `Usage: sluice policy snapshot (--target NAME [--config FILE] | --url REFERENCE) [--output FILE]

Reads the catalogue of a target: relations, columns, functions and their bodies, rules, triggers, cascades, estimated rows and
sizes. No row of a table is read. Prints JSON in a fixed order, with sizes rounded, to be kept beside the migrations and
reviewed: 'sluice policy decide --schema FILE' then judges as a session on that database would.

The account is the target's own; where roles are made for each job, the broker's. It needs no right but to connect.

Options
  --target NAME     the target of the policy file
  --config FILE     the policy file (default: sluice.yml)
  --url REFERENCE   a database that is in no policy file: env:NAME or file:PATH of its connection URL;
                    TLS is verified with the system's authorities, and not used on loopback
  --output FILE     where to write it (default: standard output)

Exit codes: 0 written, 2 wrong options, no such target, wrong credential, or the database cannot be reached.

Examples
  sluice policy snapshot --target orders-prod --output schema.json
  sluice policy snapshot --url env:DATABASE_URL > schema.json
`,
  async run(args, io) {
    const options = parse(args)
    const secrets = secretsFrom(io.env)
    const terms =
      options.url === undefined
        ? await targetOf(loadConfig(resolve(io.cwd, options.config)), options.target ?? '', secrets)
        : databaseOf(options.url, secrets)
    const taken = await attempt(terms, io)
    if (!taken) return EXIT.usage
    const text = canonical(taken)
    if (options.output === undefined) io.out(text)
    else write(options.output, text, io)
    const { relations, functions } = taken
    io.err(
      `sluice policy snapshot: ${relations.length} relations and ${functions.length} functions of ${terms.name}\n`,
    )
    return EXIT.ok
  },
}

/** Undefined when the database does not answer, which was told then. */
async function attempt(terms: TargetTerms, io: Io): Promise<Snapshot | undefined> {
  const protocol = await protocolOf(terms.protocol)
  if (!protocol?.snapshot)
    throw new SluiceError(
      'CONFIG_INVALID',
      `there is no snapshot of a database that speaks ${terms.protocol}`,
    )
  try {
    return await protocol.snapshot({ terms, dial: () => dial(terms) }, Date.now())
  } catch (error) {
    if (!(error instanceof SluiceError) || !error.code.startsWith('UPSTREAM_')) throw error
    io.err(`sluice policy snapshot: ${describe(error)}\n`)
    return undefined
  }
}

function write(path: string, text: string, io: Io): void {
  try {
    writeFileSync(resolve(io.cwd, path), text, { mode: 0o644 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new SluiceError('CONFIG_INVALID', `${path} cannot be written${code}`, {
      hint: 'Name a file in a directory that is there',
      cause: error,
    })
  }
}

function parse(args: string[]) {
  const values = read(args)
  if ((values.target === undefined) === (values.url === undefined))
    throw wrongUsage(
      'policy snapshot',
      `${values.url === undefined ? 'neither' : 'both'} --target and --url given`,
    )
  return { ...values, config: values.config ?? 'sluice.yml' }
}

function read(args: string[]) {
  const options = {
    target: { type: 'string' },
    config: { type: 'string' },
    url: { type: 'string' },
    output: { type: 'string' },
  } as const
  return parseOptions('policy snapshot', { args, options }).values
}
