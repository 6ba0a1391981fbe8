import type { Call } from '../call.ts'
import { isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'

/** Tells what one program does with its arguments. */
export type Program = (call: Call) => undefined

export type Programs = Readonly<Record<string, Program>>

/** The same for several names. */
export const each = (names: string, program: Program): Programs =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, program]),
  )

/** Only tells something, or does nothing that stays. `writing` are options that it must not have. */
export const harmless =
  (writing = ''): Program =>
  (call) => {
    const options = new Options(call.args)
    if (writing !== '' && (options.open || options.has(...writing.split(/\s+/))))
      call.unknown(`${call.name} has an option that writes or runs something`)
  }

/** Reads files that it names. `first`: its first operand is a pattern unless one of `patterns` is there. */
export const reads =
  (
    from: {
      valued?: string
      first?: boolean
      files?: string
      patterns?: string
      recursive?: string
      /** It goes into directories without being told. */
      always?: boolean
      writing?: string
    } = {},
  ): Program =>
  (call) => {
    const options = new Options(call.args, `${from.valued ?? ''} ${from.patterns ?? ''} ${from.files ?? ''}`)
    const skips =
      from.first && !options.has(...words(from.patterns)) && isKnown(options.operands[0]?.text ?? '')
    const own = skips ? options.operands.slice(1) : options.operands
    const recursive = from.always === true || options.has(...words(from.recursive))
    if (from.writing && (options.open || options.has(...words(from.writing))))
      call.unknown(`${call.name} has an option that writes or runs something`)
    call.reads(options.values(...words(from.files)))
    for (const operand of own) call.read(operand, recursive)
    if (recursive && own.length === 0) call.read({ text: '.', many: false }, true)
  }

export const words = (text = ''): string[] => text.split(/\s+/).filter((word) => word !== '')

/** Values that are whole and known. */
export const known = (field: Field | undefined): string | undefined =>
  field && !field.many && isKnown(field.text) ? field.text : undefined
