/** Every content detector a mask set may name under `detect`; masking/detectors holds one file for each. */
export const DETECTOR_IDS = [
  'payment-card',
  'iban',
  'email',
  'phone',
  'us-ssn',
  'jwt',
  'aws-access-key',
  'gcp-api-key',
  'azure-secret',
  'github-token',
  'gitlab-token',
  'slack-token',
  'stripe-key',
  'npm-token',
  'openai-key',
  'anthropic-key',
  'private-key',
  'connection-uri',
  'basic-auth-url',
  'assigned-secret',
] as const

export type DetectorId = (typeof DETECTOR_IDS)[number]
