import { CIBA, TOKEN_EXCHANGE } from './issue.ts'

/** https://www.rfc-editor.org/rfc/rfc8414#section-2 */
export function metadata(url: string) {
  return {
    issuer: url,
    token_endpoint: `${url}/oauth/token`,
    revocation_endpoint: `${url}/oauth/revoke`,
    response_types_supported: [],
    grant_types_supported: [TOKEN_EXCHANGE, 'refresh_token', CIBA],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    dpop_signing_alg_values_supported: ['Ed25519', 'EdDSA', 'ES256'],
    authorization_details_types_supported: ['sluice'],
    backchannel_token_delivery_modes_supported: ['poll'],
  }
}
