// https://adaptivecards.io/explorer/, as Teams' workflows take them. Text runs know no markdown, unlike text blocks.
import type { Notice } from '../notice.ts'
import { cut, visible } from './text.ts'
import { factsOf, titleOf, waits } from './words.ts'

/** Teams takes 28 KB, and a character may be four bytes. */
const MOST_TEXT = 2500

export function teams(notice: Notice): object {
  const { statement, uri } = notice.data
  const facts = factsOf(notice).map(([name, value]) => rich(run(`${name}: `, { isSubtle: true }), run(value)))
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', text: titleOf(notice), weight: 'Bolder', size: 'Medium', wrap: true },
            ...facts,
            ...(statement === undefined
              ? []
              : [rich(run(cut(visible(statement), MOST_TEXT), { fontType: 'Monospace' }))]),
          ],
          actions: [{ type: 'Action.OpenUrl', title: waits(notice) ? 'Look and decide' : 'Look', url: uri }],
        },
      },
    ],
  }
}

function rich(...inlines: readonly object[]) {
  return { type: 'RichTextBlock', spacing: 'Small', inlines }
}

function run(text: string, more: object = {}) {
  return { type: 'TextRun', text, ...more }
}
