// Each live page holds a connection for as long as it is open, and jobs need some, too.

export interface Streams {
  /** Counts one more of this person until the function that it returns is called; undefined when there are too many. */
  take(person: string): (() => void) | undefined
}

/** Tabs of one person, and all there may be: far fewer than the server has connections. */
const MOST_OF_ONE = 20
const MOST = 500

export function createStreams(): Streams {
  const open = new Map<string, number>()
  let all = 0
  return {
    take(person) {
      const own = open.get(person) ?? 0
      if (own >= MOST_OF_ONE || all >= MOST) return undefined
      open.set(person, own + 1)
      all++
      let over = false
      return () => {
        if (over) return
        over = true
        all--
        const left = (open.get(person) ?? 1) - 1
        if (left === 0) open.delete(person)
        else open.set(person, left)
      }
    },
  }
}
