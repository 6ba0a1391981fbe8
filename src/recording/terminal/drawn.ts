// What a terminal would draw, and nothing that it would do: made from what a program sent, which may be hostile.
import { createParts, ESC, type Part } from './parts.ts'

/** Numbers stay small: some say how often something is repeated. */
const NUMBERS = '(?:[0-9]{0,4}[;:]){0,16}[0-9]{0,4}'
/** Cursor moves, erasing, inserting, scrolling, colours, margins. */
const DRAWING = new RegExp(`^\\[${NUMBERS}[@A-HJ-MPSTX\`a-bd-gmrsu]$`)
/** Insert mode; application keys, origin, wrapping, the cursor, the other screen. */
const MODES = /^\[(?:4|\?(?:1|6|7|12|25|47|1047|1048|1049)(?:;(?:1|6|7|12|25|47|1047|1048|1049)){0,7})[hl]$/
/** Saved cursor, line moves, tab stops, reset, keypad; character sets. */
const SIMPLE = /^(?:[78DEHMc=>]|[()*+][0AB])$/
/** Controls but backspace, tab and line ends. */
const CONTROLS = /[^\P{Cc}\b\t\n\v\f\r]/gu

export interface Drawn {
  /** The drawing part of the next piece. */
  read(text: string): string
  end(): string
}

/**
 * No titles, clipboard, links, reports that a terminal would answer, keyboard or mouse modes: a recording of this does
 * nothing to who plays it but draw.
 */
export function createDrawn(): Drawn {
  const parts = createParts()
  const kept = (part: Part) => (part.sequence ? allowed(part.text) : part.text.replace(CONTROLS, ''))
  return {
    read: (text) => parts.read(text).map(kept).join(''),
    end: () => parts.end().map(kept).join(''),
  }
}

function allowed(sequence: string): string {
  const body = sequence.slice(ESC.length)
  return DRAWING.test(body) || MODES.test(body) || SIMPLE.test(body) ? sequence : ''
}
