import { rule } from '../rule.ts'
import { inTrigger } from './calls.ts'

export const triggerFunction = rule({
  id: 'trigger-function',
  family: 'code',
  summary: 'triggers that call a function from elsewhere',
  covers: ['bytebase/table.disallow-trigger'],
  match: ['CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()'],
  ignore: [
    'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()',
  ],
  actions: ['call'],
  objects: ['function'],
  when: inTrigger,
  reason: (effect) => `what ${effect.name} does on later writes is not in the text`,
  hint: 'Create the function in the same text, before the trigger',
})
