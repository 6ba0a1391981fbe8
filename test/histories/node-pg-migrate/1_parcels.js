export function up(pgm) {
  pgm.createExtension('citext', { ifNotExists: true })
  pgm.createTable('depots', { id: 'id', place: { type: 'citext', notNull: true, unique: true } })
  pgm.createTable('parcels', {
    id: { type: 'uuid', primaryKey: true, default: pgm.func('gen_random_uuid()') },
    depot_id: { type: 'integer', notNull: true, references: 'depots', onDelete: 'RESTRICT' },
    grams: { type: 'integer', notNull: true, check: 'grams > 0' },
    seen_at: { type: 'timestamptz', notNull: true, default: pgm.func('now()') },
  })
  pgm.createIndex('parcels', ['depot_id', 'seen_at'])
  pgm.sql("INSERT INTO depots (place) VALUES ('Oslo'), ('Bergen')")
  pgm.sql('INSERT INTO parcels (depot_id, grams) SELECT id, 500 FROM depots')
}
