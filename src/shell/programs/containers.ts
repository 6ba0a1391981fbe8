// Containers and clusters.
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { compose, docker } from './docker.ts'
import { kubectl } from './kubectl.ts'
import { each, type Programs } from './program.ts'

export const CONTAINERS: Programs = {
  ...each('docker podman nerdctl', docker),
  ...each('docker-compose podman-compose', (call) => compose(call, call.args)),
  ...each('kubectl oc k3s k', kubectl),
  helm: (call) => {
    const { operands } = new Options(
      call.args,
      '-n --namespace --kube-context -f --values --set --version --timeout',
      false,
    )
    const [verb, name] = operands
    const text = verb?.text ?? ''
    if (/^(?:list|ls|status|history|version|show|search|lint|env|repo|dependency|)$/.test(text)) return
    if (/^(?:get|template)$/.test(text))
      return call.effect({ action: 'expose', object: 'secret', name: 'a release of helm' })
    call.effect({
      action: /^(?:uninstall|delete|del|un)$/.test(text) ? 'remove' : 'write',
      object: 'cluster',
      name: told(name?.text ?? ''),
    })
  },
  ...each(
    'ctr crictl runc crun lxc lxc-attach incus virsh k3d kind minikube systemd-nspawn machinectl buildah kubeadm',
    (call) =>
      /^(?:ps|list|ls|images|version|--version|info|status|dominfo|pods|stats)$/.test(call.texts[0] ?? '') &&
      call.args.length === 1
        ? undefined
        : call.effect({ action: 'run', object: 'host-container', name: call.name }),
  ),
}
