import type { SluiceError } from '../../core/errors.ts'
import { parseOptions, wrongUsage } from '../parse.ts'
import type { Level } from './judged.ts'

export const FORMATS = ['json', 'text', 'sarif', 'github'] as const
export type Format = (typeof FORMATS)[number]

/** From the worst; each stands for those before it too. */
export const FAIL_ON = ['block', 'hold', 'warn'] as const satisfies readonly Level[]

export interface Options {
  readonly config?: string | undefined
  readonly guard: string
  readonly mask?: string | undefined
  readonly schema?: string | undefined
  readonly format: Format
  readonly failOn: (typeof FAIL_ON)[number]
  readonly paths: readonly string[]
}

/** Throws `SluiceError` CONFIG_INVALID. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parse(args)
  if (values.dialect !== 'postgres')
    throw wrong(`--dialect ${values.dialect} is not there yet; it can be postgres`)
  if (values.mask !== undefined && values.config === undefined)
    throw wrong('--mask names a mask of a policy file, and --config names none')
  return {
    config: values.config,
    guard: values.guard,
    mask: values.mask,
    schema: values.schema,
    format: one('format', values.format, FORMATS),
    failOn: one('fail-on', values['fail-on'], FAIL_ON),
    paths: positionals,
  }
}

function parse(args: string[]) {
  const options = {
    config: { type: 'string' },
    guard: { type: 'string', default: 'strict' },
    mask: { type: 'string' },
    schema: { type: 'string' },
    dialect: { type: 'string', default: 'postgres' },
    format: { type: 'string', default: 'json' },
    'fail-on': { type: 'string', default: 'block' },
  } as const
  return parseOptions('policy decide', { args, options, allowPositionals: true })
}

function one<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value)
  if (found !== undefined) return found
  throw wrong(`--${option} ${value} is not known; it can be ${choices.join(', ')}`)
}

const wrong = (message: string): SluiceError => wrongUsage('policy decide', message)
