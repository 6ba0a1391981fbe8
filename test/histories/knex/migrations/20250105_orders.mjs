export async function up(knex) {
  await knex.schema.createTable('customers', (table) => {
    table.increments('id')
    table.string('name', 120).notNullable()
    table.string('country', 2).notNullable().defaultTo('NO')
    table.timestamps(true, true)
  })
  await knex.schema.createTable('orders', (table) => {
    table.bigIncrements('id')
    table.integer('customer_id').notNullable().references('customers.id').onDelete('RESTRICT')
    table
      .enu('state', ['new', 'paid'], { useNative: true, enumName: 'order_state' })
      .notNullable()
      .defaultTo('new')
    table.decimal('total', 12, 2).notNullable().defaultTo(0)
    table.index(['customer_id', 'state'])
  })
  const [{ id }] = await knex('customers').insert({ name: 'Kari' }).returning('id')
  await knex('orders').insert([
    { customer_id: id, total: 10 },
    { customer_id: id, total: 20 },
  ])
}

export async function down(knex) {
  await knex.schema.dropTable('orders').dropTable('customers')
}
