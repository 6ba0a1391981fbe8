// The comment on a role says whose it is: it survives the server's own database.

export interface Mark {
  readonly grant: string
  readonly target: string
  /** RFC 3339. */
  readonly expires: string
}

export const PREFIX = 'jit_'

export function isRoleName(name: string): boolean {
  return /^jit_[0-9a-f]{20}$/.test(name)
}

export function write(mark: Mark): string {
  return JSON.stringify({ sluice: 1, grant: mark.grant, target: mark.target, expires: mark.expires })
}

/** Undefined when the comment is not ours. */
export function read(comment: string | null): Mark | undefined {
  if (comment === null) return undefined
  let value: unknown
  try {
    value = JSON.parse(comment)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || !('sluice' in value) || value.sluice !== 1)
    return undefined
  const { grant, target, expires } = value as Partial<Record<keyof Mark, unknown>>
  if (typeof grant !== 'string' || typeof target !== 'string' || typeof expires !== 'string') return undefined
  return Number.isNaN(Date.parse(expires)) ? undefined : { grant, target, expires }
}
