import type { Config } from '../../../policy/config.ts'

/** Where the rule of this name is shown; undefined when the file has none. */
export function accessLink({ access }: Pick<Config, 'access'>, name: string): string | undefined {
  const index = access.findIndex((rule) => rule.name === name)
  return index === -1 ? undefined : `/policy#${anchor('access', index)}`
}

/** Names may have characters that no fragment has. */
export function anchor(section: 'access' | 'guard' | 'mask' | 'target', index: number): string {
  return `${section}-${index + 1}`
}
