// Where the server tells how much an UPDATE has changed: its log holds what differs from the old row, byte by byte, so that
// the size of a record is the distance between a guess and the value; counters tell whether an indexed column is the same.
import type { ExplainStmt, RangeVar } from '@pgsql/types'
import { enabled } from '../tree.ts'

const FUNCTIONS =
  /^pg_(?:current_wal_\w*lsn|walfile_name\w*|switch_wal|logical_emit_message|create_restore_point|last_wal_\w+|control_\w+|backup_st\w+|get_wal_\w+|ls_waldir|stat_get_(?:backend_)?(?:wal|io)\w*|stat_get_xact_\w+|stat_get_replication_slot\w*|get_replication_slots)$/
const VIEWS =
  /^pg_(?:stat_wal\w*|stat_io|stat_replication\w*|replication_slots|stat_subscription\w*|stat_xact_\w+|stat_statements|wal_summaries)$/

/** True for functions that read them. */
export const readsTraces = (names: readonly string[]): boolean => FUNCTIONS.test(names.at(-1) ?? '')

/** The same of views. */
export const showsTraces = ({ schemaname, relname = '' }: RangeVar): boolean =>
  VIEWS.test(relname) &&
  (schemaname === undefined || schemaname === 'pg_catalog' || relname === 'pg_stat_statements')

/** EXPLAIN (ANALYZE, WAL) tells the size of the log. */
export const explainsTraces = ({ options }: ExplainStmt): boolean => enabled(options, 'wal')
