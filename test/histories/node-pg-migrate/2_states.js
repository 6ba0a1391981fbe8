export function up(pgm) {
  pgm.createType('parcel_state', ['waiting', 'sent'])
  pgm.addColumns('parcels', { state: { type: 'parcel_state', notNull: true, default: 'waiting' } })
  pgm.createView('waiting_parcels', {}, "SELECT id, depot_id FROM parcels WHERE state = 'waiting'")
  pgm.createFunction(
    'touch_parcel',
    [],
    { returns: 'trigger', language: 'plpgsql', replace: true },
    'BEGIN NEW.seen_at := now(); RETURN NEW; END',
  )
  pgm.createTrigger('parcels', 'touch_parcel', {
    when: 'BEFORE',
    operation: 'UPDATE',
    level: 'ROW',
    function: 'touch_parcel',
  })
}
