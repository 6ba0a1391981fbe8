// https://docs.slack.dev/reference/block-kit/blocks
import type { Notice } from '../notice.ts'
import { visible } from './text.ts'
import { factsOf, titleOf, waits } from './words.ts'

/** Slack takes 3000 characters in a text. */
const MOST_TEXT = 2900
const MOST_FIELDS = 10

export function slack(notice: Notice): object {
  const { statement, uri } = notice.data
  const title = titleOf(notice)
  const facts = factsOf(notice)
  return {
    text: escaped(`${title}: ${notice.data.repository}`),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(title) },
      {
        type: 'section',
        fields: facts.slice(0, MOST_FIELDS).map(([name, value]) => plain(`${name}\n${value}`)),
      },
      ...(statement === undefined ? [] : [{ type: 'section', text: code(statement) }]),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: plain(waits(notice) ? 'Look and decide' : 'Look'),
            url: uri,
            ...(waits(notice) ? { style: 'primary' } : {}),
          },
        ],
      },
    ],
  }
}

/** No markup, links or mentions are read in it. */
function plain(text: string) {
  return { type: 'plain_text', text, emoji: false }
}

/** `verbatim`: names and addresses in it become no links or mentions. Backticks would end it. */
function code(text: string) {
  const safe = escaped(text).replaceAll('`', 'ˋ')
  return { type: 'mrkdwn', verbatim: true, text: `\`\`\`${shortened(safe)}\`\`\`` }
}

/** Escaping makes some texts longer, and neither `&lt;` nor a character of two parts is cut in two. */
function shortened(text: string): string {
  if (text.length <= MOST_TEXT) return text
  return `${text.slice(0, MOST_TEXT).replace(/(&[a-z]*|[\ud800-\udbff])$/, '')}…`
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping; an @ is nothing any more. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
}
