import { type ParseArgsConfig, parseArgs } from 'node:util'
import { SluiceError } from '../core/errors.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Config = ParseArgsConfig & { readonly args: string[]; readonly options: Options }

/**
 * `parseArgs` for the command `name` (`run`, `policy check`), as `getopt_long` reads: what follows an option that
 * takes a value is that value, also when it begins with a dash (one key in 64 does), unless it is itself an option
 * of this command. Throws `SluiceError` CONFIG_INVALID that names the command's help.
 */
export function parseOptions<T extends Config>(name: string, config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs({ ...config, args: joined(config.args, config.options) }) as ReturnType<
      typeof parseArgs<T>
    >
  } catch (error) {
    throw wrongUsage(name, error instanceof Error ? error.message : 'wrong options')
  }
}

export function wrongUsage(name: string, message: string): SluiceError {
  return new SluiceError('CONFIG_INVALID', message, { hint: `sluice ${name} --help shows the options` })
}

/** `--key -abc` as `--key=-abc`. */
function joined(args: readonly string[], options: Options): string[] {
  const result: string[] = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string
    if (arg === '--') return [...result, ...args.slice(i)]
    const value = args[i + 1]
    if (value?.startsWith('-') && value !== '--' && takesValue(arg, options) && !isOption(value, options)) {
      result.push(arg.startsWith('--') ? `${arg}=${value}` : `${arg}${value}`)
      i++
    } else result.push(arg)
  }
  return result
}

function takesValue(arg: string, options: Options): boolean {
  return Object.entries(options).some(
    ([name, { type, short }]) =>
      type === 'string' && (arg === `--${name}` || (short !== undefined && arg === `-${short}`)),
  )
}

function isOption(arg: string, options: Options): boolean {
  return Object.entries(options).some(
    ([name, { short }]) =>
      arg === `--${name}` || arg.startsWith(`--${name}=`) || (short !== undefined && arg === `-${short}`),
  )
}
