import { useOutboundProxy } from '../../client/outbound.ts'
import { SluiceError } from '../../core/errors.ts'
import { PROVIDERS, secretsFrom } from '../../credentials/index.ts'
import { loadConfig } from '../../policy/load.ts'
import { createLog } from '../../server/log.ts'
import { startServer } from '../../server/start.ts'
import { type Command, EXIT } from '../command.ts'
import { parseOptions } from '../parse.ts'

export const command: Command = {
  summary: 'run the grant and audit server',
  help: `Usage: sluice server [--config FILE] [--listen HOST:PORT] [--data DIR] [--log-level LEVEL]

Runs the grant and audit server: it exchanges pipeline tokens for grants, makes and ends upstream
credentials, and keeps session records. Logs are JSON lines on standard output; the address is
printed on standard error when the server is ready. SIGTERM stops it cleanly.

Options
  --config FILE        the policy file (default: sluice.yml)
  --listen HOST:PORT   where to listen (default: server.listen of the file, else 127.0.0.1:8700)
  --data DIR           the store and the records (default: server.data of the file, else data beside it)
  --log-level LEVEL    debug, info, warn or error (default: info)

Put a TLS-terminating proxy in front of it: server.url in the policy file is the address that jobs use.
One data directory has one server. HTTPS_PROXY and NO_PROXY are honoured.

Exit codes: 0 stopped by a signal, 1 it failed, 2 wrong options, configuration or credential.

Examples
  sluice server --config sluice.yml
  sluice server --config sluice.yml --listen 0.0.0.0:8700 --data /var/lib/sluice
`,
  async run(args, io) {
    const options = read(args)
    useOutboundProxy(io.env)
    const log = createLog((line) => io.out(line), options.level)
    const server = await startServer({
      config: loadConfig(options.config),
      ...(options.listen ? { listen: options.listen } : {}),
      ...(options.data ? { data: options.data } : {}),
      providers: PROVIDERS,
      secrets: secretsFrom(io.env),
      fetch: globalThis.fetch,
      clock: Date.now,
      log,
    })
    const link = server.administratorLink
    const administrator = link
      ? `sluice server: sign in as its administrator, once, within an hour: ${link}\n`
      : ''
    io.err(`${administrator}sluice server: listening on ${server.address}\n`)
    await aborted(io.signal)
    io.err('sluice server: stopping\n')
    await server.close()
    return EXIT.ok
  },
}

const LEVELS = ['debug', 'info', 'warn', 'error']

function read(args: string[]) {
  const { values } = parse(args)
  const level = values['log-level']
  if (!LEVELS.includes(level))
    throw new SluiceError('CONFIG_INVALID', `--log-level ${level} is not a level`, {
      hint: `Use ${LEVELS.join(', ')}`,
    })
  return {
    config: values.config,
    level,
    data: values.data,
    listen: values.listen === undefined ? undefined : readAddress(values.listen),
  }
}

function parse(args: string[]) {
  return parseOptions('server', {
    args,
    options: {
      config: { type: 'string', default: 'sluice.yml' },
      listen: { type: 'string' },
      data: { type: 'string' },
      'log-level': { type: 'string', default: 'info' },
    },
  })
}

function readAddress(text: string): { host: string; port: number } {
  const [, six, four, port] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? []
  const host = six ?? four
  if (!host || Number(port) > 65535)
    throw new SluiceError('CONFIG_INVALID', `--listen ${text} is not HOST:PORT`, {
      hint: 'For example 127.0.0.1:8700 or [::1]:8700',
    })
  return { host, port: Number(port) }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
