// What the shell does itself.
import type { Call } from '../call.ts'
import { computed } from '../computed.ts'
import { environment } from '../environment.ts'
import { HOLE, isKnown } from '../expand/marks.ts'
import { Options } from '../options.ts'
import { absolute } from '../paths.ts'
import { each, known, type Programs } from './program.ts'

export const BUILTINS: Programs = {
  cd,
  ...each('pushd popd', (call) => {
    call.scope.cwd = undefined
    call.scope.set('PWD', HOLE)
    call.scope.set('OLDPWD', HOLE)
  }),
  ...each('export readonly declare typeset local setenv', declare),
  unset: (call) => {
    // A function that is gone leaves the program of its name.
    for (const { text } of call.args) call.scope.doubtful.add(text)
    indexed(call)
    for (const { text } of call.args) {
      if (/^HIST/.test(text)) call.effect({ action: 'remove', object: 'history' })
      if (text.startsWith('-') || /^HIST/.test(text)) continue
      environment(call, text, '')
      call.scope.set(text, text === 'IFS' ? HOLE : '')
    }
  },
  set,
  shift: (call) => {
    const [field] = call.args
    const by = field ? Number(known(field)) : 1
    const { positional } = call.scope
    call.scope.positional =
      Number.isInteger(by) && positional && by <= positional.length ? positional.slice(by) : undefined
  },
  shopt: (call) =>
    call.args.length > 0 ? call.unknown('it changes how the shell reads what follows') : undefined,
  ...each(
    'setopt unsetopt emulate zmodload autoload bind complete compgen enable hash disown coproc zle zstyle',
    (call) => call.unknown('it changes how the shell reads what follows'),
  ),
  alias: (call) =>
    call.texts.some((text) => text.includes('=') || !isKnown(text))
      ? call.unknown('it gives a command another meaning')
      : undefined,
  unalias: () => undefined,
  ...each('read mapfile readarray getopts let', (call) => {
    for (const name of ['REPLY', 'MAPFILE', 'OPTARG', 'OPTIND']) call.scope.set(name, HOLE)
    if (call.name === 'let') for (const { text } of call.args) computed(text, call.scope, true)
    for (const { text } of call.args) {
      // A name may be joined to its option: `-aname`.
      const [name] = /[A-Za-z_]\w*/.exec(text.replace(/^-\w/, '')) ?? []
      if (text.startsWith('-')) for (let at = 2; at < text.length; at++) call.scope.set(text.slice(at), HOLE)
      if (/\[|\$\(|`/.test(text) || !isKnown(text))
        call.unknown('what it evaluates is only known when it runs')
      if (name !== undefined && !text.startsWith('-')) {
        environment(call, name, HOLE)
        call.scope.set(name, HOLE)
      }
      if (/(?:mapfile|readarray)$/.test(call.name) && /^-[a-zA-Z]*C/.test(text))
        call.unknown('mapfile has an option that runs something')
    }
  }),
  history: (call) => {
    if (call.texts.some((text) => /^-[a-zA-Z]*[cdwran]/.test(text)))
      return call.effect({ action: 'remove', object: 'history' })
    call.effect({ action: 'expose', object: 'secret', name: 'the history of commands' })
  },
  fc: (call) => call.effect({ action: 'expose', object: 'secret', name: 'the history of commands' }),
  printenv: (call) => {
    const { operands } = new Options(call.args)
    const plain =
      operands.length > 0 &&
      operands.every(({ text }) => /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TERM|PWD|TZ)$/.test(text))
    if (!plain) call.effect({ action: 'expose', object: 'environment' })
  },
  ...each('showenv printargv', (call) => call.effect({ action: 'expose', object: 'environment' })),
  exit: (call) => call.silent(),
  ...each(': true false umask sync ulimit', (call) => call.silent()),
  wait: (call) => {
    indexed(call)
    call.silent()
  },
  jobs: (call) =>
    call.texts.some((text) => !/^-[lnprs]+$|^%[\w+%-]*$|^\d+$/.test(text))
      ? call.unknown('an option of jobs runs something')
      : undefined,
  ...each('test [', (call) => {
    indexed(call)
  }),
}

/** An index of an array is computed, which may run what stands in it. */
export function indexed(call: Call): undefined {
  if (call.texts.some((text, at) => /[A-Za-z_]\w*\[/.test(text) && (at > 0 || call.name !== '[')))
    call.unknown('an index of an array is computed when it runs')
  // A name that is known by then may hold one.
  const [last] = call.texts.filter((text) => text.includes(HOLE))
  if (last !== undefined && call.texts.includes('-v'))
    call.unknown('an index of an array is computed when it runs')
}

function cd(call: Call): undefined {
  call.outcome = { output: '' }
  const { operands } = new Options(call.args)
  const [target] = operands
  const text = target ? target.text : call.scope.get('HOME')
  const known =
    isKnown(text) && text !== '-' && target?.many !== true && call.scope.variables.get('CDPATH') === undefined
  call.scope.cwd = known ? absolute(text === '' ? '.' : text, call.scope.cwd) : undefined
  call.scope.set('OLDPWD', HOLE)
  call.scope.set('PWD', call.scope.cwd ?? HOLE)
}

/** Without names they print what they have. */
function declare(call: Call): undefined {
  const names = call.args.filter(({ text }) => !/^[-+]/.test(text))
  const flags = call.texts.filter((text) => /^[-+]/.test(text)).join('')
  if (names.length === 0 && call.name !== 'local' && !/[fF]/.test(flags))
    call.effect({ action: 'expose', object: 'environment' })
  // Names of names, integers that are evaluated, values that change case.
  if (/[niluAaf]/.test(flags)) call.unknown(`${call.name} has an option that changes what a value means`)
  for (const { text, many } of names) {
    if (call.name === 'export') call.scope.exported.add(text)
    const [, name, plus, value] = /^([A-Za-z_]\w*)(\+?)=([\s\S]*)$/.exec(text) ?? []
    if (many || (name === undefined && !/^[A-Za-z_]\w*$/.test(text))) {
      call.unknown('which name is given a value is only known when it runs')
      for (const key of call.scope.variables.keys()) call.scope.set(key, HOLE)
    } else if (name !== undefined && value !== undefined) {
      const whole = plus === '' ? value : HOLE
      if (call.name === 'export' || /x/.test(flags)) call.scope.exported.add(name)
      environment(call, name, whole)
      call.scope.set(name, whole)
    } else if (/p/.test(flags) && call.name !== 'export')
      call.effect({ action: 'expose', object: 'environment' })
  }
  call.outcome = names.length > 0 ? { output: '' } : {}
}

function set(call: Call): undefined {
  const [first, ...rest] = call.args
  if (!first) return call.effect({ action: 'expose', object: 'environment' })
  call.outcome = { output: '' }
  if (first.text === '--') {
    const certain = rest.every(({ many }) => !many)
    call.scope.positional = certain ? rest.map(({ text }) => text) : undefined
    return
  }
  const texts = call.texts
  if (/^[-+]o$/.test(first.text) && texts.length === 1) return
  if (
    !texts.every(
      (text, at) =>
        /^[-+][euxfnvCbhHm]+o?$|^[-+]o$/.test(text) ||
        (/^(?:errexit|nounset|xtrace|pipefail|noclobber|verbose)$/.test(text) &&
          /o$/.test(texts[at - 1] ?? '')),
    )
  )
    return call.unknown('it changes how the shell reads what follows')
  if (texts.some((text) => /^-[a-z]*e/.test(text)) || texts.includes('errexit'))
    call.scope.strict = !texts.some((text) => text.startsWith('+'))
}
