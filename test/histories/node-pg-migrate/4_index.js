export function up(pgm) {
  pgm.noTransaction()
  pgm.createIndex('parcels', 'state', { concurrently: true, name: 'parcels_state' })
  pgm.addTypeValue('parcel_state', 'lost', { ifNotExists: true })
}
