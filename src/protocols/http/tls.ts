// TLS to the target, always verified.
import { isIP, type Socket } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import { SluiceError } from '../../core/errors.ts'
import type { TargetTerms, Tls } from '../../core/grant.ts'

const VERIFIED: Tls = { mode: 'verify-full' }

/** The socket as it is when the target speaks in clear. Throws `SluiceError` UPSTREAM_TLS. */
export function secure(socket: Socket, terms: TargetTerms): Promise<Socket | TLSSocket> {
  const { mode, ca, serverName } = terms.tls ?? VERIFIED
  if (mode === 'disable') return Promise.resolve(socket)
  const name = serverName ?? terms.host
  const tls = connect({
    socket,
    host: name,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: true,
    ...(ca === undefined ? {} : { ca }),
    ...(isIP(name) ? {} : { servername: name }),
  })
  return new Promise((resolve, reject) => {
    const failed = (error: Error & { code?: string }) =>
      reject(untrusted(terms, name, error.code ?? 'TLS error'))
    const ended = () => reject(untrusted(terms, name, 'the target closed the connection'))
    tls.once('error', failed).once('close', ended)
    tls.once('secureConnect', () => {
      tls.off('error', failed).off('close', ended)
      if (tls.alpnProtocol === false || tls.alpnProtocol === 'http/1.1') return resolve(tls)
      tls.destroy()
      reject(untrusted(terms, name, 'it speaks another protocol'))
    })
  })
}

function untrusted(terms: TargetTerms, name: string, why: string): SluiceError {
  const address = `${terms.host}:${terms.port}`
  const wrongName = why === 'ERR_TLS_CERT_ALTNAME_INVALID'
  return new SluiceError(
    'UPSTREAM_TLS',
    wrongName
      ? `The certificate of target ${terms.name} (${address}) is not for the name ${name}`
      : `The TLS certificate of target ${terms.name} (${address}) could not be verified (${why})`,
    {
      hint: wrongName
        ? 'Set `tls.server_name` to a name in the certificate, or reach the target by such a name.'
        : 'Give the authority that signed it as `tls: { ca: file:PATH }`.',
    },
  )
}
