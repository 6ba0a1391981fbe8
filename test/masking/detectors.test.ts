import { describe, expect, test } from 'vitest'
import { createScan } from '../../src/masking/detectors/detector.ts'
import { DETECTOR_IDS, DETECTORS, type DetectorId } from '../../src/masking/detectors/index.ts'
import { createScanner } from '../../src/masking/scanner.ts'

/** The text with every hit between « and ». */
function mark(ids: readonly DetectorId[], text: string): string {
  const scanner = createScanner(ids)
  const bytes = Buffer.from(text)
  const scan = Object.assign(createScan(), { bytes, end: bytes.length })
  let marked = ''
  let read = 0
  while (scanner.next(scan) !== undefined) {
    marked += `${bytes.toString('utf8', read, scan.from)}«${bytes.toString('utf8', scan.from, scan.to)}»`
    read = scan.to
  }
  return marked + bytes.toString('utf8', read)
}

describe.each(DETECTOR_IDS)('%s', (id) => {
  const { examples } = DETECTORS[id]

  test('its id is its key and it has examples', () => {
    expect(DETECTORS[id].id).toBe(id)
    expect(examples.match.length).toBeGreaterThan(0)
    expect(examples.ignore.length).toBeGreaterThan(0)
  })

  test.each(examples.match)('finds %s', (marked) => {
    expect(mark([id], marked.replaceAll(/[«»]/g, ''))).toBe(marked)
  })

  test.each(examples.ignore)('ignores %s', (text) => {
    expect(mark([id], text)).toBe(text)
  })
})

test('all detectors together find what each finds alone, or more', () => {
  for (const id of DETECTOR_IDS)
    for (const marked of DETECTORS[id].examples.match) {
      const text = marked.replaceAll(/[«»]/g, '')
      const secret = /«(.*)»/s.exec(marked)![1]!
      expect(mark(DETECTOR_IDS, text).replaceAll(/«[^»]*»/gs, ''), `${id}: ${text}`).not.toContain(secret)
    }
})
