import type { Call } from '../call.ts'
import { HOLE, isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { told } from '../paths.ts'

const LOCAL = /^(?:\w+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?::\d+)?(?:[/?#]|$)/

export function hostOf(field: Field | undefined): string {
  if (!field) return ''
  const { text } = field
  if (!isKnown(text)) return HOLE
  if (LOCAL.test(text)) return 'localhost'
  return text
    .replace(/^\w+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[:/?#].*$/s, '')
}

export function reach(call: Call, field: Field | undefined): undefined {
  const name = hostOf(field)
  if (name.includes(HOLE) || (field && !isKnown(field.text)))
    call.unknown('what is asked of another host is only known when it runs')
  call.effect({ action: 'reach', object: 'host', name: told(name) })
}
