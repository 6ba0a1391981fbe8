import { rule } from '../rule.ts'

export const removeFromCluster = rule({
  id: 'remove-from-cluster',
  family: 'services',
  summary: 'objects of a cluster are deleted, or left without a replica',
  match: [
    { command: 'kubectl delete namespace app' },
    { command: 'helm uninstall app' },
    { command: 'kubectl scale --replicas=0 deployment/app' },
  ],
  ignore: [{ command: 'kubectl get pods' }, { command: 'kubectl scale --replicas=3 deployment/app' }],
  actions: ['remove'],
  objects: ['cluster'],
  reason: (effect) => `${effect.name ?? 'objects'} would be gone from the cluster`,
  hint: 'Scale or roll out instead',
})
