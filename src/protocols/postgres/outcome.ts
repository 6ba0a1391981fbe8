// What becomes of an answer.

/** The frame stays as it is. */
export const KEEP = 0
/** Nothing more can be decided until the inlet is released. */
export const HOLD = 1
/** What is put in the frame's place; undefined for nothing. */
export type Outcome = typeof KEEP | typeof HOLD | Buffer | undefined
