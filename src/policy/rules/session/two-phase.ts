import { rule } from '../rule.ts'

export const twoPhase = rule({
  id: 'two-phase',
  family: 'session',
  summary: 'PREPARE TRANSACTION, COMMIT PREPARED and ROLLBACK PREPARED',
  match: ["PREPARE TRANSACTION 'x'", "COMMIT PREPARED 'x'"],
  ignore: ['COMMIT', 'ROLLBACK'],
  actions: ['transaction'],
  objects: ['two-phase'],
  reason: () =>
    'a prepared transaction holds its locks after the session, or ends one that was not judged here',
  hint: 'Commit in the session',
})
