import type { Scrubber } from '../stream.ts'
import type { BodyForm, BodyMask, Tools } from './body.ts'
import { EventsMask } from './events.ts'
import { FormMask } from './form.ts'
import { JsonMask } from './json.ts'
import { TextMask } from './text.ts'

export { type BodyForm, type BodyMask, type Tools, Unmaskable } from './body.ts'
export { compileFields } from './fields.ts'

export function bodyMask(form: BodyForm, tools: Tools, scrubber: () => Scrubber): BodyMask {
  if (form === 'json') return new JsonMask(tools, scrubber)
  if (form === 'events') return new EventsMask(tools, scrubber)
  return form === 'form' ? new FormMask(tools) : new TextMask(scrubber())
}
