/** Somebody who is signed in. */
export interface Person {
  /** `PROVIDER#SUBJECT`, or `local#admin`. */
  readonly id: string
  /** The name that people know them by. */
  readonly name: string
  /** Of the sign-in provider's `groups` claim. */
  readonly groups: readonly string[]
  /** Names by which the CI platforms may know them; they may not approve what they started. */
  readonly logins: readonly string[]
  /** The administrator of a server without a sign-in provider: approves everything, and is nobody that a job knows. */
  readonly local: boolean
  readonly roles: ReadonlySet<'viewer' | 'admin'>
}
