/** Long work in slices: the page stays alive between them. */
export interface Pace {
  /** True when it is time to let others go first. */
  readonly due: boolean
  /** Resolves when they did. */
  turn(): Promise<void>
}

/** Shorter than a frame. */
const SLICE_MS = 12

export function createPace(clock: () => number = () => performance.now()): Pace {
  let since = clock()
  return {
    get due() {
      return clock() - since > SLICE_MS
    },
    async turn() {
      await others()
      since = clock()
    },
  }
}

/** A message comes behind what is painted and typed; a timer would be held back in a window behind others. */
function others(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(undefined)
  })
}
