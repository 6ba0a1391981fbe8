import type { Call, Stdin } from './call.ts'
import { isKnown } from './expand/marks.ts'
import { type Expansion, textOf } from './expand/words.ts'
import type { Redirect } from './syntax/tree.ts'

interface Redirected {
  readonly stdin: Stdin
  /** `mixed`: nobody can tell what is on it. */
  readonly output: 'kept' | 'file' | 'mixed'
}

/** `nothing`: no command writes to what is opened. Files that redirections read and write; what stands on the input then, and whether the output goes elsewhere. */
export function redirected(
  redirects: readonly Redirect[],
  call: Call,
  by: Expansion,
  nothing = false,
): Redirected {
  let { stdin } = call
  let output: Redirected['output'] = 'kept'
  for (const { operator, target, descriptor } of redirects) {
    const { text, download } = textOf(target, by)
    const field = { text, many: false }
    if (operator === '<<' || operator === '<<<') {
      const body = operator === '<<<' ? `${text}\n` : text
      stdin = {
        client: false,
        download,
        ...(isKnown(body) && !body.includes('\ue004') ? { text: body } : {}),
      }
      continue
    }
    if ((operator === '>&' || operator === '<&') && /^(?:\d+-?|-)$/.test(text)) {
      if (operator === '>&') output = 'mixed'
      continue
    }
    if (text === '!') call.unknown('csh reads ! behind > in its own way')
    const globbed = target.parts.some(
      (part) => !part.quoted && (part.kind === 'text' ? /[*?[{]/.test(part.text) : /[*?[]/.test(text)),
    )
    if (globbed) call.unknown('which file a redirection names is only known when it runs')
    if (operator === '<' || operator === '<&') {
      call.read(field)
      if (/^\/dev\/(?:tcp|udp)\//.test(text)) call.write(field)
      stdin = {
        client: false,
        empty: text === '/dev/null',
        download: download || text.startsWith('/dev/tcp/'),
      }
      continue
    }
    if (operator === '<>') call.read(field)
    if (operator === '>>' || operator === '&>>') call.change('write', field, false, { detail: 'append' })
    else if (nothing) call.empty(field)
    else call.write(field)
    if (descriptor === undefined || descriptor === '1') output = output === 'mixed' ? output : 'file'
  }
  return { stdin, output }
}
