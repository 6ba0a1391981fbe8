// Lines in `~/.ssh/config` while a session lasts, for scripts that say `ssh web` and nothing else.
import {
  closeSync,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SluiceError } from '../../core/errors.ts'

export interface UserConfig {
  /** As the system knows it: OpenSSH does not ask HOME. */
  readonly home: string
  /** The session's id. */
  readonly session: string
}

const LOCK_MS = 5000
/** Nobody holds it so long: its holder was killed. */
const STALE_MS = 10_000

/**
 * Puts an `Include` of `hosts`, a file with `Host` blocks, in front of everything else. Atomic; what stands there stays as it is.
 * Throws `SluiceError` CONFIG_INVALID where that cannot be done safely, or another live session answers for the same host.
 */
export async function addToUserConfig({ home, session }: UserConfig, hosts: string): Promise<void> {
  if (/[^\w/. +,:@~-]/.test(hosts))
    throw refused(`the path ${hosts} cannot be included`, 'Choose a plain directory in RUNNER_TEMP or TMPDIR')
  const newDirectory = makeDirectory(join(home, '.ssh'))
  await change(home, (text, isNew) => {
    rejectTaken(text, hosts)
    const note = `${newDirectory ? ' (new directory)' : ''}${isNew ? ' (new file)' : ''}`
    return Buffer.concat([
      Buffer.from(`${begin(session)}${note}\nInclude "${hosts}"\n${end(session)}`),
      withoutDead(text),
    ])
  })
}

/** Takes out what `addToUserConfig` put in, and only that. Does nothing when it is not there. */
export async function removeFromUserConfig({ home, session }: UserConfig): Promise<void> {
  if (!existsSync(join(home, '.ssh', 'config'))) return
  let emptyDirectory = false
  await change(home, (text) => {
    const from = text.indexOf(begin(session))
    const last = text.indexOf(end(session), from)
    if (from < 0 || last < 0) return text
    const head = text.subarray(from, text.indexOf('\n', from)).toString()
    const rest = Buffer.concat([text.subarray(0, from), text.subarray(last + end(session).length)])
    const remove = rest.length === 0 && head.endsWith('(new file)')
    emptyDirectory = remove && head.includes('(new directory)')
    return remove ? undefined : rest
  })
  if (emptyDirectory) removeDirectory(join(home, '.ssh'))
}

const begin = (session: string): string => `# Sluice session ${session} begins`
const end = (session: string): string => `# Sluice session ${session} ends\n`

/** `edit` returns what is to be there, or nothing for no file; the very same bytes for no change. */
async function change(
  home: string,
  edit: (text: Buffer, isNew: boolean) => Buffer | undefined,
): Promise<void> {
  const file = join(home, '.ssh', 'config')
  const draft = `${file}.sluice`
  // The draft is the lock, too: of several sessions one writes at a time.
  const fd = await open(draft)
  try {
    const mode = checked(file)
    const before = mode === undefined ? Buffer.alloc(0) : readFileSync(file)
    const after = edit(before, mode === undefined)
    if (after === undefined) rmSync(file)
    else if (after !== before) {
      writeFileSync(fd, after)
      fchmodSync(fd, mode ?? 0o600)
      renameSync(draft, file)
    }
  } catch (error) {
    throw failed(file, error)
  } finally {
    closeSync(fd)
    rmSync(draft, { force: true })
  }
}

async function open(draft: string): Promise<number> {
  for (const deadline = Date.now() + LOCK_MS; ; await sleep(50)) {
    try {
      return openSync(draft, 'wx', 0o600)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw failed(draft, error)
      const age = Date.now() - (statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > STALE_MS) rmSync(draft, { force: true })
      else if (Date.now() > deadline)
        throw refused(`${draft} is in the way`, 'Remove it when no other job writes it')
    }
  }
}

/** The file's mode, undefined when there is none. What ssh itself would not read is not written. */
function checked(file: string): number | undefined {
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (!found) return undefined
  if (!found.isFile()) throw refused(`${file} is ${found.isSymbolicLink() ? 'a link' : 'no file'}`, INSTEAD)
  if (process.getuid && found.uid !== process.getuid()) throw refused(`${file} is another user’s`, INSTEAD)
  if ((found.mode & 0o022) !== 0 && process.platform !== 'win32')
    throw refused(`${file} can be written by others`, `chmod 600 ${file}`)
  return found.mode & 0o777
}

/** Two sessions with the same host: commands of one would go through the other, with its policy and record. */
function rejectTaken(text: Buffer, hosts: string): void {
  const own = new Set(hostsIn(hosts))
  for (const [, path = ''] of text.toString().matchAll(/^# Sluice session .*\nInclude "(.+)"$/gm)) {
    const taken = hostsIn(path).find((name) => own.has(name))
    if (taken !== undefined)
      throw refused(
        `another session that runs as this user answers for ${taken} in ~/.ssh/config`,
        'Wait until its job has ended, or leave ssh-config out and use ssh -F "$SLUICE_SSH_CONFIG"',
      )
  }
}

/** Lines of sessions that were killed: their directories are gone. */
function withoutDead(text: Buffer): Buffer {
  const block = /^# Sluice session \S+ begins.*\nInclude "(.+)"\n# Sluice session \S+ ends\n/gm
  const kept = text
    .toString('latin1')
    .replaceAll(block, (lines, path: string) => (existsSync(path) ? lines : ''))
  return Buffer.from(kept, 'latin1')
}

/** None for a session that is gone with its directory. */
function hostsIn(path: string): string[] {
  if (!existsSync(path)) return []
  return [...readFileSync(path, 'utf8').matchAll(/^Host (.+)$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  )
}

/** True when it was not there. */
function makeDirectory(path: string): boolean {
  try {
    if (existsSync(path)) return false
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch (error) {
    throw failed(path, error)
  }
}

function removeDirectory(path: string): void {
  try {
    rmdirSync(path)
  } catch {
    // Somebody has put something there meanwhile.
  }
}

const INSTEAD = 'Leave ssh-config out and use ssh -F "$SLUICE_SSH_CONFIG", or make it a file of your own'

const refused = (message: string, hint: string): SluiceError =>
  new SluiceError('CONFIG_INVALID', message, { hint })

function failed(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof SluiceError || code === undefined) return error
  return refused(`${path} cannot be written (${code})`, INSTEAD)
}
