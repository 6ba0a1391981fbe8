// Everything a session is made of before it listens.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Approvals } from '../client/approvals.ts'
import type { PrivateJwk } from '../client/connect.ts'
import type { SessionGrant } from '../client/exchange.ts'
import type { GrantClient } from '../client/grant.ts'
import { SluiceError } from '../core/errors.ts'
import type { Terms } from '../core/grant.ts'
import { Secret } from '../core/secret.ts'
import { termsFromJson } from '../core/terms.ts'
import { VERSION } from '../core/version.ts'
import { createRecorder } from '../recording/create.ts'
import type { Upload } from '../recording/upload.ts'
import { createAnalyser } from '../sql/create.ts'
import type { DaemonConfig } from './config.ts'
import { type Counted, counting } from './tally.ts'

export interface Parts {
  readonly config: DaemonConfig
  readonly terms: Terms
  readonly grant?: GrantClient
  /** Who is asked about held statements; absent when nobody can be. */
  readonly approvals?: Approvals
  readonly counted: Counted
  readonly analyser: ReturnType<typeof createAnalyser>
  /** Keys hashes of masked values: equal within the session, unlike in another. */
  readonly maskingKey: Buffer
  /** What local clients must present. */
  readonly local: { readonly user: string; readonly password: Secret; readonly cleartext: boolean }
  readonly startedAt: Date
}

export interface Surroundings {
  readonly clock: () => Date
  /** The parser worker's script. */
  readonly worker: string
}

export async function assemble(config: DaemonConfig, surroundings: Surroundings): Promise<Parts> {
  const client = config.grant && (await openClient(config.grant))
  try {
    return await build(config, client, surroundings)
  } catch (error) {
    // The server may have made a credential for the terms already.
    await client?.grant.revoke().catch(() => {})
    throw error
  }
}

async function build(
  config: DaemonConfig,
  client: Client | undefined,
  { clock, worker }: Surroundings,
): Promise<Parts> {
  const startedAt = clock()
  const terms = client ? await client.grant.terms() : termsFromJson(config.terms)
  checkTargets(config, terms)
  mkdirSync(config.record, { recursive: true, mode: 0o700 })
  const counted = counting(
    createRecorder({
      dir: config.record,
      session: terms.session,
      key: config.grant?.key ?? sessionKey(),
      clock,
      ...(client ? { upload: client.upload(terms) } : {}),
    }),
  )
  counted.recorder.append(startEvent(terms))
  counted.recorder.flush()
  return {
    config,
    terms,
    ...(client ? { grant: client.grant } : {}),
    ...(client && terms.holds ? { approvals: client.approvals } : {}),
    counted,
    analyser: createAnalyser({ worker }),
    maskingKey: randomBytes(32),
    local: {
      user: 'sluice',
      password: new Secret(randomBytes(24).toString('base64url')),
      cleartext: config.clientAuth === 'password',
    },
    startedAt,
  }
}

interface Client {
  readonly grant: GrantClient
  readonly approvals: Approvals
  upload(terms: Terms): Upload
}

/** Loaded when there is a server: a standalone session needs none of it. */
async function openClient(session: SessionGrant): Promise<Client> {
  const [{ openGrant }, { approvalsOf }, { uploadTo }, { useOutboundProxy }] = await Promise.all([
    import('../client/grant.ts'),
    import('../client/approvals.ts'),
    import('../client/records.ts'),
    import('../client/outbound.ts'),
  ])
  useOutboundProxy(process.env)
  const grant = openGrant(session)
  return { grant, approvals: approvalsOf(grant), upload: (terms) => uploadTo(grant, terms) }
}

function checkTargets(config: DaemonConfig, terms: Terms): void {
  const granted = terms.targets.map((target) => target.name)
  const missing = config.listen.find(({ target }) => !granted.includes(target))
  if (missing)
    throw new SluiceError('CONFIG_INVALID', `the grant does not hold target ${missing.target}`, {
      hint: `It holds ${granted.join(', ') || 'none'}`,
    })
}

function startEvent(terms: Terms) {
  return {
    type: 'session.start',
    session: terms.session,
    claims: terms.claims,
    access: terms.access,
    targets: terms.targets.map((target) => ({
      name: target.name,
      protocol: target.protocol,
      address: `${target.host}:${target.port}`,
      ...(target.database === undefined ? {} : { database: target.database }),
      guard: target.guard.name,
      mode: target.guard.mode,
    })),
    policy_sha256: terms.policySha256,
    version: VERSION,
    expires_at: terms.expiresAt,
  } as const
}

/** Of a standalone session: nobody else knows it, so it only holds the record together. */
function sessionKey(): PrivateJwk {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x, d }
}
