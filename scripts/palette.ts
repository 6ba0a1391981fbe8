// A picture of few colours as a PNG with a palette, a third of the size: https://www.w3.org/TR/png-3/.
import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const MOST_COLOURS = 256

/** `pixels` are RGBA, row by row; each colour is rounded until there are 256 at most. */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer {
  for (let step = 5; ; step += 4) {
    const colours = new Map<number, number>()
    const rows = Buffer.alloc((width + 1) * height)
    for (let y = 0, from = 0; y < height; y++)
      for (let x = 1; x <= width; x++, from += 4) {
        const colour = rounded(pixels, from, step)
        const known = colours.get(colour) ?? colours.size
        colours.set(colour, known)
        rows[y * (width + 1) + x] = known
      }
    if (colours.size <= MOST_COLOURS) return png(rows, [...colours.keys()], width, height)
  }
}

function rounded(pixels: Uint8Array, from: number, step: number): number {
  const part = (index: number) => Math.min(255, Math.round((pixels[from + index] ?? 0) / step) * step)
  return part(0) * 65536 + part(1) * 256 + part(2)
}

/** Rows begin with a 0: they are not filtered. */
function png(rows: Buffer, colours: readonly number[], width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, palette, and the only compression, filter and order without interlacing.
  header.set([8, 3, 0, 0, 0], 8)
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
