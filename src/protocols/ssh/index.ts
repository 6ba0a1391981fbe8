import { SluiceError } from '../../core/errors.ts'
import type { SshTerms, TargetTerms } from '../../core/grant.ts'
import { scrubOutput } from '../../masking/index.ts'
import type { Protocol, Target, TargetOptions } from '../protocol.ts'
import { Ahead } from './ahead.ts'
import { commandAnalyser } from './commands.ts'
import { serve } from './connection.ts'
import { parseHostKey } from './host-keys.ts'
import { createIdentity } from './identity.ts'
import { KEPT_TOGETHER } from './output.ts'
import type { AnalyseCommand, Shared } from './shared.ts'
import { interpreterOf } from './transfer/index.ts'
import { upstreamLogin } from './upstream-login.ts'

const UPSTREAM_LOGIN_MS = 15_000
const KEEPALIVE_MS = 30_000
/** A job’s next command comes soon, or is not worth a login. */
const KEEP_AHEAD_MS = 20_000

/** What the protocol is made with, so that tests may give another. */
export interface Parts {
  /** What a command would do, with the analyser of SQL for what it gives to database clients. */
  readonly analyse: (options: TargetOptions) => AnalyseCommand
  readonly interpreter: Shared['interpreter']
}

export const ssh: Protocol = createSsh({ analyse: commandAnalyser, interpreter: interpreterOf })

export function createSsh(parts: Parts): Protocol {
  return { name: 'ssh', defaultPort: 22, open: (options) => open(options, parts) }
}

function open(options: TargetOptions, { analyse, interpreter }: Parts): Target {
  const { terms, dial, local, masking } = options
  const ssh = sshOf(terms)
  const hostKeys = ssh.hostKeys.map(parseHostKey)
  const identity = createIdentity()
  const times = { timeout: UPSTREAM_LOGIN_MS, keepalive: KEEPALIVE_MS }
  const login = () => upstreamLogin({ terms, hostKeys, dial, standIn: identity.clientKey, ...times })
  const ahead = new Ahead(login, KEEP_AHEAD_MS)
  const { detect, patterns = [] } = terms.masks
  const masks = detect.length > 0 || patterns.length > 0
  const shared: Shared = {
    terms,
    ssh,
    identity,
    users: [...new Set([local.user, terms.credential.user])],
    analyse: analyse(options),
    scrubber: () => (masks ? scrubOutput(terms.masks) : undefined),
    budget: { characters: KEPT_TOGETHER },
    interpreter,
    login: () => ahead.take(),
    now: () => performance.now(),
  }
  return {
    masking,
    identity: { hostKey: identity.hostKey, clientKey: identity.clientKey },
    serve: (client, gate) => serve(client, gate, shared),
    async check() {
      const { link } = await login()
      link.disconnect('')
      link.socket.end()
    },
    close: () => ahead.close(),
  }
}

function sshOf({ name, ssh }: TargetTerms): SshTerms {
  if (ssh && ssh.hostKeys.length > 0) return ssh
  throw new SluiceError('CONFIG_INVALID', `Target ${name} has no host keys`, {
    hint: 'Put its public host keys into `host_keys`, as ssh-keyscan prints them.',
  })
}
