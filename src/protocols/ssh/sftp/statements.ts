// A request as one line of text with its effects. Everything that the request says stands in the text.
import type { Effect } from '../../../core/statement.ts'
import { type Attributes, isCreatedPrivileged } from './attributes.ts'
import { attributed, change, download, moved, read, renamed } from './effects.ts'
import { plain, quoted, type Spot } from './paths.ts'
import type { Request } from './requests.ts'

export interface Judged {
  /** `sftp put --mode=0644 /srv/app/x` */
  readonly text: string
  readonly effects: readonly Effect[]
}

export const OPEN = { READ: 1, WRITE: 2, APPEND: 4, CREATE: 8, TRUNCATE: 16, NEW: 32 } as const

/** Whether its file may be read, and changed. Without either OpenSSH reads. */
export const reads = (flags: number): boolean => (flags & OPEN.READ) !== 0 || (flags & OPEN.WRITE) === 0
export const writes = (flags: number): boolean => (flags & ~OPEN.READ) !== 0

/** `spots` are the paths of the request, or those of its handles; `masked`: what commands show here is masked. */
export function judgedOf(request: Request, spots: readonly Spot[], masked: boolean): Judged {
  const [first, second] = spots
  if (!first) throw new Error('a request without a path is not judged')
  const attributes = request.attributes ?? {}
  switch (request.name) {
    case 'open':
      return opened(first, request.numbers[0] ?? 0, attributes, masked)
    case 'remove':
      return { text: line('rm', [], first), effects: change('remove', first) }
    case 'rmdir':
      return { text: line('rmdir', [], first), effects: change('remove', first) }
    case 'mkdir': {
      const effects = [...change('write', first, { detail: 'directory' }), ...setuid(first, attributes)]
      return { text: line('mkdir', options(attributes), first), effects }
    }
    case 'setstat':
    case 'lsetstat':
    case 'fsetstat':
      return {
        text: line(request.name, options(attributes), first),
        effects: attributed(first, attributes),
      }
    case 'opendir':
      return {
        text: line('ls', [], first),
        effects: [{ action: 'read', object: 'path', name: plain(first.asked) }],
      }
    default:
      return ofTwo(request, first, second ?? first)
  }
}

function ofTwo({ name, numbers }: Request, from: Spot, to: Spot): Judged {
  switch (name) {
    case 'rename':
    case 'posix-rename':
      return {
        text: line('rename', name === 'rename' ? [] : ['--replace'], from, to),
        effects: moved(from, to),
      }
    case 'symlink':
      // Servers do not agree which of the two is the link.
      return { text: line('symlink', [], from, to), effects: [...linked(from), ...change('write', to)] }
    case 'hardlink':
      return {
        text: line('hardlink', [], from, to),
        effects: [...linked(from), ...change('write', to), ...renamed(from, to)],
      }
    case 'copy-data': {
      const [at = 0, length = 0, into = 0] = numbers
      const range = at === 0 && length === 0 && into === 0 ? [] : [`--range=${at}:${length}:${into}`]
      return { text: line('copy', range, from, to), effects: [...read(from), ...change('write', to)] }
    }
    default:
      throw new Error('a request that is not judged')
  }
}

function opened(spot: Spot, flags: number, attributes: Attributes, masked: boolean): Judged {
  const reading = reads(flags)
  const writing = writes(flags)
  const effects = [
    ...(reading ? read(spot) : []),
    ...(reading && masked ? download(spot) : []),
    ...(writing ? change('write', spot) : []),
    ...(writing ? setuid(spot, attributes) : []),
  ]
  if (!writing) return { text: line('get', options(attributes), spot), effects }
  const given: string[] = []
  if (reading) given.push('--read')
  if (!(flags & OPEN.WRITE)) given.push('--no-write')
  if (flags & OPEN.APPEND) given.push('--append')
  if (!(flags & OPEN.CREATE)) given.push('--existing')
  if (!(flags & OPEN.TRUNCATE)) given.push('--keep')
  if (flags & OPEN.NEW) given.push('--new')
  return { text: line('put', [...given, ...options(attributes)], spot), effects }
}

/** Whoever writes to the link writes to what it leads to. */
const linked = (spot: Spot): Effect[] => change('write', spot, { detail: 'linked' })

const setuid = (spot: Spot, { mode }: Attributes): Effect[] =>
  mode !== undefined && isCreatedPrivileged(mode) ? change('permit', spot, { detail: 'setuid' }) : []

function options({ size, owner, mode, times }: Attributes): string[] {
  return [
    ...(size === undefined ? [] : [`--size=${size}`]),
    ...(owner === undefined ? [] : [`--owner=${owner.join(':')}`]),
    ...(mode === undefined ? [] : [`--mode=0${mode.toString(8)}`]),
    ...(times === undefined ? [] : [`--times=${times.join(':')}`]),
  ]
}

/** Where a link led when it was asked for is part of what is decided, and approved. */
function line(verb: string, given: readonly string[], ...spots: Spot[]): string {
  const names = spots.map(({ written }) => (written.startsWith('-') ? `./${written}` : written))
  const leads = spots.flatMap(({ asked, real }) =>
    real === undefined || real === plain(asked) ? [] : [`# leads to ${quoted(real)}`],
  )
  return ['sftp', verb, ...given, ...names, ...leads].join(' ')
}
