// Says whether the record holds: the same checks as `sluice verify`, made here.
import type { Files, Verification } from '../../checks/record.ts'
import { isBase64url } from '../../format.ts'
import { problemInWords, verdictInWords } from '../../words.ts'
import { button, facts, fill, h } from './dom.ts'
import { createPace } from './pace.ts'
import { verifyFiles } from './verify.ts'
import { grouped } from './words.ts'

export interface Integrity {
  readonly element: HTMLElement
  /** Events that are named by a problem. */
  readonly bad: ReadonlySet<number>
  check(): Promise<void>
}

export interface IntegrityOptions {
  readonly files: Files
  /** Shows an event. */
  show(index: number): void
  /** A check has ended. */
  changed(): void
}

const TONES = { intact: 'good', local: 'wait', incomplete: 'wait', broken: 'bad' } as const
const SIGNS = { intact: '✓', local: '○', incomplete: '…', broken: '✗' } as const

export function createIntegrity({ files, show, changed }: IntegrityOptions): Integrity {
  const state = h('p', { class: 'state', role: 'status' }, 'Not checked yet.')
  const more = h('div', {})
  const key = h('input', {
    id: 'server-key',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: 100,
    'aria-describedby': 'key-help',
  })
  const bad = new Set<number>()
  let round = 0

  const check = async () => {
    const own = ++round
    const pinned = key.value.trim()
    if (pinned !== '' && !isBase64url(pinned, 32)) {
      fill(state, 'That is no key: it has 43 letters, digits, - and _.')
      return
    }
    state.className = 'state'
    fill(state, 'Checking…')
    try {
      const result = await verifyFiles(files, {
        serverKey: pinned === '' ? undefined : pinned,
        pace: createPace(),
        progress: (part) => own === round && fill(state, `Checking… ${Math.floor(part * 100)} %`),
      })
      if (own !== round) return
      bad.clear()
      for (const { event } of result.problems) if (event !== undefined) bad.add(event)
      state.className = `state ${TONES[result.status]}`
      state.dataset.status = result.status
      fill(state, `${SIGNS[result.status]} `, verdictInWords(result))
      fill(more, ...explained(result, show))
      changed()
    } catch {
      state.dataset.status = 'unchecked'
      fill(state, 'Not checked: this browser has no Ed25519. Use a newer one, or sluice verify.')
    }
  }
  const form = h(
    'form',
    { class: 'pin' },
    h('label', { for: 'server-key' }, 'The server’s key that you know'),
    h(
      'div',
      { class: 'line' },
      key,
      button('Check with it', () => void check()),
    ),
    h(
      'p',
      { class: 'quiet', id: 'key-help' },
      'The server publishes it at /v1/log/key. With it, only what that key has signed counts.',
    ),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void check()
  })
  const trust =
    'This page checks itself: who could replace the record could replace the page. To be sure, run sluice verify of your own on the record.'
  return {
    element: h(
      'section',
      { class: 'integrity', 'aria-labelledby': 'integrity' },
      h('h2', { id: 'integrity' }, 'Does the record hold?'),
      state,
      more,
      h('details', {}, h('summary', {}, 'Compare the server’s key'), form, h('p', { class: 'quiet' }, trust)),
    ),
    bad,
    check,
  }
}

function explained(
  { problems, keys, seal, signed, acknowledged, events, bytes }: Verification,
  show: (index: number) => void,
): HTMLElement[] {
  const claim = keys.pinned ? 'the one that you gave' : 'the record’s own claim: compare it'
  return [
    ...(problems.length > 0
      ? [
          h(
            'ol',
            { class: 'problems' },
            ...problems.map((problem) => {
              const { event } = problem
              const place =
                event !== undefined && event < events && button(`Show event ${event}`, () => show(event))
              return h('li', {}, problemInWords(problem), ' ', place)
            }),
          ),
        ]
      : []),
    facts([
      [
        'Signed',
        `${grouped(signed.events)} events in ${grouped(signed.chunks)} chunks; ${grouped(bytes)} bytes in all`,
      ],
      ['Acknowledged', `${grouped(acknowledged.events)} events`],
      ['Sealed', seal && `${seal.reason}, by the ${seal.by}${seal.t ? ` at ${seal.t}` : ''}`],
      ['Session’s key', keys.session && h('code', {}, keys.session)],
      [
        'Server’s key',
        keys.server === undefined ? 'none' : h('span', {}, h('code', {}, keys.server), ` (${claim})`),
      ],
    ]),
  ]
}
