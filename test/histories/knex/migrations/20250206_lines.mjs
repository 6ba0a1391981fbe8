export async function up(knex) {
  await knex.schema.createTable('lines', (table) => {
    table.uuid('id').primary().defaultTo(knex.raw('gen_random_uuid()'))
    table.bigInteger('order_id').notNullable().references('orders.id').onDelete('CASCADE')
    table.jsonb('item').notNullable()
    table.unique(['order_id', 'id'])
  })
  await knex.schema.alterTable('orders', (table) => {
    table.string('currency', 3).notNullable().defaultTo('EUR')
    table.text('remark')
    table.check('total >= 0', {}, 'total_not_negative')
  })
  await knex('orders').whereNull('remark').update({ remark: '' })
}

export async function down(knex) {
  await knex.schema.dropTable('lines')
}
