// Programs that run others as somebody else.
import type { Call } from '../call.ts'
import { environment } from '../environment.ts'
import { HOLE } from '../expand/marks.ts'
import type { Scope } from '../expand/scope.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { absolute, told } from '../paths.ts'
import { ANY_SHELL } from '../shells.ts'

export function becomes(call: Call, user: Field | undefined): undefined {
  call.effect({ action: 'become', object: 'account', name: told(user?.text ?? 'root') })
}

/** As another account: its home and variables are not known here. */
function elsewhere({ scope }: Call, cwd = scope.cwd): Scope {
  const other = scope.fork()
  for (const name of ['HOME', 'USER', 'LOGNAME']) other.variables.set(name, HOLE)
  other.cwd = cwd
  return other
}

export function command(call: Call, fields: readonly Field[], shell: boolean): undefined {
  if (fields.length > 0) call.inner(fields, call.name, { scope: elsewhere(call) })
  else if (shell) call.effect({ action: 'run', object: 'shell' })
}

const SUDO =
  '-u -g -h -p -C -D -R -T -U -r -t --user --group --host --prompt --close-from --chdir --chroot --command-timeout --other-user --role --type'

export function sudo(call: Call): undefined {
  const options = new Options(call.args, SUDO, true)
  if (options.open && !options.operands[0]) return call.unknown('what sudo runs is only known when it runs')
  becomes(call, options.values('-u', '--user')[0])
  if (options.has('-e', '--edit')) {
    for (const operand of options.operands) call.write(operand)
    call.effect({ action: 'run', object: 'code', name: 'an editor' })
  }
  if (
    options.has('-e', '--edit', '-l', '--list', '-v', '--validate', '-k', '--reset-timestamp', '-K', '-V') &&
    !options.has('-s', '-i')
  ) {
    if (!options.has('-k') || options.operands.length === 0) return
  }
  if (options.has('-R', '--chroot', '-h', '--host'))
    call.unknown('sudo runs it on another host, or within another root')
  const [directory] = options.values('-D', '--chdir')
  let { operands } = options
  const scope = elsewhere(call, directory ? absolute(directory.text, call.scope.cwd) : call.scope.cwd)
  for (;;) {
    const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(operands[0]?.text ?? '') ?? []
    if (name === undefined || value === undefined) break
    environment(call, name, value)
    scope.variables.set(name, value)
    scope.exported.add(name)
    operands = operands.slice(1)
  }
  const login = options.has('-i', '--login')
  if (operands.length === 0)
    return login || options.has('-s', '--shell') ? call.effect({ action: 'run', object: 'shell' }) : undefined
  // -i and -s quote the words and give them to a shell: the same words come out.
  if ((login || options.has('-s', '--shell')) && operands.some(({ text }) => text.includes('$')))
    call.unknown('a shell behind sudo expands what stands there')
  if (login) scope.cwd = undefined
  call.inner(operands, 'sudo', { scope })
}

export function su(call: Call): undefined {
  const options = new Options(
    call.args,
    '-c -g -G -s -w -u --command --session-command --group --shell --user',
  )
  const user =
    call.name === 'runuser' && options.has('-u', '--user')
      ? options.values('-u', '--user')[0]
      : options.operands.find(({ text }) => text !== '-')
  becomes(call, user)
  const scope = elsewhere(
    call,
    options.has('-l', '--login', '-') || call.texts.includes('-') ? undefined : call.scope.cwd,
  )
  for (const shell of options.values('-s', '--shell'))
    if (!/^\/(?:usr\/)?bin\/(?:ba|da|z|k)?sh$/.test(shell.text)) call.program(shell.text)
  const texts = options.values('-c', '--command', '--session-command')
  for (const text of texts)
    if (text.download) call.effect({ action: 'run', object: 'download' })
    else call.script(text.text, call.name, { shells: ANY_SHELL, scope })
  if (texts.length > 0) return
  if (call.name === 'runuser' && options.has('-u', '--user') && options.operands.length > 0)
    return void call.inner(new Options(call.args, '-g -G -u --user --group', true).operands, call.name, {
      scope,
    })
  call.effect({ action: 'run', object: 'shell' })
}
