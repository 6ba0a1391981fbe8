// What somebody asks for: a search field and some lists.
import { h } from './dom.ts'
import type { Entries } from './entries.ts'
import { type Filter, VERDICTS } from './selection.ts'
import { grouped, typeInWords } from './words.ts'

export interface Filters {
  readonly element: HTMLElement
  readonly value: Filter
  /** Asks for something else; what is not named is not asked. */
  set(filter: Partial<Filter>): void
  /** The values to choose from have changed. */
  update(): void
  focus(): void
}

/** More than this in a list help nobody; the search finds the others. */
const MOST = 1000
const TYPING_MS = 150

type Name = Exclude<keyof Filter, 'text'>

export function createFilters(entries: Entries, changed: () => void): Filters {
  const search = h('input', {
    type: 'search',
    id: 'search',
    maxlength: 500,
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const lists = {
    type: h('select', { id: 'f-type' }),
    verdict: h('select', { id: 'f-verdict' }),
    connection: h('select', { id: 'f-connection' }),
    relation: h('select', { id: 'f-relation' }),
    masked: h('select', { id: 'f-masked' }),
  } satisfies Record<Name, HTMLSelectElement>
  const words = (each: string) => each
  const update = () => {
    options(lists.type, 'everything', entries.types, typeInWords)
    options(lists.verdict, 'any', new Map(VERDICTS.map((each) => [each, undefined])), words)
    options(lists.connection, 'any', entries.connections, words)
    options(lists.relation, 'any', entries.relations, words)
    options(lists.masked, 'any', entries.masked, words)
  }
  update()
  lists.type.append(h('option', { value: 'statement' }, 'statement'))
  lists.type.value = 'statement'
  let timer: ReturnType<typeof setTimeout> | undefined
  search.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(changed, TYPING_MS)
  })
  for (const list of Object.values(lists)) list.addEventListener('change', changed)
  const element = h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': 'Events' },
    labelled('Search (/)', search),
    labelled('Show', lists.type),
    labelled('Verdict', lists.verdict),
    labelled('Connection', lists.connection),
    labelled('Relation', lists.relation),
    labelled('Masked', lists.masked),
  )
  element.addEventListener('submit', (event) => event.preventDefault())
  return {
    element,
    get value() {
      const { type, verdict, connection, relation, masked } = lists
      return {
        type: type.value,
        verdict: verdict.value,
        connection: connection.value,
        relation: relation.value,
        masked: masked.value,
        text: search.value,
      }
    },
    set(filter) {
      search.value = filter.text ?? ''
      for (const [name, list] of Object.entries(lists)) list.value = filter[name as Name] ?? ''
      changed()
    },
    update,
    focus() {
      search.focus()
      search.select()
    },
  }
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return h('div', { class: `field ${field.id}` }, h('label', { for: field.id }, text), field)
}

function options(
  list: HTMLSelectElement,
  none: string,
  values: ReadonlyMap<string, number | undefined>,
  inWords: (value: string) => string,
): void {
  const chosen = list.value
  const entries = [...values].sort(([a, x], [b, y]) => (y ?? 0) - (x ?? 0) || (a < b ? -1 : 1)).slice(0, MOST)
  list.replaceChildren(h('option', { value: '' }, none))
  for (const [value, count] of entries) {
    const option = h(
      'option',
      {},
      count === undefined ? inWords(value) : `${inWords(value)} (${grouped(count)})`,
    )
    option.value = value
    list.append(option)
  }
  if (list.value !== chosen && values.has(chosen)) list.value = chosen
}
