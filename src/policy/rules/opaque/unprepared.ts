import { rule } from '../rule.ts'

export const unprepared = rule({
  id: 'unprepared',
  family: 'opaque',
  summary: 'EXECUTE of a statement that this text did not prepare',
  match: ['EXECUTE p'],
  ignore: ['PREPARE p AS SELECT 1; EXECUTE p'],
  actions: ['execute'],
  objects: ['prepared'],
  when: (effect) => effect.detail === undefined,
  reason: (effect) => `what EXECUTE ${effect.name} runs was not judged with it`,
  hint: 'Send PREPARE and EXECUTE together, or use the protocol’s prepared statements',
})
