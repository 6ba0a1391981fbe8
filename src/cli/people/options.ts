// What the commands of people share: which server, and who asks.
import { resolve } from 'node:path'
import { type People, peopleOf } from '../../client/people.ts'
import { SluiceError } from '../../core/errors.ts'
import { readTokenFile } from '../../platforms/generic/index.ts'
import type { Io } from '../command.ts'
import { parseOptions } from '../parse.ts'

export const PEOPLE_HELP = `  --server URL       the grant server; SLUICE_SERVER when left out
  --token-file FILE  a file with your personal token; SLUICE_TOKEN when left out
`

export const PEOPLE_NOTE = `Make a personal token at the server's page /account. Never write it on a command line.
`

const OPTIONS = { server: { type: 'string' }, 'token-file': { type: 'string' } } as const

type More = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>

/** Throws `SluiceError` CONFIG_INVALID. */
export function parsePeople(args: string[], name: string, more: More) {
  const { values, positionals } = parseOptions(name, {
    args,
    options: { ...OPTIONS, ...more },
    allowPositionals: true,
  })
  return { values: values as Readonly<Record<string, string | boolean | undefined>>, positionals }
}

type Values = Readonly<Record<string, string | boolean | undefined>>

export async function openPeople(values: Values, io: Io): Promise<People> {
  return peopleOf(await identify(values, io))
}

/** Which server, and the token of who asks. Throws `SluiceError` CONFIG_INVALID. */
export async function identify(values: Values, io: Io): Promise<{ server: string; token: string }> {
  const server = String(values.server ?? io.env.SLUICE_SERVER ?? '')
  const file = values['token-file']
  const token = typeof file === 'string' ? readTokenFile(resolve(io.cwd, file)) : (io.env.SLUICE_TOKEN ?? '')
  if (!server)
    throw new SluiceError('CONFIG_INVALID', 'no server is given', {
      hint: 'Write --server https://sluice.example.com, or set SLUICE_SERVER',
    })
  if (!token)
    throw new SluiceError('CONFIG_INVALID', 'no personal token is given', {
      hint: 'Set SLUICE_TOKEN, or write --token-file FILE; the server’s page /account makes one',
    })
  const { useOutboundProxy } = await import('../../client/outbound.ts')
  useOutboundProxy(io.env)
  return { server, token: token.trim() }
}

/** Texts of statements and claims are not ours: nothing in them may move a terminal's cursor. */
export function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
