/** A directory that was given, read once. Paths are relative to it, with `/`. */
export interface Tree {
  /** Every file below it. */
  readonly files: ReadonlySet<string>
  /** `../name` is what stands beside the directory. */
  has(path: string): boolean
  /** Throws `SluiceError` CONFIG_INVALID. */
  read(path: string): string
}

/** How a tool lays its scripts out: which of them it runs, and in which order. */
export interface Layout {
  readonly name: string
  /** What is its own among scripts that no other layout has claimed; undefined when it is not used here. */
  claim(scripts: readonly string[], tree: Tree): Claim | undefined
}

export interface Claim {
  /** In the order in which the tool runs them. */
  readonly read: readonly string[]
  /** Scripts of the tool that going forward does not run. */
  readonly left: readonly string[]
  /** What those are: `undo migrations`. */
  readonly why: string
}

export const directory = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
export const base = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** As `sort()` has it, and as most tools do: by code unit. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `1.10` behind `1.2`; a part that is no number counts as 0. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[._-]/).map((part) => BigInt(digits(part))))
  for (let i = 0; left && right && i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? 0n, right[i] ?? 0n]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

const digits = (part: string): string => (/^\d+$/.test(part) ? part : '0')

/** By the number that the name begins with, then by name; scripts without one come last. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => /^\d+/.exec(base(path))?.[0])
  if (left !== undefined && right !== undefined) return byVersion(left, right) || byText(a, b)
  return left === right ? byText(a, b) : left === undefined ? 1 : -1
}
