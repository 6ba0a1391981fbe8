// A terminal session, played. The player draws into what nobody can focus; the controls are plain ones beside it.
import { create, type Player } from 'asciinema-player'

/** Shows an asciicast within `place`. `label` says to who listens what it is. Throws when it cannot be played. */
export type Replay = (place: HTMLElement, cast: string, label: string) => Promise<void>

/** Longer pauses are cut to this, in seconds. */
export const LONGEST_PAUSE = 2
const TICK_MS = 200

export const replay: Replay = async (place, cast, label) => {
  const screen = element('div', 'screen')
  // What it shows stands beside it as text.
  screen.setAttribute('aria-hidden', 'true')
  screen.inert = true
  place.replaceChildren(screen)
  let problem: unknown
  const failed = (error: unknown) => {
    problem ??= error
  }
  const player = create({ data: cast }, screen, {
    controls: false,
    fit: 'width',
    idleTimeLimit: LONGEST_PAUSE,
    poster: 'npt:0',
    preload: true,
    logger: { log() {}, debug() {}, info() {}, warn() {}, error: failed },
    cursorMode: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'steady' : 'blinking',
  })
  // Where WebAssembly is not allowed this is what fails.
  await player.seek(0)
  if (problem) throw problem
  place.setAttribute('role', 'group')
  place.setAttribute('aria-label', label)
  place.append(controls(player))
}

function controls(player: Player): HTMLElement {
  const duration = Math.max(player.getDuration() ?? 0, 0.001)
  const play = element('button', 'play')
  play.type = 'button'
  const position = element('input', 'position')
  Object.assign(position, { type: 'range', min: '0', max: String(duration), step: 'any', value: '0' })
  position.setAttribute('aria-label', 'Position')
  const clock = element('span', 'clock')
  clock.setAttribute('aria-hidden', 'true')
  let playing = false
  let over = false
  const show = (at: number) => {
    position.value = String(at)
    const words = `${inWords(at)} of ${inWords(duration)}`
    position.setAttribute('aria-valuetext', words)
    clock.textContent = words
  }
  const state = (now: boolean) => {
    playing = now
    play.textContent = now ? 'Pause' : over ? 'Play again' : 'Play'
  }
  const follow = () => {
    if (!playing) return
    show(player.getCurrentTime())
    setTimeout(follow, TICK_MS)
  }
  player.addEventListener('playing', () => {
    over = false
    state(true)
    follow()
  })
  player.addEventListener('pause', () => state(false))
  player.addEventListener('ended', () => {
    over = true
    state(false)
    show(duration)
  })
  play.addEventListener('click', () => void (playing ? player.pause() : player.play()))
  position.addEventListener('input', () => {
    over = false
    if (!playing) state(false)
    const to = Number(position.value)
    void player.seek(to)
    show(to)
  })
  state(false)
  show(0)
  const bar = element('div', 'controls')
  bar.append(play, position, clock)
  return bar
}

/** `1:05`. */
function inWords(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function element<K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  made.className = name
  return made
}
