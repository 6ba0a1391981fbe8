// Programs that run other programs.
import type { Call } from '../call.ts'
import { environment } from '../environment.ts'
import { HOLE } from '../expand/marks.ts'
import type { Scope } from '../expand/scope.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { SH } from '../shells.ts'
import { becomes, command, su, sudo } from './becoming.ts'
import { each, known, type Programs } from './program.ts'
import { xargs } from './xargs.ts'

/** Runs what follows its options, and `skip` operands. */
const runs =
  (valued = '', skip = 0) =>
  (call: Call): undefined => {
    const options = new Options(call.args, valued, true)
    const command = options.operands.slice(skip)
    const [first] = options.operands
    if (first?.many) return call.unknown('which program runs is only known when it runs')
    if (command.length > 0) call.inner(command)
  }

export const WRAPPERS: Programs = {
  sudo,
  doas: (call) => {
    const options = new Options(call.args, '-u -C -a', true)
    becomes(call, options.values('-u')[0])
    command(call, options.operands, options.has('-s'))
  },
  su,
  runuser: su,
  ...each('pkexec', (call) => {
    const options = new Options(call.args, '-u --user', true)
    becomes(call, options.values('-u', '--user')[0])
    command(call, options.operands, true)
  }),
  env,
  nice: runs('-n --adjustment'),
  ionice: runs('-c -n -p --class --classdata --pid'),
  timeout: (call) => {
    const [time] = new Options(call.args, '-s -k --signal --kill-after', true).operands
    if (!/^[\d.]+[smhd]?$/.test(time?.text ?? '')) call.unknown('how long it runs is not told first')
    runs('-s -k --signal --kill-after', 1)(call)
  },
  ...each('nohup setsid command builtin exec time unbuffer noglob nocorrect fakeroot catchsegv', (call) => {
    if (call.name === 'command' && /^-[vV]+$/.test(call.texts[0] ?? '')) return
    if (
      /^(?:command|builtin)$/.test(call.name) &&
      INNER.test(new Options(call.args, '', true).operands[0]?.text ?? '')
    )
      call.unknown('it changes what the shell knows')
    if (call.name === 'time')
      for (const field of new Options(call.args, '-o -f --output --format', true).values('-o', '--output'))
        call.write(field)
    runs({ exec: '-a', time: '-o -f --output --format' }[call.name] ?? '')(call)
  }),
  stdbuf: runs('-i -o -e --input --output --error'),
  chronic: runs(),
  taskset: runs('', 1),
  chrt: runs('-T -P -D', 1),
  numactl: runs('-i -m -N -C --interleave --membind --cpunodebind --physcpubind'),
  cpulimit: runs('-l -p -e'),
  setarch: runs('', 1),
  linux64: runs(),
  flock: (call) => {
    const options = new Options(call.args, '-w -E --timeout --wait --conflict-exit-code', true)
    const [lock, ...rest] = options.operands
    if (lock && !/^\d+$/.test(lock.text)) call.change('write', lock, false, { detail: 'append' })
    const [first, text] = rest
    if (first?.text === '-c' || first?.text === '--command') nested(call, text)
    else if (rest.length > 0) call.inner(rest)
  },
  ...each('chroot', (call) =>
    away(call, new Options(call.args, '--userspec --groups', true).operands.slice(1)),
  ),
  ...each('unshare nsenter setpriv capsh', (call) => {
    if (call.name === 'capsh') return call.unknown('capsh runs what its options tell')
    away(
      call,
      new Options(
        call.args,
        '-t -S -G -w -r --target --setuid --setgid --root --wd --reuid --regid --groups --map-user --map-group',
        true,
      ).operands,
    )
  }),
  ...each('systemd-run', (call) => {
    const options = new Options(
      call.args,
      '-p -u -E -H -M -d --unit --property --setenv --uid --gid --on-calendar --on-active --slice --working-directory --host --machine',
      true,
    )
    if (options.names().some((name) => /^--(?:on|timer|path|socket)/.test(name)))
      call.effect({ action: 'write', object: 'schedule' })
    becomes(call, options.values('--uid')[0])
    if (
      options.open ||
      options
        .names()
        .some(
          (name) =>
            !/^--(?:unit|scope|user|wait|pipe|quiet|collect|uid|gid|slice|no-block|on-.*|service-type|description)$|^-[uqPGS]$/.test(
              name,
            ),
        )
    )
      call.unknown('systemd-run has an option that may run or open something')
    command(call, options.operands, options.has('-S', '--shell'))
  }),
  ...each('strace ltrace', (call) => {
    const options = new Options(call.args, '-e -o -p -s -u -E -a -P', true)
    for (const field of options.values('-o', '--output'))
      if (/^[|!]/.test(field.text)) call.unknown('its output goes to a command')
      else call.write(field)
    if (options.has('-p', '--attach'))
      call.effect({ action: 'expose', object: 'environment', name: 'other programs' })
    command(call, options.operands, false)
  }),
  ...each('gdb ptrace gcore gdbserver', (call) =>
    call.effect({ action: 'expose', object: 'environment', name: 'other programs' }),
  ),
  script: (call) => {
    const options = new Options(call.args, '-c -O -I -B -T --command')
    const [text] = options.values('-c', '--command')
    // Pagers and editors within a terminal take commands.
    call.unknown('it gives a program a terminal')
    if (text) nested(call, text)
    else call.effect({ action: 'run', object: 'shell' })
    for (const operand of options.operands) call.write(operand)
  },
  watch: (call) => {
    const options = new Options(call.args, '-n --interval', true)
    if (options.has('-x', '--exec')) call.inner(options.operands)
    else nested(call, joined(options.operands))
  },
  xargs,
  parallel: (call) => call.unknown('what parallel runs is only known when it runs'),
  busybox: applet,
  toybox: applet,
  eval: (call) => evaluate(call, joined(call.args)),
  trap: (call) => {
    const [text] = call.args
    if (!text || text.text === '-' || text.text === '' || /^-[lp]$/.test(text.text)) return
    // It runs some day in this shell, whatever its variables hold then.
    const scope = call.scope.fork()
    forget(scope)
    call.script(text.text, 'trap', { shells: scope.shells, scope, args: undefined, same: true })
    const changed =
      scope.cwd !== undefined ||
      scope.positional !== undefined ||
      scope.functions.size !== call.scope.functions.size ||
      /\b(?:set|shift|unset|eval|cd|pushd|popd|alias|read|printf|export|local|declare|typeset|getopts)\b|=/.test(
        text.text,
      )
    if (changed && !call.args.slice(1).every((field) => /^(?:EXIT|0)$/.test(field.text)))
      call.unknown('a trap changes what the shell knows')
  },
  ...each('source .', (call) => {
    const [file] = call.args
    if (!file) return
    if (file.download) return call.effect({ action: 'run', object: 'download' })
    const path = known(file)
    if (path === undefined)
      return call.unknown('which file a shell reads its commands from is only known when it runs')
    call.program(path.includes('/') ? call.nameOf(path) : path)
    // It may change everything that is known here.
    forget(call.scope)
  }),
}

/** What the shell itself does, and keeps. */
const INNER =
  /^(?:cd|pushd|popd|eval|export|declare|typeset|local|readonly|read|mapfile|readarray|getopts|printf|set|shift|unset|source|\.|let|trap|alias|exec|wait|command|builtin|jobs)$/

export function forget(scope: Scope): undefined {
  for (const name of scope.variables.keys()) scope.variables.set(name, HOLE)
  scope.cwd = undefined
}

const joined = (fields: readonly Field[]): Field => ({
  text: fields.map(({ text, many }) => (many ? HOLE : text)).join(' '),
  many: false,
  ...(fields.some(({ download }) => download) ? { download: true } : {}),
})

/** A text that the program gives to `sh -c`. */
function nested(call: Call, text: Field | undefined): undefined {
  if (text?.download) return call.effect({ action: 'run', object: 'download' })
  call.script(text?.text ?? '', call.name, { shells: SH })
}

/** In this very shell: what it assigns stays. */
function evaluate(call: Call, text: Field): undefined {
  if (text.download) return call.effect({ action: 'run', object: 'download' })
  call.script(text.text, 'eval', {
    shells: call.scope.shells,
    scope: call.scope,
    args: call.scope.positional,
    same: true,
  })
  forget(call.scope)
}

/** Without a command it prints what it has. */
function env(call: Call): undefined {
  const options = new Options(call.args, '-u -C -S --unset --chdir --split-string --argv0 -a', true)
  const split = options.values('-S', '--split-string')
  if (split.length > 0) {
    const text = known(split[0])
    // Its language has quotes and variables of its own.
    if (text === undefined || /["'\\$#]/.test(text))
      return call.unknown('env -S splits a text in its own way')
    const fields = text
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => ({ text: word, many: false }))
    return assigned(call, [...fields, ...options.operands], call.scope.cwd)
  }
  assigned(call, options.operands, options.has('-C', '--chdir') ? undefined : call.scope.cwd)
}

function assigned(call: Call, fields: readonly Field[], cwd: string | undefined): undefined {
  const scope = call.scope.fork()
  scope.cwd = cwd
  let rest = fields
  for (;;) {
    const [, name, value] = /^([^=]+)=([\s\S]*)$/.exec(rest[0]?.text ?? '') ?? []
    if (name === undefined || value === undefined) break
    environment(call, name, value)
    scope.variables.set(name, value)
    scope.exported.add(name)
    rest = rest.slice(1)
  }
  if (rest[0]?.many) return call.unknown('which program runs is only known when it runs')
  if (rest.length === 0) call.effect({ action: 'expose', object: 'environment' })
  else call.inner(rest, 'env', { scope })
}

/** Another root or namespace: paths mean something else there. */
function away(call: Call, fields: readonly Field[]): undefined {
  call.unknown('it runs within another root or namespace')
  if (fields.length > 0) call.inner(fields)
  else call.effect({ action: 'run', object: 'shell' })
  call.outcome = {}
}

function applet(call: Call): undefined {
  const [first] = call.args
  if (!first || /^--(?:list|help)/.test(first.text)) return
  if (first.text.startsWith('-')) return call.unknown(`${call.name} has an option that writes something`)
  call.inner([{ ...first, text: first.text.split('/').at(-1) ?? '' }, ...call.args.slice(1)])
}
