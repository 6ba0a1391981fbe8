import { rule } from '../rule.ts'

export const referentialAction = rule({
  id: 'referential-action',
  family: 'integrity',
  summary: 'a foreign key of a table that was there before, with CASCADE, SET NULL or SET DEFAULT',
  match: [
    'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID',
    'ALTER TABLE orders ADD COLUMN user_id int REFERENCES users (id) ON UPDATE CASCADE',
  ],
  ignore: [
    'ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT NOT VALID',
    'CREATE TABLE orders (user_id int REFERENCES users ON DELETE CASCADE)',
  ],
  actions: ['create'],
  objects: ['foreign-key'],
  when: ({ detail = '', lock }) => lock !== 'none' && / ON (?:DELETE|UPDATE)$/.test(detail),
  reason: ({ name, detail = '' }) =>
    `from then on, rows of ${name} go or change along with those of ${refersTo(detail)}`,
  hint: 'Leave ON DELETE and ON UPDATE out, and change the rows that refer to others by statements of their own',
})

const refersTo = (detail: string): string => /^to (.+?)(?:, ON |$)/.exec(detail)?.[1] ?? 'it'
