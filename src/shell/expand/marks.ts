// Text of a command line may hold what is only known when it runs. Characters for private use stand for it: no text that is read has them.

/** Anything, of any length. */
export const HOLE = '\ue000'
/** Any characters but a slash: `*`. */
export const ANY = '\ue001'
/** One character: `?`, `[…]`. */
export const ONE = '\ue002'
/** The home directory of the account that logged in, when it is not known. */
export const HOME = '\ue004'

/** True when nothing of it is left open. */
export const isKnown = (text: string): boolean => !/[\ue000\ue001\ue002]/.test(text)

/** As people write it. */
export const shown = (text: string): string =>
  text.replaceAll(HOLE, '…').replaceAll(ANY, '*').replaceAll(ONE, '?').replaceAll(HOME, '~')
