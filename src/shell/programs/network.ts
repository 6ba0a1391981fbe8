// Other hosts: what is fetched, sent and run there.
import type { Call } from '../call.ts'
import { HOLE, isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { placeOf } from '../places.ts'
import { ANY_SHELL } from '../shells.ts'
import { each, type Programs } from './program.ts'

export const NETWORK: Programs = {
  curl,
  ...each('wget wget2', wget),
  ...each(
    'fetch aria2c axel lynx w3m links httpie http https xh ftp lftp tftp rclone aws gcloud gsutil az s3cmd s5cmd mc gh glab heroku flyctl doctl hcloud oc-mirror skopeo',
    (call) => {
      call.outcome = { download: true }
      call.program(call.name)
    },
  ),
  ...each('nc ncat netcat socat telnet openssl-s_client', (call) => {
    const host = new Options(call.args, '-w -p -s -i -x -X -q').operands[0]
    if (
      call.name !== 'socat' &&
      call.texts.some((text) => /^-[a-zA-Z]*z/.test(text)) &&
      !call.texts.some((text) => /^-[a-zA-Z]*[ec]/.test(text))
    )
      return reach(call, host)
    call.outcome = { download: true }
    call.effect({ action: 'send', object: 'host', name: told(host?.text ?? '') })
    if (
      call.texts.some((text) =>
        /^-[a-zA-Z]*[ecl]|^--(?:exec|sh-exec|lua-exec)|exec:|system:|listen/i.test(text),
      )
    )
      call.effect({ action: 'run', object: 'shell' })
  }),
  ...each('ssh autossh mosh sshpass dropbear dbclient plink', ssh),
  ...each('scp', scp),
  ...each('sftp', (call) =>
    call.effect({
      action: 'send',
      object: 'host',
      name: told(hostOf(new Options(call.args, '-b -i -o -P -F -J -l').operands[0])),
    }),
  ),
  rsync,
  ...each('mail mailx sendmail mutt msmtp swaks', (call) =>
    call.effect({ action: 'send', object: 'host', name: 'mail' }),
  ),
  git,
  ...each('hg svn', (call) => call.program(call.name)),
  openssl: (call) => {
    const [verb] = call.texts
    if (verb === 's_client') {
      call.outcome = { download: true }
      return reach(call, new Options(call.args.slice(1), '-connect').values('-connect')[0])
    }
    if (
      /^(?:version|x509|verify|dgst|rand|ciphers|list|asn1parse|crl|ocsp|sha256|md5)$/.test(verb ?? '') &&
      !call.texts.some((text) =>
        /^-(?:out|engine|provider|passin|signkey|inkey|writerand|sign|CAserial|CAkey)/.test(text),
      )
    ) {
      for (const field of new Options(call.args.slice(1), '-in').values('-in')) call.read(field)
      return
    }
    call.effect({ action: 'run', object: 'code', name: 'openssl' })
  },
}

const LOCAL = /^(?:\w+:\/\/)?(?:[^@/]*@)?(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)(?:[:/]|$)/

function hostOf(field: Field | undefined): string {
  if (!field) return ''
  const { text } = field
  if (!isKnown(text)) return HOLE
  if (LOCAL.test(text)) return 'localhost'
  return text
    .replace(/^\w+:\/\//, '')
    .replace(/^[^@/]*@/, '')
    .replace(/[:/?#].*$/s, '')
}

function reach(call: Call, field: Field | undefined): undefined {
  const name = hostOf(field)
  if (name.includes(HOLE) || (field && !isKnown(field.text)))
    call.unknown('what is asked of another host is only known when it runs')
  call.effect({ action: 'reach', object: 'host', name: told(name) })
}

const CURL = `-d -F -T -X -H -o -u -A -b -c -e -m -w -x -K -E -D -r -t -z -Y -y -C --data --data-raw --data-binary --data-urlencode --data-ascii --json --form --form-string --upload-file --request --header --output
  --user --user-agent --cookie --cookie-jar --referer --max-time --connect-timeout --write-out --proxy --config --cert --key --cacert --capath --dump-header --range --retry --retry-delay --retry-max-time --resolve --connect-to --unix-socket
  --interface --output-dir --limit-rate --url --netrc-file --proxy-header --stderr --trace --trace-ascii --etag-save --etag-compare --hsts --libcurl --max-redirs --url-query --variable --oauth2-bearer --cert-type --key-type --pass`

function curl(call: Call): undefined {
  const options = new Options(call.args, CURL)
  call.outcome = { download: true }
  if (options.open || options.has('-K', '--config')) call.unknown('what curl does is only known when it runs')
  for (const field of options.values(
    '-o',
    '--output',
    '-D',
    '--dump-header',
    '-c',
    '--cookie-jar',
    '--trace',
    '--trace-ascii',
    '--libcurl',
    '--stderr',
    '--hsts',
    '--etag-save',
    '--output-dir',
  ))
    call.write(field)
  if (options.has('-O', '--remote-name', '-J', '--remote-name-all', '--remote-header-name'))
    call.write({ text: './…', many: false })
  const urls = [...options.operands, ...options.values('--url')]
  const sends = options.has(
    '-d',
    '-F',
    '-T',
    '--data',
    '--data-raw',
    '--data-binary',
    '--data-urlencode',
    '--data-ascii',
    '--json',
    '--form',
    '--form-string',
    '--upload-file',
    '--url-query',
    '--variable',
    '--mail-from',
    '-Q',
    '--quote',
  )
  const method = options.values('-X', '--request')[0]?.text ?? 'GET'
  const secret = options.values(
    '-d',
    '-F',
    '-T',
    '-H',
    '-E',
    '--data',
    '--data-binary',
    '--data-urlencode',
    '--json',
    '--form',
    '--upload-file',
    '--header',
    '--cert',
    '--key',
    '--cookie',
    '-b',
    '-u',
    '--user',
    '-A',
    '-e',
  )
  if (secret.some(({ text }) => !isKnown(text)))
    call.unknown('what is sent to another host is only known when it runs')
  for (const { text } of options.values(
    '-d',
    '-F',
    '--data',
    '--data-binary',
    '--data-urlencode',
    '--json',
    '--form',
  )) {
    const [, file] = /[@<]([^;]+)/.exec(text) ?? []
    if (file) call.read({ text: file, many: false })
  }
  for (const file of options.values('-T', '--upload-file')) call.read(file)
  for (const url of urls) target(call, url, sends || !/^(?:GET|HEAD|OPTIONS)$/i.test(method))
}

function target(call: Call, url: Field, sends: boolean): undefined {
  if (/^file:/i.test(url.text))
    return call.read({ ...url, text: url.text.replace(/^file:(?:\/\/[^/]*)?/i, '') })
  if (/^(?!https?:)\w+:\/\//i.test(url.text))
    call.effect({ action: 'send', object: 'host', name: told(hostOf(url)) })
  if (sends) call.effect({ action: 'send', object: 'host', name: told(hostOf(url)) })
  reach(call, url)
}

function wget(call: Call): undefined {
  const options = new Options(
    call.args,
    '-O -o -a -P -t -T -U -e -i -B -Q -w -A -R -D --output-document --output-file --append-output --directory-prefix --tries --timeout --user-agent --header --post-data --post-file --body-data --body-file --method --execute --input-file --user --password --wait --base',
  )
  call.outcome = { download: true }
  if (
    options.open ||
    options.has(
      '-e',
      '--execute',
      '-i',
      '--input-file',
      '--use-askpass',
      '--config',
      '-m',
      '--mirror',
      '-r',
      '--recursive',
    )
  )
    call.unknown('what wget does is only known when it runs')
  const files = options.values('-O', '-o', '-a', '--output-document', '--output-file', '--append-output')
  for (const field of files) if (field.text !== '-') call.write(field)
  for (const field of options.values('-P', '--directory-prefix')) call.write(field, true)
  if (files.length === 0 && !options.has('--spider')) call.write({ text: './…', many: false })
  for (const file of options.values('--post-file', '--body-file')) call.read(file)
  const sends = options.has('--post-data', '--post-file', '--body-data', '--body-file', '--method')
  for (const url of options.operands) target(call, url, sends)
}

function ssh(call: Call): undefined {
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
}

/** `-t` and `-f` are what the client's scp starts on the host. */
function scp(call: Call): undefined {
  const options = new Options(call.args, '-c -F -i -J -l -o -P -S -D -X')
  const recursive = options.has('-r')
  if (options.has('-t') || options.has('-f')) {
    if (options.open || options.has('-S', '-o', '-D') || options.operands.length !== 1)
      call.unknown('an option of scp is not understood')
    for (const operand of options.operands) {
      if (options.has('-t')) call.write(operand, recursive)
      else call.read(operand, recursive)
    }
    return
  }
  if (options.has('-S', '-o', '-D') || options.open) call.unknown('scp has an option that runs something')
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

/** As a client, or as the server that a client's rsync starts here: `rsync --server [--sender] OPTIONS . PATH…` */
function rsync(call: Call): undefined {
  const options = new Options(
    call.args,
    call.texts[0] === '--server' ? RSYNC.replace('-e -f -B -M -T', '') : RSYNC,
  )
  if (call.args.length === 1 && options.has('--version')) return
  if (options.open) call.unknown('what rsync does is only known when it runs')
  const server = call.texts[0] === '--server'
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
    if (options.has('--remove-source-files'))
      for (const source of options.operands.slice(0, -1)) call.remove(source, true)
    return between(call, options.operands, recursive)
  }
  const [dot, ...paths] = options.operands
  if (dot?.text !== '.' || paths.length === 0) call.unknown('an option of rsync is not understood')
  const sender = options.has('--sender')
  for (const path of paths) {
    if (options.has('--remove-source-files') && sender) call.remove(path, true)
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

/** The directory that a clone of an address gets. */
const named = (address: Field | undefined): Field | undefined =>
  address && {
    ...address,
    text: address.text
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .replace(/^.*[/:]/, ''),
  }

/** Commands that only tell, and that write in the working tree. */
const TELLS =
  /^(?:status|log|show|diff|rev-parse|describe|ls-files|ls-tree|ls-remote|rev-list|shortlog|blame|cat-file|for-each-ref|show-ref|name-rev|merge-base|symbolic-ref|var|version|--version|help|count-objects|check-ignore|whatchanged|reflog)$/
const WRITES =
  /^(?:pull|fetch|clone|checkout|switch|restore|merge|rebase|add|commit|init|submodule|stash|tag|branch|cherry-pick|revert|apply|am|mv|remote|worktree|sparse-checkout|lfs|gc|pack-refs|update-server-info|bundle)$/

function git(call: Call): undefined {
  const options = new Options(
    call.args,
    '-C -c --git-dir --work-tree --namespace --exec-path --config-env --super-prefix',
    true,
  )
  const [verb, ...rest] = options.operands
  const text = verb?.text ?? ''
  if (options.open || options.has('-c', '--exec-path', '--config-env', '--git-dir', '--work-tree'))
    call.unknown('git has an option that may run something')
  const inner = new Options(rest)
  if (
    inner.open ||
    inner.has(
      '--upload-pack',
      '--receive-pack',
      '--exec',
      '-x',
      '--open-files-in-pager',
      '-O',
      '--ext-diff',
      '--output',
      '--template',
      '--config',
      '-c',
      '--textconv',
    )
  ) {
    if (
      !/^(?:checkout|switch|commit|branch|diff|log|show)$/.test(text) ||
      inner.open ||
      inner.has('--output', '--ext-diff', '--exec', '--upload-pack', '--textconv')
    )
      call.unknown('git has an option that may run something')
  }
  const [at] = options.values('-C')
  const root = at ?? { text: '.', many: false }
  if (/^(?:upload-pack|upload-archive)$/.test(text)) return call.reads(rest)
  if (text === 'receive-pack') {
    for (const field of rest) call.write(field, true)
    return
  }
  if (
    text === 'clean' ||
    text === 'reset' ||
    (text === 'checkout' && inner.has('-f', '--force')) ||
    text === 'rm'
  )
    return call.change('remove', root, text === 'clean' || text === 'rm', { detail: 'changes' })
  if (text === 'push' || text === 'send-email')
    return call.effect({
      action: 'send',
      object: 'host',
      name: told(hostOf(inner.operands[0]) || 'the remote'),
    })
  if (text === 'config')
    return inner.has('--get', '--list', '-l', '--get-all')
      ? undefined
      : call.effect({ action: 'write', object: 'path', name: call.nameOf('.git/config'), place: 'startup' })
  if (inner.has('--no-index')) for (const operand of inner.operands) call.read(operand, true)
  if (TELLS.test(text) || text === '') return
  if (!WRITES.test(text)) return call.unknown('git is given a verb that is not known')
  if (rest.some((field) => /^ext::|^-/.test(field.text) && /::/.test(field.text)))
    call.unknown('git is given an address that runs something')
  if (
    text === 'submodule' &&
    !/^(?:update|init|status|sync|add|summary)$/.test(inner.operands[0]?.text ?? 'status')
  )
    return call.unknown('git is given a verb that is not known')
  const cloned = text === 'clone' ? (inner.operands[1] ?? named(inner.operands[0])) : undefined
  call.change('write', cloned && !/:/.test(cloned.text) ? cloned : root, false, { detail: 'repository' })
}
