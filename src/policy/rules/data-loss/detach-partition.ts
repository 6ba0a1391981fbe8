import { rule } from '../rule.ts'

export const detachPartition = rule({
  id: 'detach-partition',
  family: 'data-loss',
  summary: 'DETACH PARTITION and NO INHERIT: the rows leave the parent',
  covers: ['squawk/ban-detach-inheritance', 'squawk/require-concurrent-partition-detach'],
  match: ['ALTER TABLE events DETACH PARTITION events_2020', 'ALTER TABLE child NO INHERIT parent'],
  ignore: ['ALTER TABLE events ADD COLUMN a int'],
  actions: ['detach'],
  reason: (effect) => `the rows of ${effect.name} are no longer seen through the parent`,
  hint: 'Make sure that nobody reads these rows through the parent; DETACH PARTITION … CONCURRENTLY lets readers go on',
})
