// The client's half of the login, towards the target.
import type { Socket } from 'node:net'
import ssh2 from 'ssh2'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms } from '../../core/grant.ts'
import type { Secret } from '../../core/secret.ts'
import { algorithms } from './algorithms.ts'
import { fingerprint, type HostKey, sameKey, signaturesOf } from './host-keys.ts'
import { Link } from './link.ts'
import { presentKey, type Signer, signerOf } from './public-key.ts'
import { transportOf } from './ssh2.ts'

/** A connection that the target has accepted. */
export interface Upstream {
  readonly link: Link
  /** For the record: how it is encrypted. */
  readonly cipher: string
}

export interface UpstreamOptions {
  readonly terms: TargetTerms
  readonly hostKeys: readonly HostKey[]
  readonly dial: () => Promise<Socket>
  /** A key that ssh2 can read, in place of the one that is presented; see public-key.ts. */
  readonly standIn: Secret
  /** Milliseconds until the login is given up. */
  readonly timeout: number
  /** Milliseconds between two signs of life. */
  readonly keepalive: number
}

/** Dials, checks the host key and logs in. Throws `SluiceError`. */
export async function upstreamLogin(options: UpstreamOptions): Promise<Upstream> {
  const { terms } = options
  const signer = 'privateKey' in terms.credential ? signerOf(terms.credential) : undefined
  const started = Date.now()
  const socket = await within(options.timeout, options.dial(), terms)
  socket.on('error', () => {})
  try {
    return await logIn(socket, options, signer, Math.max(1, options.timeout - (Date.now() - started)))
  } catch (error) {
    socket.destroy()
    throw error
  }
}

async function within(ms: number, dialled: Promise<Socket>, terms: TargetTerms): Promise<Socket> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unreachable(terms, `did not answer within ${seconds(ms)} s`)), ms)
  })
  try {
    return await Promise.race([dialled, late])
  } catch (error) {
    dialled.then((socket) => socket.destroy()).catch(() => {})
    if (error instanceof SluiceError) throw error
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw unreachable(terms, `cannot be reached${code}`)
  } finally {
    clearTimeout(timer)
  }
}

function logIn(
  socket: Socket,
  options: UpstreamOptions,
  signer: Signer | undefined,
  timeout: number,
): Promise<Upstream> {
  const { terms, hostKeys, keepalive, standIn } = options
  const { credential } = terms
  const client = new ssh2.Client()
  return new Promise((resolve, reject) => {
    let wrongKey: SluiceError | undefined
    let cipher = ''
    client.on('handshake', (negotiated) => {
      cipher = negotiated.cs.cipher
    })
    client.on('error', (error) => reject(wrongKey ?? failure(error, terms, signer)))
    client.once('close', () => reject(wrongKey ?? refused(terms, 'closed the connection before the login')))
    client.once('ready', () => {
      link.loggedIn()
      resolve({ link, cipher })
    })
    client.connect({
      sock: socket,
      username: credential.user,
      ident: 'Sluice',
      readyTimeout: timeout,
      keepaliveInterval: keepalive,
      keepaliveCountMax: 3,
      algorithms: { ...algorithms(), serverHostKey: signatures(hostKeys) },
      hostVerifier: (shown: Buffer) => {
        if (hostKeys.some(({ blob }) => sameKey(blob, shown))) return true
        wrongKey = mismatch(terms, hostKeys, shown)
        return false
      },
      authHandler: attempts(terms),
      ...('privateKey' in credential
        ? { privateKey: standIn.reveal() }
        : { password: credential.password.reveal(), tryKeyboard: true }),
    })
    const link = new Link(client, socket)
    if (signer) presentKey(transportOf(client), link, signer)
    if (!('privateKey' in credential)) answerPrompts(client, credential.password.reveal())
  })
}

type HostKeyAlgorithm =
  NonNullable<ssh2.Algorithms['serverHostKey']> extends infer A
    ? A extends readonly (infer T)[]
      ? T
      : never
    : never

const signatures = (keys: readonly HostKey[]): HostKeyAlgorithm[] => signaturesOf(keys) as HostKeyAlgorithm[]

/** One attempt; a password may be asked for in two ways, and is given in one of them. */
function attempts({ credential }: TargetTerms): (left: string[] | null) => string | false {
  let tried = 0
  return (left) => {
    tried++
    if ('privateKey' in credential) return tried === 1 ? 'publickey' : false
    if (tried === 1) return 'password'
    const asks = tried === 2 && left?.includes('keyboard-interactive') && !left.includes('password')
    return asks ? 'keyboard-interactive' : false
  }
}

/** Only a question for one secret is answered with it. */
function answerPrompts(client: ssh2.Client, password: string): void {
  client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) => {
    const [prompt] = prompts
    finish(prompts.length === 1 && prompt?.echo === false ? [password] : prompts.map(() => ''))
  })
}

function failure(error: Error, terms: TargetTerms, signer: Signer | undefined): SluiceError {
  const level = 'level' in error ? error.level : undefined
  if (level === 'client-authentication') return denied(terms, signer)
  if (level === 'client-timeout') return unreachable(terms, 'did not finish the login in time')
  if (level === 'client-socket') return unreachable(terms, 'broke the connection off')
  if (/no matching/i.test(error.message))
    return refused(
      terms,
      'has no key, cipher or key exchange in common with what is allowed',
      'Check that `host_keys` holds a key of the types that the target has; SHA-1, CBC and ssh-rsa signatures are not used.',
    )
  return refused(terms, 'broke its protocol during the login')
}

function denied(terms: TargetTerms, signer: Signer | undefined): SluiceError {
  const { user } = terms.credential
  const expired = signer?.validBefore !== undefined && signer.validBefore < Date.now()
  if (expired)
    return refused(
      terms,
      `refused the login of ${user}: the certificate expired at ${new Date(signer.validBefore ?? 0).toISOString()}`,
      'Start the session again.',
    )
  const hint = signer
    ? signer.validBefore === undefined
      ? 'Check that the target has the public key in the authorized_keys of this user.'
      : 'Check that the target trusts the authority (TrustedUserCAKeys), that the user is a principal, that runners come from source_address, and that nothing is revoked: the log of sshd there says which.'
    : 'Check user and password, and that the target allows logins by password.'
  return refused(terms, `refused the login of ${user}`, hint)
}

function mismatch(terms: TargetTerms, expected: readonly HostKey[], shown: Buffer): SluiceError {
  const known = expected.map(({ blob }) => fingerprint(blob)).join(' or ')
  return refused(
    terms,
    `shows the host key ${fingerprint(shown)}, expected is ${known}`,
    'Either somebody is in between, or the host has new keys: then put them into `host_keys`.',
  )
}

const address = ({ host, port }: TargetTerms) => `${host}:${port}`
const seconds = (ms: number) => Math.round(ms / 1000)

export function unreachable(terms: TargetTerms, what: string): SluiceError {
  return new SluiceError('UPSTREAM_UNREACHABLE', `Target ${terms.name} (${address(terms)}) ${what}`, {
    hint: 'Check the address in sluice.yml, and that this machine may reach it.',
  })
}

function refused(terms: TargetTerms, what: string, hint?: string): SluiceError {
  const message = `Target ${terms.name} (${address(terms)}) ${what}`
  return new SluiceError('UPSTREAM_REFUSED', message, hint === undefined ? {} : { hint })
}
