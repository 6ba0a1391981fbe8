// Patterns that people write, in RE2 syntax: matched in linear time whatever they and the text are. Never a native RegExp.
import { RE2JS } from 're2js'

/** Characters of a pattern. */
export const LONGEST_PATTERN = 200
/** Instructions of a compiled pattern: each byte of text may meet all of them. */
const LARGEST_PROGRAM = 1000

export type Compiled = ReturnType<typeof RE2JS.compile>

/** The compiled pattern, or why it cannot be used: what is wrong, and what to write instead. */
export function compilePattern(
  source: string,
): Compiled | { readonly problem: string; readonly cure: string } {
  if (source.length > LONGEST_PATTERN)
    return { problem: 'the pattern is too long', cure: `Use at most ${LONGEST_PATTERN} characters` }
  try {
    const compiled = RE2JS.compile(source)
    if (compiled.programSize() > LARGEST_PROGRAM)
      return {
        problem: 'the pattern is too large',
        cure: 'Use smaller counts: {1,30} within {1,30} is 900 copies',
      }
    if (compiled.matcher('').find())
      return {
        problem: 'the pattern matches nothing at all',
        cure: 'Require at least one character: `+` for `*`',
      }
    return compiled
  } catch {
    // The message quotes the pattern.
    return {
      problem: 'not a pattern',
      cure: 'Write RE2 syntax, such as EMP-[0-9]{6}; there are no look-arounds and no back-references',
    }
  }
}
