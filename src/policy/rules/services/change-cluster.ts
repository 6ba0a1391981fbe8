import { rule } from '../rule.ts'

export const changeCluster = rule({
  id: 'change-cluster',
  family: 'services',
  summary: 'objects of a cluster are changed',
  match: [
    { command: 'kubectl apply -f app.yaml' },
    { command: 'kubectl rollout restart deployment/app' },
    { command: 'helm upgrade app ./chart' },
  ],
  ignore: [{ command: 'kubectl get pods' }, { command: 'helm list' }],
  actions: ['write'],
  objects: ['cluster'],
  reason: (effect) => `${effect.name ?? 'objects'} would change in the cluster`,
  hint: 'Show somebody the difference: kubectl diff',
})
