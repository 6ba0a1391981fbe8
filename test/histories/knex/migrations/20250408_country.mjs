export async function up(knex) {
  await knex.schema.alterTable('customers', (table) => {
    table.dropColumn('country')
  })
  await knex.schema.dropTable('lines')
}

export async function down(knex) {
  await knex.schema.alterTable('customers', (table) => {
    table.string('country', 2)
  })
}
