/** Numbers that are the same for the same seed: mulberry32. */
export interface Random {
  /** From 0 to below `limit`. */
  below(limit: number): number
  pick<T>(items: readonly T[]): T
  /** True once in `times`. */
  once(times: number): boolean
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    pick(items) {
      const found = items[below(items.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    once: (times) => below(times) === 0,
  }
}
