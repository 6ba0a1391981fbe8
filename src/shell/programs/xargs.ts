import type { Call } from '../call.ts'
import { HOLE } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'

/** What it is given on its input becomes arguments. */
export function xargs(call: Call): undefined {
  const options = new Options(
    call.args,
    '-a -d -E -I -L -n -P -s --arg-file --delimiter --replace --max-args --max-procs --max-lines --max-chars',
    true,
  )
  for (const file of options.values('-a', '--arg-file')) call.read(file)
  const words = options.operands.length > 0 ? options.operands : [{ text: 'echo', many: false }]
  const [replace] = options.values('-I', '--replace')
  const more = given(call, options)
  if (replace || options.has('-i', '-I')) {
    const mark = replace?.text || '{}'
    for (const { text } of more)
      call.inner(
        words.map((word) => ({ ...word, text: word.text.replaceAll(mark, text) })),
        'xargs',
      )
  } else call.inner([...words, ...more], 'xargs')
  // It may run more than once, or not at all.
  call.outcome = {}
}

function given(call: Call, options: Options): Field[] {
  const { text } = call.stdin
  const plain =
    text !== undefined &&
    !/["'\\]/.test(text) &&
    !options.has('-a', '--arg-file', '-0', '--null', '-d', '--delimiter', '-I')
  if (!plain || text === undefined)
    return [{ text: HOLE, many: true, ...(call.stdin.download ? { download: true } : {}) }]
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, many: false }))
}
