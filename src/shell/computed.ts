// Numbers that bash computes: names in them are computed from what these hold, and an index there may run commands.

import type { Scope } from './expand/scope.ts'
import type { Field } from './expand/words.ts'

/** `1`, `-1`, a number that is only known when it runs. */
const NUMBER = /^[\d\s\ue003+-]*$/

/** Whether what a variable holds is more than a number. */
export const isOdd = (value: string): boolean => !NUMBER.test(value)

/** A text that is computed. `written`: it stands in the line, so its names are looked up. */
export function computed(text: string, scope: Scope, written: boolean): undefined {
  for (const [name] of text.matchAll(/[A-Za-z_]\w*/g)) scope.evaluated.add(name)
  const odd = written ? /[[\]'"$`\ue000-\ue002]/.test(text) : isOdd(text)
  if (!odd) return
  scope.evaluated.add('')
  scope.odd.add('')
}

/** `[[ a -eq b ]]` computes both sides; `-v` looks for an element. */
export function compared(fields: readonly Field[], scope: Scope): undefined {
  fields.forEach(({ text }, at) => {
    const sides = /^-(?:eq|ne|lt|le|gt|ge)$/.test(text) ? [fields[at - 1], fields[at + 1]] : []
    for (const side of sides) if (side) computed(side.text, scope, false)
    if (text === '-v') computed(fields[at + 1]?.text.replace(/^\w+$/, '') ?? '', scope, false)
    if (text === '=~') scope.set('BASH_REMATCH', '\ue000')
  })
}

/** Whether something is computed from more than numbers. */
export const isRisky = ({ evaluated, odd }: Scope): boolean => [...evaluated].some((name) => odd.has(name))
