import type { Notice } from '../notice.ts'

/** The event itself: whoever shows it must escape it. */
export const json = (notice: Notice): object => notice
