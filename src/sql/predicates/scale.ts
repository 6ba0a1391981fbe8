/**
 * Upper bounds. `never`: no row, for certain. `selective`: few rows, picked by value. `weak`: any share of the rows may
 * pass. `free`: no column of the target decides it, so it is all rows or none. `always`: all rows, most likely.
 */
export type Selectivity = 'never' | 'selective' | 'weak' | 'free' | 'always'

const ORDER: readonly Selectivity[] = ['never', 'selective', 'weak', 'free', 'always']

export const isNarrower = (a: Selectivity, b: Selectivity): boolean => ORDER.indexOf(a) < ORDER.indexOf(b)
export const narrower = (a: Selectivity, b: Selectivity) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b)
export const wider = (a: Selectivity, b: Selectivity) => (ORDER.indexOf(a) < ORDER.indexOf(b) ? b : a)
