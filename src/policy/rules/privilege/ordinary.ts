import type { Effect } from '../../../core/statement.ts'

const ORDINARY = new Set(
  `table view materialized-view sequence index column function procedure routine aggregate type domain schema statistic-ext
  collation operator operator-class operator-family text-search conversion`.split(/\s+/),
)

/** What an application’s schema is made of. */
export const isOrdinary = ({ object }: Effect): boolean => ORDINARY.has(object)
