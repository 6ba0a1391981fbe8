// Text of a command line may hold what is only known when it runs. Characters for private use stand for it: no text that is read has them.

/** Anything, of any length. */
export const HOLE = '\ue000'
/** Any characters but a slash: `*`. */
export const ANY = '\ue001'
/** One character: `?`, `[…]`. */
export const ONE = '\ue002'
/** Some characters, of which none is a slash or blank: a number, a date. */
export const WORD = '\ue003'
/** The home directory of the account that logged in, when it is not known. */
export const HOME = '\ue004'
/** Told to who watches: any number of arguments. */
export const MANY = '\ue005'

/** True when nothing of it is left open. */
export const isKnown = (text: string): boolean => !/[\ue000-\ue003]/.test(text)

/** As people write it. */
export const shown = (text: string): string =>
  text
    .replaceAll(HOLE, '…')
    .replaceAll(ANY, '*')
    .replaceAll(ONE, '?')
    .replaceAll(WORD, '*')
    .replaceAll(HOME, '~')
