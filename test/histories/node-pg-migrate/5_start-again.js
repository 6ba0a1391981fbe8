export function up(pgm) {
  pgm.alterColumn('depots', 'place', { type: 'text' })
  pgm.sql('REFRESH MATERIALIZED VIEW depot_load')
  pgm.sql("UPDATE parcels SET state = 'lost' WHERE seen_at < '2000-01-01'")
  pgm.dropView('waiting_parcels')
  pgm.sql('TRUNCATE parcels')
}
