import type { Call } from '../call.ts'
import { Options } from '../options.ts'
import { known } from './program.ts'

/** `s/…/…/gip`, `/…/d`, `1,5p`, …: scripts that only edit text. */
const ADDRESS = String.raw`(?:\d+(?:~\d+)?|\$|\/(?:[^/\\\n]|\\[^\n])*\/I?)`
const COMMAND = String.raw`(?:[dDgGhHlnNpPqQxz=]|s([/|#,:@~!_])(?:(?!\1)[^\\\n]|\\[^\n])*\1(?:(?!\1)[^\\\n]|\\[^\n])*\1[gpiI0-9]*|y\/[^\/\n]*\/[^\/\n]*\/|[aic] ?\\?[^\n]*|\{|\})`
const ONE = new RegExp(
  `^\\s*(?:${ADDRESS}(?:,\\s*\\+?${ADDRESS.replace('\\d+', '[~+]?\\d+')})?)?\\s*!?\\s*${COMMAND}\\s*(?:;|\\n|$)`,
)

/** Edits text; with -i the files, with `w`, `e` and `r` other files and programs. */
export function sed(call: Call): undefined {
  const options = new Options(call.args, '-e -f -l -E --expression --file --line-length'.replace('-E ', ''))
  const scripts = options.values('-e', '--expression')
  const [first, ...rest] = options.operands
  const own = scripts.length > 0 || options.has('-f', '--file') ? options.operands : rest
  const texts = scripts.length > 0 ? scripts : options.has('-f', '--file') ? [] : [first]
  if (options.open || options.has('-f', '--file') || !texts.every((text) => edits(known(text))))
    call.effect({ action: 'run', object: 'code', name: 'sed' })
  // `-i` takes what is joined to it.
  const inPlace =
    options.has('--in-place') || call.texts.some((text) => /^-[a-zA-Z]*i/.test(text) && !/^-e/.test(text))
  for (const operand of own) {
    if (inPlace) call.write(operand)
    else call.read(operand)
  }
}

function edits(text: string | undefined): boolean {
  if (text === undefined || text.length > 4000) return false
  let rest = text
  while (rest.trim() !== '') {
    const found = ONE.exec(rest)
    if (!found || found[0] === '') return false
    rest = rest.slice(found[0].length)
  }
  return true
}
