/** Rules of other tools for PostgreSQL that none here covers, by the reason why. Statements of other databases are left out. */
export const OUT_OF_SCOPE: readonly { readonly why: string; readonly rules: readonly string[] }[] = [
  {
    why: 'style: types, names, comments and the shape of a schema lose nothing',
    rules: list(
      'squawk',
      `ban-char-field ban-create-domain-with-constraint identifier-too-long prefer-bigint-over-int prefer-bigint-over-smallint
      prefer-identity prefer-robust-stmts prefer-text-field prefer-timestamp-tz require-enum-value-ordering require-table-schema unused-ignore`,
    ).concat(
      list('atlas', 'NM101 NM102 NM103 NM104 NM105 NM106 PG110'),
      list('strong_migrations', 'add_column_json add_index_columns'),
      list('eugene', 'E3 W12 W13'),
      list(
        'bytebase',
        `naming.table naming.column naming.fully-qualified naming.index.pk naming.index.uk naming.index.fk naming.index.idx
        table.require-pk table.no-foreign-key table.comment table.disallow-partition table.drop-naming-convention
        column.required column.no-null column.require-default column.comment column.type-disallow-list column.maximum-character-length
        index.no-duplicate-column index.key-number-limit index.total-number-limit index.primary-key-type-allowlist
        system.charset.allowlist system.collation.allowlist system.comment.length statement.create-specify-schema
        statement.merge-alter-table statement.insert.must-specify-column statement.select.no-select-all`,
      ),
    ),
  },
  {
    why: 'additions and defaults: what is there stays as it is',
    rules: list(
      'squawk',
      `ban-add-column ban-add-composite-attribute ban-add-enum-value ban-drop-default ban-drop-generated-expression
      ban-new-write-restriction ban-replace-view-function ban-set-default`,
    ).concat(list('strong_migrations', 'change_column_default')),
  },
  {
    why: 'the server refuses the statement itself',
    rules: list(
      'squawk',
      'ban-concurrent-index-creation-in-transaction ban-duplicate-column-assignments',
    ).concat(list('atlas', 'PG103'), list('bytebase', 'statement.non-transactional')),
  },
  {
    why: 'transactions: one that is left open is rolled back, and a BEGIN within one is a notice',
    rules: list('squawk', 'ban-uncommitted-transaction transaction-nesting').concat(
      list('bytebase', 'statement.disallow-commit'),
    ),
  },
  {
    why: 'how long a lock is kept within a transaction: `limits` of the guard end it (`lock_timeout`, `statement_timeout`, `idle_in_transaction_timeout`)',
    rules: list('strong_migrations', 'validate_check_constraint validate_foreign_key').concat(
      list('eugene', 'E4'),
      list('bytebase', 'statement.disallow-mix-in-ddl statement.disallow-mix-in-dml'),
    ),
  },
  {
    why: 'speed, and how much is read: `limits` of the guard end it (`rows`, `bytes`, `statement_timeout`)',
    rules: list('eugene', 'E15').concat(
      list(
        'bytebase',
        `statement.insert.row-limit statement.insert.disallow-order-by-rand statement.maximum-limit-value statement.where.require.select
        statement.where.no-leading-wildcard-like statement.where.disallow-functions-and-calculations`,
      ),
    ),
  },
  {
    why: 'limits of the tool itself: here every statement is read, whoever wrote it',
    rules: list('strong_migrations', 'change_table execute'),
  },
  {
    why: 'a bug of PostgreSQL 14.0 to 14.3',
    rules: list('strong_migrations', 'add_index_corruption'),
  },
  {
    why: 'Sluice makes no backups',
    rules: list('bytebase', 'builtin.prior-backup-check'),
  },
]

function list(tool: string, names: string): string[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name) => `${tool}/${name}`)
}
