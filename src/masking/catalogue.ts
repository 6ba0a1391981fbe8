// What the server keeps of the values of every table, and of what others have sent: masked as soon as any column is.
import type { Masks } from '../core/grant.ts'

const KEPT = `
pg_statistic: stavalues1 stavalues2 stavalues3 stavalues4 stavalues5
pg_stats: most_common_vals histogram_bounds most_common_elems range_length_histogram range_bounds_histogram
pg_statistic_ext_data: stxdmcv stxdexpr
pg_stats_ext: most_common_vals
pg_stats_ext_exprs: most_common_vals histogram_bounds most_common_elems
pg_stat_activity: query
pg_stat_statements: query
pg_prepared_statements: statement`

const PATTERNS: Masks['columns'] = KEPT.trim()
  .split('\n')
  .flatMap((line) => {
    const [table = '', columns = ''] = line.split(': ')
    const schema = table === 'pg_stat_statements' ? '*' : 'pg_catalog'
    return columns
      .split(' ')
      .map((column) => ({ pattern: `${schema}.${table}.${column}`, mask: 'redact' as const }))
  })

/** The masks with those of the server's own tables behind them. */
export function withCatalogue(columns: Masks['columns']): Masks['columns'] {
  return columns.length === 0 ? columns : [...columns, ...PATTERNS]
}
