// Archives, and programs that a client starts on the host to carry files.
import type { Call } from '../call.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { each, type Programs } from './program.ts'

export const ARCHIVES: Programs = {
  ...each('tar gtar bsdtar', tar),
  ...each('zip', (call) => {
    const options = new Options(call.args, '-b -n -O -P -t -x -i -TT --temp-path --suffixes')
    const [file, ...sources] = options.operands
    if (options.open || options.has('-TT', '-T', '--unzip-command', '--test'))
      call.unknown('zip has an option that may run something')
    if (file) call.write(file)
    for (const source of sources) call.read(source, options.has('-r', '--recurse-paths'))
    if (options.has('-m', '--move')) for (const source of sources) call.remove(source, true)
  }),
  ...each('7z 7za unrar bsdcpio', (call) => call.program(call.name)),
  ...each('unzip', (call) => {
    const options = new Options(call.args, '-d -x -P')
    const [file] = options.operands
    if (file) call.read(file)
    if (!options.has('-l', '-t', '-p', '-v', '-Z'))
      call.write(options.values('-d')[0] ?? { text: '.', many: false }, true)
  }),
  ...each('cpio ar', (call) => {
    call.write({ text: '.', many: false }, true)
    call.unknown(`which files ${call.name} reads and writes is only known when it runs`)
  }),
  ...each('git-upload-pack git-upload-archive', (call) => packed(call, (field) => call.read(field))),
  ...each('git-receive-pack', (call) => packed(call, (field) => call.write(field, true))),
  // Its operations come on the channel, where nobody would judge them.
  ...each('sftp-server internal-sftp', (call) => call.program(call.name)),
}

function packed(call: Call, act: (field: Field) => void): undefined {
  const options = new Options(call.args, '--timeout')
  if (options.open || options.operands.length !== 1)
    return call.unknown('which repository it is about is only known when it runs')
  for (const operand of options.operands) act(operand)
}

const TAR = `-f -C -T -X -I -b -F -g -H -K -L -N -V --file --directory --files-from --exclude --exclude-from --use-compress-program --transform --xform --strip-components --owner --group --mode --mtime --newer --checkpoint --checkpoint-action --to-command --info-script --new-volume-script
  --rsh-command --rmt-command --listed-incremental --format --warning --blocking-factor --sort --suffix --backup --index-file --volno-file`

function tar(call: Call): undefined {
  // The first argument may be letters without a dash.
  const [first, ...rest] = call.args
  const bare = first && /^[a-zA-Z]+$/.test(first.text)
  const options = new Options(
    bare ? [{ ...first, text: `-${spread(first.text)}` }, ...reordered(first.text, rest)] : call.args,
    TAR,
  )
  if (options.has('--version', '--help')) return
  if (
    options.open ||
    options.has(
      '-I',
      '-F',
      '-T',
      '--use-compress-program',
      '--checkpoint-action',
      '--to-command',
      '--info-script',
      '--new-volume-script',
      '--rsh-command',
      '--rmt-command',
      '--files-from',
    )
  )
    call.unknown('tar has an option that may run something, or reads names from a file')
  const files = options.values('-f', '--file')
  if (options.values('-C', '--directory').length > 1) call.unknown('tar goes through several directories')
  const root = options.values('-C', '--directory')[0] ?? { text: '.', many: false }
  const below = (field: Field): Field =>
    field.text.startsWith('/') || root.text === '.' ? field : { ...field, text: `${root.text}/${field.text}` }
  if (files.some(({ text }) => /^[^/]+:/.test(text)))
    call.effect({ action: 'send', object: 'host', name: 'another host' })
  const [action] = (['-x', '-t', '-c', '-r', '-u', '-A', '-d'] as const).filter((letter) =>
    options.has(letter),
  )
  const extracts = action === '-x' || options.has('--extract', '--get')
  if (extracts) {
    for (const file of files) call.read(file)
    if (options.has('-O', '--to-stdout')) return
    if (options.has('-P', '--absolute-names', '--overwrite-dir', '--unlink-first', '--recursive-unlink'))
      call.unknown('tar writes wherever the archive says')
    return call.write(root, true)
  }
  if (action === '-t' || options.has('--list')) return call.reads(files)
  for (const operand of options.operands) call.read(below(operand), true)
  for (const file of files) if (file.text !== '-') call.write(file)
  if (options.has('--remove-files')) for (const operand of options.operands) call.remove(below(operand), true)
}

/** Letters that take values take them from the arguments behind, in order: they go last, each with its own. */
const spread = (letters: string): string =>
  [...letters].filter((letter) => !'fCTXIbFgHKLNV'.includes(letter)).join('') || 'v'

function reordered(letters: string, rest: readonly Field[]): Field[] {
  const valued = [...letters].filter((letter) => 'fCTXIbFgHKLNV'.includes(letter))
  const given = valued.flatMap((letter, at): Field[] => {
    const value = rest[at]
    return value ? [{ text: `-${letter}`, many: false }, value] : []
  })
  return [...given, ...rest.slice(valued.length)]
}
