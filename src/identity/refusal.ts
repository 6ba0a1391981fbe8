/** A token that is not accepted: which check failed (for the audit log) and what a person may be told. */
export class Refusal extends Error {
  readonly check: Check

  constructor(check: Check, message: string) {
    super(message)
    this.name = 'Refusal'
    this.check = check
  }
}

/** The checks of a pipeline token, in the order in which they run. */
export const CHECKS = [
  'token-shape',
  'token-json',
  'issuer',
  'header',
  'algorithm',
  'key-id',
  'keys-unavailable',
  'key-unknown',
  'signature',
  'times',
  'lifetime',
  'audience',
  'token-id',
  'claims',
] as const

export type Check = (typeof CHECKS)[number]
