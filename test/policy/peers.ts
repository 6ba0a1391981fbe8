// The rules of other tools for PostgreSQL, as their sources named them in November 2026. Of bytebase, those for PostgreSQL.
const RULES: Readonly<Record<string, string>> = {
  squawk: `adding-field-with-default adding-foreign-key-constraint adding-not-nullable-field adding-required-field
    adding-serial-primary-key-field ban-add-column ban-add-composite-attribute ban-add-enum-value ban-alter-database-options
    ban-alter-domain-with-add-constraint ban-alter-extension ban-alter-function-options ban-alter-generated-expression ban-alter-identity
    ban-alter-policy-condition ban-alter-policy-roles ban-alter-role-options ban-alter-row-level-security ban-alter-sequence-values
    ban-alter-system-options ban-alter-view-options ban-char-field ban-concurrent-index-creation-in-transaction
    ban-create-domain-with-constraint ban-create-policy ban-detach-inheritance ban-disable-trigger ban-drop-column ban-drop-constraint
    ban-drop-database ban-drop-default ban-drop-domain ban-drop-extension ban-drop-function ban-drop-generated-expression ban-drop-index
    ban-drop-not-null ban-drop-policy ban-drop-schema ban-drop-sequence ban-drop-table ban-drop-trigger ban-drop-type ban-drop-view
    ban-duplicate-column-assignments ban-new-write-restriction ban-replace-view-function ban-replica-identity ban-revoke ban-set-default
    ban-set-schema ban-truncate-cascade ban-uncommitted-transaction changing-column-type constraint-missing-not-valid
    disallowed-unique-constraint identifier-too-long prefer-bigint-over-int prefer-bigint-over-smallint prefer-identity prefer-repack
    prefer-robust-stmts prefer-text-field prefer-timestamp-tz renaming-column renaming-object renaming-table
    require-concurrent-index-creation require-concurrent-index-deletion require-concurrent-partition-detach require-concurrent-reindex
    require-enum-value-ordering require-lock-timeout require-statement-timeout require-table-schema require-timeout-settings
    transaction-nesting unused-ignore`,
  atlas: `BC101 BC102 CD101 DS101 DS102 DS103 MF101 MF102 MF103 MF104 NM101 NM102 NM103 NM104 NM105 NM106 PG101 PG102 PG103 PG104 PG105
    PG110 PG301 PG302 PG303 PG304 PG305`,
  strong_migrations: `add_check_constraint add_column_auto_incrementing add_column_default add_column_default_callable
    add_column_generated_stored add_column_json add_exclusion_constraint add_foreign_key add_index add_index_columns add_index_corruption
    add_reference add_unique_constraint change_column change_column_constraint change_column_default change_column_null
    change_column_null_postgresql change_column_with_not_null change_table create_table execute remove_column remove_index rename_column
    rename_schema rename_table validate_check_constraint validate_foreign_key`,
  eugene: 'E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 W12 W13 W14 E15',
  bytebase: `builtin.prior-backup-check column.comment column.default-disallow-volatile column.disallow-change-type column.disallow-drop
    column.maximum-character-length column.no-null column.require-default column.required column.type-disallow-list
    database.drop-empty-database index.create-concurrently index.key-number-limit index.no-duplicate-column index.primary-key-type-allowlist index.total-number-limit
    naming.column naming.fully-qualified naming.index.fk naming.index.idx naming.index.pk naming.index.uk naming.table
    schema.backward-compatibility statement.add-check-not-valid statement.add-foreign-key-not-valid statement.affected-row-limit
    statement.check-set-role-variable statement.create-specify-schema statement.disallow-add-column-with-default
    statement.disallow-add-not-null statement.disallow-commit statement.disallow-mix-in-ddl statement.disallow-mix-in-dml
    statement.disallow-on-del-cascade statement.disallow-rm-tbl-cascade statement.disallow-truncate statement.dml-dry-run
    statement.insert.disallow-order-by-rand statement.insert.must-specify-column statement.insert.row-limit
    statement.maximum-limit-value statement.merge-alter-table statement.non-transactional statement.object-owner-check
    statement.select.no-select-all statement.where.disallow-functions-and-calculations statement.where.no-leading-wildcard-like
    statement.where.require.select statement.where.require.update-delete system.charset.allowlist system.collation.allowlist
    system.comment.length table.comment table.disallow-partition table.disallow-trigger table.drop-naming-convention table.no-foreign-key table.require-pk`,
}

/** `squawk/ban-drop-table`, … */
export const PEERS: readonly string[] = Object.entries(RULES).flatMap(([tool, names]) =>
  names.split(/\s+/).map((name) => `${tool}/${name}`),
)
