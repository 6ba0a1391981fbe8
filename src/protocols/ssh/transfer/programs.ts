// The programs that clients start on a host to move files, and what they are told.
import { wordsOf } from './words.ts'

export type Transfer = ScpTransfer | OpaqueTransfer | SftpTransfer

/** The server of SFTP as a command: `sftp -s 'sudo -n /usr/lib/openssh/sftp-server'`. Its files are judged one by one. */
export interface SftpTransfer {
  readonly program: 'sftp'
  readonly takes: true
}

/** `scp -t` and `scp -f`: the host takes or gives files. */
export interface ScpTransfer {
  readonly program: 'scp'
  readonly takes: boolean
  readonly recursive: boolean
  /** Modes are kept, whatever the umask is: `-p`. */
  readonly preserves: boolean
  /** The path is a directory: `-d`. */
  readonly directory: boolean
  /** As the shell expands it. */
  readonly path: string
}

/** Its protocol is its own: bytes. */
export interface OpaqueTransfer {
  readonly program: 'rsync' | 'git'
  /** The host takes files, rather than giving them. */
  readonly takes: boolean
}

/** The transfer that a command line starts; undefined for all that is not surely one. */
export function transferOf(line: string): Transfer | undefined {
  const words = wordsOf(line)
  if (!words) return undefined
  const [program = '', ...args] = withoutSudo(words)
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (name === 'scp') return scpOf(args)
  if (name === 'rsync')
    return args[0] === '--server' ? { program: 'rsync', takes: !args.includes('--sender') } : undefined
  if (name === 'sftp-server') return { program: 'sftp', takes: true }
  const git = name === 'git' ? `git-${args[0]}` : name
  if (!/^git-(?:upload-pack|receive-pack|upload-archive)$/.test(git)) return undefined
  return { program: 'git', takes: git === 'git-receive-pack' }
}

/** `sudo -n rsync`, as `--rsync-path` has it; other options of sudo may do more. */
function withoutSudo(words: readonly string[]): readonly string[] {
  if (words[0] !== 'sudo') return words
  const user = words[1] === '-u' ? 3 : 1
  return words.slice(words[user] === '-n' ? user + 1 : user)
}

function scpOf(args: readonly string[]): ScpTransfer | undefined {
  const given = new Set<string>()
  let at = 0
  for (; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (arg === '--') {
      at++
      break
    }
    if (!/^-[a-zA-Z]+$/.test(arg)) break
    for (const letter of arg.slice(1)) given.add(letter)
  }
  const paths = args.slice(at)
  const known = [...given].every((letter) => 'tfrpdvqCB346OTsA'.includes(letter))
  if (!known || given.has('t') === given.has('f') || paths.length !== 1) return undefined
  return {
    program: 'scp',
    takes: given.has('t'),
    recursive: given.has('r'),
    preserves: given.has('p'),
    directory: given.has('d'),
    path: paths[0] ?? '',
  }
}
