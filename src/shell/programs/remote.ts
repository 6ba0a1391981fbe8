// Other hosts, and what their clients start on this one.
import type { Call } from '../call.ts'
import { HOLE } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { placeOf } from '../places.ts'
import { ANY_SHELL } from '../shells.ts'
import { hostOf, reach } from './hosts.ts'

export function ssh(call: Call): undefined {
  if (/^(?:sshpass|autossh|mosh)$/.test(call.name))
    return call.effect({ action: 'reach', object: 'shell', name: 'another host' })
  const options = new Options(
    call.args,
    '-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w',
    true,
  )
  if (options.has('-V') || options.has('-Q')) return
  const [host, ...words] = options.operands
  if (options.open) call.unknown('what ssh does is only known when it runs')
  if (
    options.values('-o').some(({ text }) => /command|knownhosts|include|match|authsock|provider/i.test(text))
  )
    call.unknown('ssh has an option that runs something')
  if (options.has('-L', '-R', '-D', '-w', '-W'))
    call.effect({ action: 'send', object: 'host', name: told(hostOf(host)) })
  call.effect({ action: 'reach', object: 'shell', name: told(hostOf(host)) })
  if (words.length === 0) return call.effect({ action: 'run', object: 'shell' })
  const scope = call.scope.fork()
  scope.cwd = '\ue004'
  for (const name of ['HOME', 'USER', 'LOGNAME']) scope.variables.set(name, HOLE)
  if (words.some(({ many }) => many)) call.unknown('what runs on another host is only known when it runs')
  else call.script(words.map(({ text }) => text).join(' '), 'ssh', { shells: ANY_SHELL, scope })
  // Another host prints what it likes.
  call.outcome = { download: true }
}

/** `-t` and `-f` are what the client's scp starts on the host. */
export function scp(call: Call): undefined {
  const options = new Options(call.args, '-c -F -i -J -l -o -P -S -D -X')
  const recursive = options.has('-r')
  if (options.has('-t') || options.has('-f')) {
    if (
      options.open ||
      options.has('-S', '-o', '-D') ||
      options.operands.length !== 1 ||
      (options.has('-t') && options.has('-f'))
    )
      call.unknown('an option of scp is not understood')
    for (const operand of options.operands) {
      if (options.has('-t')) call.write(operand, recursive)
      else call.read(operand, recursive)
    }
    return
  }
  if (options.has('-S', '-o', '-D', '-F') || options.open)
    call.unknown('scp has an option that runs something')
  between(call, options.operands, recursive)
}

/** Files on their way between this host and others. */
function between(call: Call, operands: readonly Field[], recursive: boolean): undefined {
  const target = operands.at(-1)
  for (const operand of operands) {
    const remote = /^[^/]+:/.test(operand.text)
    if (operand === target) {
      if (remote) call.effect({ action: 'send', object: 'host', name: told(hostOf(operand)) })
      else call.write(operand, recursive)
    } else if (remote) reach(call, operand)
    else call.read(operand, recursive)
  }
}

const RSYNC = `-e -f -B -M -T --rsh --filter --exclude --include --exclude-from --include-from --files-from --rsync-path --backup-dir --suffix --temp-dir --compare-dest --copy-dest --link-dest --log-file --log-file-format
  --out-format --password-file --bwlimit --timeout --contimeout --port --chmod --chown --usermap --groupmap --partial-dir --max-delete --max-size --min-size --block-size --modify-window --info --debug --iconv --checksum-choice --compress-choice
  --compress-level --skip-compress --protocol --checksum-seed --remote-option --sockopts --address --stop-after --stop-at --write-batch --read-batch --only-write-batch --early-input --outbuf --copy-as --stderr --skip-compress --zl --zc --cc`

/** Long options of a client that are understood. */
const CLIENT =
  /^--(?:(?:rsh|rsync-path|filter|exclude|include|exclude-from|include-from|files-from|backup-dir|suffix|temp-dir|compare-dest|copy-dest|link-dest|log-file|out-format|password-file|bwlimit|timeout|contimeout|port|chmod|chown|partial-dir|max-delete|max-size|min-size|info|compress-level|remote-option|delete(?:-\w+)?)(?:=.*)?|del|archive|recursive|verbose|compress|links|copy-links|safe-links|perms|times|owner|group|devices|specials|no-[\w-]+|update|checksum|dry-run|progress|stats|human-readable|itemize-changes|inplace|partial|existing|ignore-existing|size-only|numeric-ids|omit-dir-times|relative|dirs|whole-file|one-file-system|hard-links|acls|xattrs|executability|quiet|mkpath|cvs-exclude|force|ignore-errors|remove-source-files|prune-empty-dirs|delay-updates|backup|sparse|append|append-verify|fuzzy|ipv4|ipv6|version|help|$)$/

/** As a client, or as the server that a client's rsync starts here: `rsync --server [--sender] OPTIONS . PATH…` */
export function rsync(call: Call): undefined {
  const options = new Options(
    call.args,
    call.texts[0] === '--server' ? RSYNC.replace('-e -f -B -M -T', '') : RSYNC,
  )
  if (call.args.length === 1 && options.has('--version')) return
  if (options.open) call.unknown('what rsync does is only known when it runs')
  const server = call.texts[0] === '--server'
  // What is kept from the shell comes on the input instead.
  if (
    server &&
    call.texts.some(
      (text) => /^-[^-e.]*s/.test(text) || /^--(?:secluded-args|protect-args|old-args)/.test(text),
    )
  )
    call.unknown('what the server of rsync is to do comes on its input')
  if (!server && call.args.some(({ text }) => /^--/.test(text) && !CLIENT.test(text)))
    call.unknown('rsync has an option whose effect is not known here')
  // -e of a server tells its protocol and has no value of its own.
  if (
    (!server && options.has('-e', '--rsh', '--rsync-path', '-M', '--remote-option')) ||
    options.has('--daemon', '--config', '--dparam', '--early-input', '--copy-as')
  )
    call.unknown('rsync has an option that runs something')
  for (const field of options.values(
    '--log-file',
    '--write-batch',
    '--only-write-batch',
    '--backup-dir',
    '--temp-dir',
    '--partial-dir',
  ))
    call.write(field, true)
  for (const field of options.values('--files-from', '--exclude-from', '--include-from', '--password-file'))
    call.read(field)
  const recursive = server ? true : options.has('-r', '--recursive', '-a', '--archive')
  const gone = options.names().some((name) => /^--del/.test(name))
  if (!server) {
    const target = options.operands.at(-1)
    if (gone && target) call.effect({ action: 'remove', object: 'surplus', name: call.nameOf(target.text) })
    if (options.has('--remove-source-files', '--remove-sent-files'))
      for (const source of options.operands.slice(0, -1)) call.remove(source, true)
    return between(call, options.operands, recursive)
  }
  const [dot, ...paths] = options.operands
  if (dot?.text !== '.' || paths.length === 0) call.unknown('an option of rsync is not understood')
  const sender = options.has('--sender')
  for (const path of paths) {
    if (options.has('--remove-source-files', '--remove-sent-files') && sender) call.remove(path, true)
    if (sender) call.read(path, recursive)
    else call.write(path, recursive)
    if (gone && !sender)
      call.effect({
        action: 'remove',
        object: 'surplus',
        name: call.nameOf(path.text),
        place: placeOf(path.text, call.scope.cwd),
      })
  }
}
