import type { Call } from '../call.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { known } from './program.ts'

const KUBE =
  '-n -f -l -o -c -k -s --namespace --context --kubeconfig --cluster --user --filename --selector --output --container --kustomize --server --tail --since --as --as-group --type --patch -p --replicas --timeout --token --image --field-selector --sort-by'

export function kubectl(call: Call): undefined {
  const args = call.name === 'k3s' && call.texts[0] === 'kubectl' ? call.args.slice(1) : call.args
  const cut = args.findIndex(({ text }) => text === '--')
  const options = new Options(cut === -1 ? args : args.slice(0, cut), KUBE)
  if (options.open) call.unknown('what kubectl does is only known when it runs')
  // Its configuration may name a program that runs.
  if (options.has('--kubeconfig', '--token', '--server', '-s'))
    call.unknown('kubectl is told where its cluster is')
  const [verb, kind, name] = options.operands
  const text = verb?.text ?? ''
  const what = told([kind?.text, name?.text].filter((part) => part !== undefined).join(' '))
  if (/^(?:get|describe)$/.test(text)) {
    // Secrets, everything that is there, and documents as they are kept.
    if (
      !known(kind) ||
      /secret|^all$|configmap|^cm\b|\bcm\b|token|,/i.test(kind?.text ?? '') ||
      options.has('-f', '--raw', '-k')
    )
      call.effect({ action: 'expose', object: 'secret', name: what })
    return
  }
  if (
    /^(?:logs|top|version|api-resources|api-versions|cluster-info|explain|diff|wait|events|auth|options|)$/.test(
      text,
    ) &&
    !/^(?:dump|reconcile)$/.test(kind?.text ?? '')
  )
    return
  if (text === 'rollout' && /^(?:status|history)$/.test(kind?.text ?? '')) return
  if (text === 'config')
    return /^(?:current-context|get-contexts|get-clusters)$/.test(kind?.text ?? '')
      ? undefined
      : call.effect({ action: 'expose', object: 'secret', name: 'the configuration of kubectl' })
  if (text === 'exec') {
    const command = cut === -1 ? [] : args.slice(cut + 1)
    if (command.length === 0) return call.effect({ action: 'run', object: 'shell' })
    const scope = call.scope.fork()
    scope.cwd = undefined
    scope.inside = true
    call.inner(command, 'container', { scope })
    call.outcome = {}
    return
  }
  if (/^(?:attach|debug|run|port-forward|proxy|cp)$/.test(text))
    return call.effect({ action: 'run', object: 'host-container', name: `kubectl ${text}` })
  if (/^(?:delete|drain|evict|cordon|taint|replace)$/.test(text))
    return call.effect({ action: 'remove', object: 'cluster', name: what })
  if (
    /^(?:apply|create|set|scale|rollout|patch|label|annotate|autoscale|expose|edit|uncordon|certificate)$/.test(
      text,
    )
  ) {
    if (options.has('--prune', '--force') || options.values('--replicas').some((field) => field.text === '0'))
      call.effect({ action: 'remove', object: 'cluster', name: what })
    return call.effect({ action: 'write', object: 'cluster', name: what })
  }
  call.unknown('kubectl is given a verb that is not known')
}
