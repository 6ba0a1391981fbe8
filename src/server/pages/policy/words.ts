// Durations and sizes as people say them.

const UNITS = [
  [24 * 3600_000, 'd'],
  [3600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
  [1, 'ms'],
] as const

/** `1 h 30 min`. */
export function duration(ms: number): string {
  const parts: string[] = []
  let left = ms
  for (const [size, unit] of UNITS) {
    const n = Math.floor(left / size)
    left -= n * size
    if (n > 0) parts.push(`${n} ${unit}`)
  }
  return parts.join(' ') || '0 s'
}

/** `10 GiB`, exactly. */
export function bytes(n: number): string {
  for (const [size, unit] of [
    [1024 ** 4, 'TiB'],
    [1024 ** 3, 'GiB'],
    [1024 ** 2, 'MiB'],
    [1024, 'KiB'],
  ] as const)
    if (n >= size && n % size === 0) return `${n / size} ${unit}`
  return `${n} bytes`
}
