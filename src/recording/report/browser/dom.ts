// Elements made by hand: whatever a record holds becomes text, never markup.
import { spelled } from '../../../core/spelled.ts'

type Child = Node | string | number | undefined | false
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** An element. Text is spelled out; attributes are for our own words, not for a record's. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  element.append(...nodes(children))
  return element
}

export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...nodes(children))
}

function nodes(children: readonly Child[]): (Node | string)[] {
  return children
    .filter((child) => child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : spelled(String(child))))
}

/** Names and values in two columns; those without a value are left out. */
export function facts(entries: readonly (readonly [string, Child])[]): HTMLDListElement {
  const list = h('dl', { class: 'facts' })
  for (const [name, value] of entries)
    if (value !== undefined && value !== '' && value !== false)
      list.append(h('dt', {}, name), h('dd', {}, value))
  return list
}

/** To somewhere else. The address is one that `links.ts` has made. */
export function link(href: string | undefined, text: string): Node | string {
  if (href === undefined) return spelled(text)
  return h('a', { href, rel: 'noreferrer noopener', target: '_blank' }, text)
}

export function button(text: string, act: () => void): HTMLButtonElement {
  const element = h('button', { type: 'button' }, text)
  element.addEventListener('click', act)
  return element
}
