const NEGATIVE = 0x4000
const SPECIAL: Readonly<Record<number, string>> = { 49152: 'NaN', 53248: 'Infinity', 61440: '-Infinity' }

/**
 * The text of a binary `numeric`: count of digits, weight, sign and scale (int16 each), then digits of base 10,000.
 * Source: numeric_send in PostgreSQL's numeric.c.
 */
export function numericText(cell: Buffer): string {
  const count = cell.readInt16BE(0)
  const weight = cell.readInt16BE(2)
  const sign = cell.readUInt16BE(4)
  const scale = cell.readInt16BE(6)
  const special = SPECIAL[sign]
  if (special) return special
  const group = (index: number) =>
    String(index >= 0 && index < count ? cell.readInt16BE(8 + index * 2) : 0).padStart(4, '0')
  let whole = ''
  for (let index = 0; index <= weight; index++) whole += group(index)
  let fraction = ''
  for (let index = weight + 1; fraction.length < scale; index++) fraction += group(index)
  const text = whole.replace(/^0+/, '') || '0'
  return `${sign === NEGATIVE ? '-' : ''}${text}${scale > 0 ? `.${fraction.slice(0, scale)}` : ''}`
}
