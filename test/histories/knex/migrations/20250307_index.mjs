export const config = { transaction: false }

export async function up(knex) {
  await knex.raw("CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_paid ON orders (id) WHERE state = 'paid'")
  await knex.schema.alterTable('customers', (table) => {
    table.text('name').notNullable().alter()
  })
}

export async function down(knex) {
  await knex.raw('DROP INDEX orders_paid')
}
