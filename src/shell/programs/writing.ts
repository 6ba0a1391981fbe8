// Programs that write files, or take them away.
import type { Place } from '../../core/statement.ts'
import type { Call } from '../call.ts'
import { ANY, isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { absolute, told } from '../paths.ts'
import { isSecret, placeOf } from '../places.ts'
import { find } from './find.ts'
import { each, type Programs } from './program.ts'
import { sed } from './sed.ts'

export const WRITING: Programs = {
  rm,
  rmdir: (call) => every(call, '', (field) => call.remove(field)),
  unlink: (call) => every(call, '', (field) => call.remove(field)),
  shred: (call) => every(call, '-n -s --iterations --size --random-source', (field) => call.remove(field)),
  ...each('srm wipe', (call) => every(call, '', (field) => call.remove(field, true))),
  find,
  sed,
  tee,
  touch: (call) =>
    every(call, '-d -t -r --date --reference', (field) =>
      call.change('write', field, false, { detail: 'append' }),
    ),
  mkdir: (call) =>
    every(call, '-m --mode', (field) => call.change('write', field, false, { detail: 'directory' })),
  mkfifo: (call) => every(call, '-m --mode', (field) => call.write(field)),
  mknod: (call) => {
    const [file, ...kind] = new Options(call.args, '-m --mode').operands
    if (kind[0]?.text !== 'p') call.effect({ action: 'write', object: 'disk', name: told(file?.text ?? '') })
    if (file) call.write(file)
  },
  mktemp: (call) => every(call, '-p --tmpdir --suffix', (field) => call.write(field)),
  truncate: (call) => every(call, '-s -r --size --reference', (field) => call.empty(field)),
  fallocate: (call) => every(call, '-l -o --length --offset', (field) => call.empty(field)),
  split: (call) => {
    const options = new Options(call.args, '-b -l -n -a -C -t --bytes --lines --number --suffix-length')
    if (options.has('--filter')) call.unknown('split has an option that runs something')
    const [input, prefix] = options.operands
    if (input) call.read(input)
    call.write({ text: `${prefix?.text ?? 'x'}${ANY}`, many: false })
  },
  dd,
  ...each('cp', copy),
  mv: move,
  install: copy,
  ln: link,
  link,
  // Its first operand may be a program in Perl.
  rename: (call) => call.effect({ action: 'run', object: 'code', name: 'rename' }),
  ...each('chmod chown chgrp setfacl chattr chcon setcap restorecon', permit),
  ...each('gzip gunzip bzip2 bunzip2 xz unxz zstd unzstd lz4 compress uncompress', (call) => {
    const options = new Options(call.args, '-S --suffix -o -T')
    for (const operand of options.operands) {
      if (!options.has('-t', '--test', '-l', '--list')) call.read(operand, options.has('-r', '--recursive'))
      if (!options.has('-c', '--stdout', '--to-stdout', '-l', '--list', '-t', '--test'))
        call.write(operand, options.has('-r', '--recursive'))
    }
    for (const value of options.values('-o')) call.write(value)
  }),
  patch: (call) => {
    const options = new Options(call.args, '-p -i -d -o --input --directory')
    call.write(options.operands[0] ?? { text: '.', many: false }, true)
    for (const value of options.values('-d', '--directory', '-o')) call.write(value, true)
  },
  logrotate: (call) => call.effect({ action: 'remove', object: 'history' }),
  logger: () => undefined,
  sponge: (call) => every(call, '', (field) => call.write(field)),
}

function every(call: Call, valued: string, act: (field: Field) => void): undefined {
  const options = new Options(call.args, valued)
  for (const operand of options.operands) act(operand)
}

function rm(call: Call): undefined {
  const options = new Options(call.args)
  // A file whose name is `-r` may be what a pattern stands for.
  const recursive = options.has('-r', '-R', '--recursive') || options.open
  for (const operand of options.operands) call.remove(operand, recursive)
  // Options hidden in what is not known.
  if (options.operands.length === 0 && options.open)
    call.unknown('what is removed is only known when it runs')
}

function tee(call: Call): undefined {
  const options = new Options(call.args)
  for (const operand of options.operands)
    call.change('write', operand, false, options.has('-a', '--append') ? { detail: 'append' } : {})
  call.outcome = { output: call.stdin.text, download: call.stdin.download }
}

function dd(call: Call): undefined {
  for (const field of call.args) {
    const [, key, value = ''] = /^(\w+)=([\s\S]*)$/.exec(field.text) ?? []
    if (key === 'if') call.read({ ...field, text: value })
    else if (key === 'of') call.empty({ ...field, text: value })
    else if (key === undefined && !/^--(?:help|version)$/.test(field.text))
      call.unknown('an argument of dd is only known when it runs')
  }
}

/** Sources, and where they go. */
function parties(options: Options): { sources: readonly Field[]; target: Field } {
  const [target] = options.values('-t', '--target-directory')
  const { operands } = options
  if (target) return { sources: operands, target: { ...target, text: `${target.text}/` } }
  return { sources: operands.slice(0, -1), target: operands.at(-1) ?? { text: '.', many: false } }
}

function copy(call: Call): undefined {
  const options = new Options(call.args, '-t -S --target-directory --suffix -m -o -g --mode --owner --group')
  if (call.name === 'install' && options.has('-d', '--directory')) {
    for (const operand of options.operands) call.change('write', operand, false, { detail: 'directory' })
    return
  }
  if (options.has('--strip-program')) call.unknown('install has an option that runs something')
  const recursive = options.has('-r', '-R', '-a', '--recursive', '--archive')
  const { sources, target } = parties(options)
  for (const source of sources) {
    // What is copied can be read where it is then, unless its name tells what it is there, too.
    if (source.text === '/dev/null') continue
    if (!recursive && !source.many && kept(call, source, target)) continue
    call.read(source, recursive)
  }
  const nothing = sources.length === 1 && sources[0]?.text === '/dev/null'
  if (nothing) call.empty(target)
  else for (const written of [target, ...arriving(call, sources, target)]) call.write(written, recursive)
  const mode = options.values('-m', '--mode')[0]?.text
  if (mode !== undefined && privileged(mode)) call.permit(target, false, 'setuid')
}

/** A target that is a directory gets files of their names: told where these are worse than the directory. */
const arriving = (call: Call, sources: readonly Field[], target: Field): Field[] =>
  WORSE.has(placeOf(target.text, call.scope.cwd))
    ? []
    : sources.flatMap(({ text, many }) => {
        const field = { text: `${target.text}/${text.replace(/\/+$/, '').split('/').at(-1)}`, many }
        return WORSE.has(placeOf(field.text, call.scope.cwd)) ? [field] : []
      })

const WORSE: ReadonlySet<Place> = new Set(['critical', 'startup', 'log'])

function move(call: Call): undefined {
  const options = new Options(call.args, '-t -S --target-directory --suffix')
  const { sources, target } = parties(options)
  // What is moved to where everything goes some day is gone.
  const gone = ['temporary', 'sink'].includes(placeOf(target.text, call.scope.cwd))
  for (const source of sources) {
    if (gone && placeOf(source.text, call.scope.cwd) !== 'temporary') call.remove(source, true)
    else call.change('write', source, true, { detail: 'moved' })
  }
  disguised(call, sources, target)
  for (const written of [target, ...arriving(call, sources, target)]) call.write(written)
}

/** A file of the application that is a secret before and after. */
function kept(call: Call, source: Field, target: Field): boolean {
  const { cwd } = call.scope
  const places = [source, target].map(({ text }) => placeOf(text, cwd))
  return (
    isKnown(source.text + target.text) &&
    absolute(source.text, cwd) !== undefined &&
    places.every((place) => place === 'own') &&
    [source, target].every(({ text }) => /(?:^|\/)\.env[^/]*$/.test(text) && isSecret(text, cwd))
  )
}

/** A secret under a name that does not tell. */
function disguised(call: Call, sources: readonly Field[], target: Field): undefined {
  const { cwd } = call.scope
  for (const source of sources) {
    const name = source.text.replace(/\/+$/, '').split('/').at(-1) ?? ''
    if (!isSecret(source.text, cwd)) continue
    const within = /(?:^|\/)\.{0,2}$/.test(target.text) ? `${target.text}/${name}` : target.text
    if (!isSecret(within, cwd)) call.read(source)
  }
}

/** Whoever writes to the link writes to what it leads to. */
function link(call: Call): undefined {
  const options = new Options(call.args, '-t -S --target-directory --suffix')
  const { sources, target } = parties(options)
  call.write(options.operands.length === 1 ? { text: '.', many: false } : target)
  // Whoever reads the link reads what it leads to: from where it is, unless it is a hard link.
  const root = target.text.includes('/') ? target.text.replace(/\/[^/]*$/, '') : '.'
  for (const source of sources) {
    const from = source.text.startsWith('/') ? source : { ...source, text: `${root}/${source.text}` }
    for (const one of [source, from, { ...source, text: `${target.text}/${source.text}` }])
      disguised(call, [one], target)
  }
  for (const source of options.operands.length === 1 ? options.operands : sources)
    if (source.text.startsWith('/') || source.text.includes('..') || /[\ue000\ue004]/.test(source.text))
      call.change('write', source, false, { detail: 'linked' })
}

/** A mode that gives nobody else more than to read and run, and no setuid. */
const PLAIN = /^0*[0145]?(?:[0-7][0-7][0145])$|^(?:[ugoa]*[-+=][rwxX]*)(?:,[ugoa]*[-+=][rwxX]*)*$/
const privileged = (mode: string): boolean =>
  !PLAIN.test(mode) ||
  /^0*[145][0-7]{3}$/.test(mode) ||
  /(?:^|,)(?:[ugoa]*[oa][ugoa]*)?[+=][rxX]*w/.test(mode)

function permit(call: Call): undefined {
  const options = new Options(call.args, '-m -x -M -X --modify --remove --reference --from')
  const recursive = options.has('-R', '-r', '--recursive')
  const own = options.has('-m', '-x', '--modify', '--reference', '-b')
    ? options.operands
    : options.operands.slice(isKnown(options.operands[0]?.text ?? '') ? 1 : 0)
  // `-x` takes a permission away; anything else that begins with a dash is an option.
  const [first] = options.operands
  const taken = call.texts.some((text) => /^-[rwxX]+$/.test(text) && !/^-[RcfvhHLP]+$/.test(text))
  const mode = taken ? '-x' : (first?.text ?? '')
  const detail =
    call.name === 'chmod'
      ? privileged(mode) || options.has('--reference')
        ? 'setuid'
        : undefined
      : call.name === 'setcap'
        ? 'setuid'
        : undefined
  for (const operand of own) call.permit(operand, recursive, detail)
}
