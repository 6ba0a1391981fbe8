import { publicKey } from '../../recording/chain.ts'
import type { Verification } from '../../recording/verify.ts'
import { verifyRecord } from '../../recording/verify.ts'
import { type Command, EXIT } from '../command.ts'
import { parseOptions, wrongUsage } from '../parse.ts'
import { report } from '../record/report.ts'
import { readKey, readRecord } from '../record/source.ts'

export const command: Command = {
  summary: 'Check a session record: changed, cut, reordered, unsealed?',
  help: `Usage: sluice verify PATH [--server-key KEY] [--allow-unsealed] [--json]

Checks a session record offline: the form and order of its events, the chain and signatures of its chunks, the
server's receipts and the seal. Says what does not hold and where.

PATH is the record's directory, its session.jsonl, or the CI artifact as a .zip.

Options:
  --server-key KEY   The server's public key (JWK x, 43 characters), or a file that holds it; the server
                     publishes it at /v1/log/key. Keep it from the first time on. Without it the key that
                     the record itself names is used, which proves nothing about who made the record.
  --allow-unsealed   Exit with 0 also for a record whose session was killed before it was sealed.
  --json             Machine-readable result on stdout.

Exit code: 0 the record holds; 5 it does not (or is unsealed, or, with --server-key, not countersigned);
2 wrong usage, or no record can be read there.

Examples:
  sluice verify sluice-session-orders-prod-7f3a.zip --server-key "$SLUICE_SERVER_KEY"
  sluice verify ./record --json
`,
  async run(args, io) {
    const { path, key, json, allowUnsealed } = parse(args)
    const pinned = key === undefined ? undefined : readKey(key, io.cwd)
    if (pinned !== undefined && !publicKey(pinned))
      throw wrongUsage(
        'verify',
        '--server-key is neither an Ed25519 public key (JWK x) nor a file that holds one',
      )
    const result = verifyRecord(readRecord(path, io.cwd), pinned)
    io.out(json ? `${JSON.stringify(result, undefined, 2)}\n` : report(result))
    return holds(result, pinned !== undefined, allowUnsealed) ? EXIT.ok : EXIT.invalid
  },
}

function holds(
  { status, signed, acknowledged }: Verification,
  pinned: boolean,
  allowUnsealed: boolean,
): boolean {
  // Events that nobody vouches for are not what was left of a session: anybody can write them.
  if (status === 'incomplete') return allowUnsealed && (pinned ? acknowledged : signed).chunks > 0
  // Whoever names the server's key wants the server's word, and a record kept locally has none.
  return status === 'intact' || (status === 'local' && !pinned)
}

function parse(args: string[]) {
  const { values, positionals } = parseOptions('verify', {
    args,
    allowPositionals: true,
    options: {
      'server-key': { type: 'string' },
      'allow-unsealed': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  })
  const [path, more] = positionals
  if (path === undefined || more !== undefined)
    throw wrongUsage('verify', 'exactly one record is verified at a time')
  return { path, key: values['server-key'], json: values.json, allowUnsealed: values['allow-unsealed'] }
}
