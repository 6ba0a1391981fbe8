import type { Call } from '../call.ts'
import { isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'

const GLOBAL = '-H -c -l --host --context --config --log-level'
const RUN = `-a -c -e -h -l -m -p -u -v -w --add-host --annotation --attach --blkio-weight --cap-add --cap-drop --cgroup-parent --cgroupns --cidfile --cpu-shares --cpus --cpuset-cpus --device --dns --entrypoint --env --env-file --expose --gpus --group-add
  --health-cmd --hostname --init-path --ip --ipc --isolation --label --label-file --link --log-driver --log-opt --mac-address --memory --memory-swap --mount --name --net --network --network-alias --oom-score-adj --pid --pids-limit --platform --publish --pull --restart
  --runtime --security-opt --shm-size --stop-signal --stop-timeout --storage-opt --sysctl --tmpfs --ulimit --user --userns --uts --volume --volume-driver --volumes-from --workdir`

export function docker(call: Call): undefined {
  const options = new Options(call.args, GLOBAL, true)
  if (options.has('-H', '--host', '-c', '--context', '--config'))
    call.effect({ action: 'reach', object: 'shell', name: 'another docker' })
  if (options.open) call.unknown('what docker does is only known when it runs')
  const [first, ...others] = options.operands
  if (!first) return
  const grouped =
    /^(?:container|image|volume|network|system|builder|buildx|service|stack|swarm|node|secret|config|plugin|manifest|context|trust)$/.test(
      first.text,
    )
  const verb = (grouped ? others[0]?.text : first.text) ?? 'help'
  const args = grouped ? others.slice(1) : others
  if (first.text === 'compose') return compose(call, others)
  if (
    /^(?:swarm|plugin|context|trust|secret|config)$/.test(first.text) &&
    !/^(?:ls|list|help|show)$/.test(verb)
  )
    return call.effect({ action: 'run', object: 'host-container', name: `docker ${first.text}` })
  verbOf(call, first.text, verb, args)
}

const TELLS =
  /^(?:ps|images|logs|top|stats|port|version|info|ls|list|history|search|events|diff|df|wait|help|--version|-v|tasks|config)$/

function verbOf(call: Call, group: string, verb: string, args: readonly Field[]): undefined {
  if (TELLS.test(verb) && verb !== 'top') return
  const { operands } = new Options(
    args,
    /^(?:stop|restart|kill)$/.test(verb) ? '-t -s --time --timeout --signal' : '',
  )
  const name = told(operands[0]?.text ?? '')
  if (verb === 'top' && args.slice(1).some(({ text, many }) => many || /e|[\ue000-\ue003]/i.test(text)))
    return call.effect({ action: 'expose', object: 'environment', name: `the container ${name}` })
  if (/^(?:update|scale|deploy)$/.test(verb) && /^(?:service|stack)$/.test(group)) {
    const given = new Options(args, '-c --compose-file --image').names()
    const plain = given.every((one) =>
      /^(?:--(?:image|force|detach|quiet|with-registry-auth|prune|replicas|resolve-image|compose-file)|-[dqc])$/.test(
        one,
      ),
    )
    const client = args.some(({ text }, at) => text === '-' && at > 0)
    if (!plain || client) return call.effect({ action: 'run', object: 'host-container', name })
  }
  if (verb === 'start' && new Options(args).has('-a', '-i', '--attach', '--interactive'))
    return call.effect({ action: 'run', object: 'shell' })
  if (verb === 'inspect')
    return call.effect({ action: 'expose', object: 'environment', name: `the container ${name}` })
  if (verb === 'run' || verb === 'create') {
    if (group === 'volume' || group === 'network')
      return call.effect({ action: 'start', object: 'container', name })
    return started(call, args)
  }
  if (verb === 'exec') return within(call, args)
  if (verb === 'cp') return copied(call, operands)
  if (verb === 'top') return
  if (/^(?:start|restart|unpause|pull|tag|update|scale|deploy|rollback|load|rename|connect)$/.test(verb))
    return call.effect({ action: 'start', object: 'container', name })
  if (verb === 'build' || verb === 'bake')
    return call.effect({ action: 'run', object: 'container', name: 'a build' })
  if (
    verb === 'prune' &&
    group === 'image' &&
    !new Options(args).has('-a', '--all') &&
    !new Options(args).open
  )
    return call.effect({ action: 'stop', object: 'container', name: 'images' })
  if (verb === 'prune' || group === 'volume')
    return call.effect({ action: 'remove', object: 'volume', ...(name === '' ? {} : { name }) })
  if (verb === 'rm' && new Options(args).has('-v', '--volumes'))
    call.effect({ action: 'remove', object: 'volume', name })
  if (/^(?:rm|rmi|remove|stop|kill|pause|disconnect|leave)$/.test(verb)) {
    for (const operand of operands)
      call.effect({ action: 'stop', object: 'container', name: told(operand.text) })
    return
  }
  if (verb === 'login' || verb === 'logout')
    return call.effect({ action: 'start', object: 'container', name: 'a registry' })
  if (verb === 'push') return call.effect({ action: 'send', object: 'host', name })
  call.unknown('docker is given a verb that is not known')
}

/** Options that give a container the host. */
function started(call: Call, args: readonly Field[]): undefined {
  const options = new Options(args, RUN, true)
  const [image, ...command] = options.operands
  const mounts = [...options.values('-v', '--volume', '--mount')].map(({ text }) => text)
  const free =
    options.open ||
    options.has(
      '--privileged',
      '--cap-add',
      '--device',
      '--volumes-from',
      '--sysctl',
      '--cgroup-parent',
      '--runtime',
      '--gpus',
    ) ||
    options
      .values('--pid', '--net', '--network', '--ipc', '--uts', '--userns', '--cgroupns')
      .some(({ text }) => /^host|^container:|[\ue000-\ue003]/.test(text)) ||
    options.values('--security-opt').some(({ text }) => /unconfined|disable|label/.test(text)) ||
    mounts.some(hosting)
  if (free) return call.effect({ action: 'run', object: 'host-container', name: told(image?.text ?? '') })
  call.effect({ action: 'run', object: 'container', name: told(image?.text ?? '') })
  void command
}

/** A mount of more than an application's own files. */
function hosting(text: string): boolean {
  const source = /(?:^|,)(?:source|src)=([^,]*)/.exec(text)?.[1] ?? text.split(':')[0] ?? ''
  return (
    /[\ue000-\ue003]/.test(source) ||
    /docker\.sock|containerd\.sock|podman\.sock|\.\./.test(text) ||
    /^(?:\/|\ue004)\/?$/.test(source) ||
    /^\/(?:etc|root|home|var|usr|bin|sbin|lib|lib64|boot|proc|sys|dev|run|opt|srv|mnt|media|tmp)\/?$/.test(
      source,
    ) ||
    /^\/(?:etc|root|proc|sys|dev|boot|usr|run|var\/run|var\/lib|bin|sbin|lib)\//.test(source)
  )
}

/** Its paths are those of the container. */
function within(call: Call, args: readonly Field[]): undefined {
  const options = new Options(
    args,
    '-e -u -w -n --env --env-file --user --workdir --detach-keys --index',
    true,
  )
  const [name, ...command] = options.operands
  if (options.has('--privileged') || options.open)
    call.effect({ action: 'run', object: 'host-container', name: told(name?.text ?? '') })
  if (command.length === 0) return
  const scope = call.scope.fork()
  const [directory] = options.values('-w', '--workdir')
  scope.cwd = directory?.text.startsWith('/') ? directory.text : undefined
  scope.inside = directory === undefined
  call.inner(command, 'container', { scope })
  // Programs of a container print what they like.
  call.outcome = {}
}

function copied(call: Call, [from, to]: readonly Field[]): undefined {
  const inside = (field: Field | undefined) => /^[\w.-]+:/.test(field?.text ?? '')
  // Of a container, too: it comes out of it.
  if (from) call.read(inside(from) ? { ...from, text: from.text.replace(/^[^:]*:/, '') } : from, true)
  if (to && !inside(to) && to.text !== '-') call.write(to, true)
  if (to && inside(to))
    call.effect({ action: 'start', object: 'container', name: told(to.text.split(':')[0] ?? '') })
}

const COMPOSE =
  /^(?:-[fp]|--(?:file|project-name|profile|env-file|project-directory|ansi|parallel|progress|compatibility|dry-run|verbose|version|no-ansi|help))$|^-[vh]$/

export function compose(call: Call, args: readonly Field[]): undefined {
  const options = new Options(
    args,
    '-f -p --file --project-name --profile --env-file --project-directory --ansi --parallel --progress',
    true,
  )
  const [verb, ...rest] = options.operands
  if (options.open || options.names().some((one) => !COMPOSE.test(one)))
    call.unknown('what docker compose does is only known when it runs')
  // What a project is made of comes from the client.
  if (
    options
      .values('-f', '--file')
      .some(
        (file) =>
          file.text === '-' ||
          !isKnown(file.text) ||
          /^\w+:|@/.test(file.text) ||
          file.text.startsWith('/dev/'),
      )
  )
    call.effect({ action: 'run', object: 'container', name: 'a project of the client' })
  const inner = new Options(rest, '-t --timeout --scale --tail -n --since --until --index')
  const text = verb?.text ?? ''
  const name = told(inner.operands[0]?.text ?? 'the project')
  if (/^(?:ps|logs|images|top|port|version|ls|events|stats|)$/.test(text)) return
  if (text === 'config' || text === 'convert')
    return call.effect({ action: 'expose', object: 'environment', name: 'the project' })
  if (text === 'cp') return copied(call, inner.operands)
  if (text === 'exec') return within(call, rest)
  if (text === 'run')
    return call.effect({
      action: 'run',
      object: 'container',
      name: told(new Options(rest, `${RUN} -T`, true).operands[0]?.text ?? ''),
    })
  if (/^(?:up|start|restart|pull|build|create|unpause|scale|wait|watch|cp)$/.test(text)) {
    if (inner.has('-V', '--renew-anon-volumes')) call.effect({ action: 'remove', object: 'volume', name })
    return call.effect({ action: 'start', object: 'container', name })
  }
  if (/^(?:down|rm)$/.test(text) && (inner.has('-v', '--volumes') || inner.open))
    call.effect({ action: 'remove', object: 'volume', name })
  if (/^(?:down|rm|stop|kill|pause)$/.test(text))
    return call.effect({ action: 'stop', object: 'container', name })
  call.unknown('docker compose is given a verb that is not known')
}
