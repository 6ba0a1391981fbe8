// Which locks others wait for.
const BLOCKING = new Set(['SHARE', 'SHARE ROW EXCLUSIVE', 'EXCLUSIVE', 'ACCESS EXCLUSIVE'])

/** Writers wait for it, at least; one that is not known counts. */
export const blocks = (lock: string | undefined): boolean => lock === undefined || BLOCKING.has(lock)
