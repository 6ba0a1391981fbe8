// Masks the output of a command under the session.
import { StringDecoder } from 'node:string_decoder'
import { type Scrubber, scrubOutput } from '../masking/index.ts'
import type { Ready } from '../session/files.ts'

/** Longer lines are looked at in pieces of this size. */
const LONGEST_LINE = 64 * 1024

/** For one stream: what the masks of the targets detect, and the session's own secrets. */
export function scrubSession({ targets, control }: Pick<Ready, 'targets' | 'control'>): Scrubber {
  const detected = scrubOutput({
    detect: [...new Set(targets.flatMap(({ detect }) => detect))],
    patterns: targets.flatMap(({ patterns = [] }) => patterns),
  })
  const secrets = [control.secret, ...targets.flatMap(({ password = [] }) => password)]
  const lines = wholeLines()
  const hide = (text: string) =>
    Buffer.from(secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text))
  return {
    write: (chunk) => hide(lines.push(detected.write(chunk))),
    rest: () => hide(lines.push(detected.rest())),
    release: () => hide(lines.push(detected.release())),
    end: () => hide(lines.push(detected.end()) + lines.end()),
    masked: detected.masked,
  }
}

/** Holds back an unfinished line, so that a secret which arrives in two pieces is seen. */
function wholeLines(): { push(data: Buffer): string; end(): string } {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  return {
    push(data) {
      rest += decoder.write(data)
      const end = Math.max(rest.lastIndexOf('\n'), rest.lastIndexOf('\r')) + 1
      const cut = end === 0 && rest.length > LONGEST_LINE ? rest.length : end
      const whole = rest.slice(0, cut)
      rest = rest.slice(cut)
      return whole
    },
    end() {
      const last = rest + decoder.end()
      rest = ''
      return last
    },
  }
}
