import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { decodeJwt } from 'jose'
import { SluiceError } from '../../core/errors.ts'
import type { Claims } from '../../grants/access.ts'
import { type Explanation, explain, type TargetAccess } from '../../grants/explain.ts'
import { type Config, loadConfig } from '../../policy/config.ts'
import { type Command, EXIT, type Io } from '../command.ts'
import { parseOptions } from '../parse.ts'

const MAX_BYTES = 256 * 1024

export const command: Command = {
  summary: 'show which access rules a set of claims meets, and why not the others',
  help: `Usage: sluice policy claims [--config FILE] [--issuer NAME] [--json] [FILE]

Reads a claim set (JSON) or a pipeline token (JWT) from FILE or standard input. A token is only decoded:
its signature is not checked. Prints for each target the rules that match, and for the others the first
claim that did not.

Options
  --config FILE   the policy file (default: sluice.yml)
  --issuer NAME   which of the file's issuers the claims are from (default: the one that \`iss\` names)
  --json          print JSON

Exit codes: 0 a target may be reached, 3 none, 2 wrong input.

Examples
  sluice policy claims claims.json
  echo '{"iss":"https://token.actions.githubusercontent.com","repository_id":"123"}' | sluice policy claims
`,
  async run(args, io) {
    const { values, positionals } = parse(args)
    if (positionals.length > 1)
      throw usage('more than one file of claims is given', 'Give one, or standard input')
    const config = loadConfig(resolve(io.cwd, values.config))
    const [file] = positionals
    const { claims, token } = decode(
      file === undefined ? await readStdin(io) : readClaims(resolve(io.cwd, file)),
    )
    if (token) io.err('sluice policy claims: the token is decoded only; its signature is not checked\n')
    const explanation = explain(config, chooseIssuer(config, claims, values.issuer), claims)
    for (const note of notes(config, explanation.issuer, claims)) io.err(`sluice policy claims: ${note}\n`)
    if (values.json) io.out(`${JSON.stringify(explanation, null, 2)}\n`)
    else for (const target of explanation.targets) io.out(text(target))
    return reachable(explanation) ? EXIT.ok : EXIT.refused
  },
}

const reachable = ({ targets }: Explanation): boolean => targets.some(({ granted }) => granted !== undefined)

function text({ target, granted, rules }: TargetAccess): string {
  const lines = rules.map(({ rule, mismatch }) => {
    if (!mismatch) return `  ${rule === granted ? 'matches' : 'matches too'}: ${rule}`
    const got = mismatch.got === undefined ? 'no such claim' : JSON.stringify(mismatch.got)
    return `  does not match: ${rule}\n    ${mismatch.claim}: want ${mismatch.want}, got ${got}`
  })
  if (rules.length === 0) lines.push('  no access rule names this target')
  return `${target}: ${granted === undefined ? 'refused' : `granted by "${granted}"`}\n${lines.join('\n')}\n`
}

/** What the server would refuse before it looks at the rules. */
function notes(config: Config, issuer: string, claims: Claims): string[] {
  const { audience } = config.issuers[issuer] ?? {}
  const { aud } = claims
  if (aud === undefined || audience === undefined || audience === '' || aud === audience) return []
  return [`the server would refuse this token: its audience is not ${audience}`]
}

function chooseIssuer(config: Config, claims: Claims, name: string | undefined): string {
  const names = Object.keys(config.issuers)
  if (name !== undefined) {
    if (names.includes(name)) return name
    throw usage(`the policy file has no issuer ${name}`, `It has ${names.join(', ') || 'none'}`)
  }
  const [only, ...others] = Object.values(config.issuers).filter(
    ({ issuer }) => claims.iss === undefined || issuer === claims.iss,
  )
  if (only && others.length === 0) return only.name
  throw usage(
    claims.iss === undefined
      ? 'the claims do not say who issued them'
      : 'no issuer of the policy file is the token’s `iss`',
    `Use --issuer with one of: ${names.join(', ') || '(the file has none)'}`,
  )
}

function decode(input: string): { claims: Claims; token: boolean } {
  const trimmed = input.trim()
  const token = !trimmed.startsWith('{')
  try {
    const claims: unknown = token ? decodeJwt(trimmed) : JSON.parse(trimmed)
    if (typeof claims === 'object' && claims !== null && !Array.isArray(claims))
      return { claims: { ...claims }, token }
  } catch {
    // The parser's own message quotes the input, which may be a token.
  }
  throw usage(
    'the input is neither a JSON object of claims nor a JWT',
    'Pass the token, or its decoded payload',
  )
}

function readClaims(path: string): string {
  try {
    return readFileSync(path, 'utf8').slice(0, MAX_BYTES)
  } catch {
    throw usage(`cannot read ${path}`, 'Name a file of claims, or give them on standard input')
  }
}

async function readStdin({ stdin }: Io): Promise<string> {
  let input = ''
  for await (const chunk of stdin) {
    input += chunk
    if (input.length > MAX_BYTES)
      throw usage('the input is larger than 256 KiB', 'Pass one token or one set of claims')
  }
  return input
}

function parse(args: string[]) {
  const options = {
    config: { type: 'string', default: 'sluice.yml' },
    issuer: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  return parseOptions('policy claims', { args, options, allowPositionals: true })
}

function usage(message: string, hint: string): SluiceError {
  return new SluiceError('CONFIG_INVALID', message, { hint })
}
