// Programs that only tell: about files, the host, and text.
import type { Call } from '../call.ts'
import { environment } from '../environment.ts'
import { HOLE, HOME, isKnown, WORD } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { each, harmless, known, type Program, type Programs, reads } from './program.ts'

const STATUS = `pwd whoami id groups logname tty uname arch uptime w who users last lastb lastlog df  free vmstat iostat mpstat   lscpu lsblk lsmod
  lspci lsusb lsns nproc getconf locale sleep usleep basename dirname realpath readlink which whereis type test [ true false : expr seq factor yes
  stat ls dir vdir  namei  cksum md5sum sha1sum sha224sum sha256sum sha384sum sha512sum b2sum sum  pgrep pidof pstree  netstat arp numfmt cal tput mountpoint findmnt blkid lsof ulimit umask times wait jobs bg fg
  dpkg-query rpmquery apt-cache lsb_release hostid runlevel pmap lslogins getfacl lsattr lscpu locate  return break continue exit`

/** Queries over documents may also read the environment and other files. */
const query =
  (writing: string): Program =>
  (call) => {
    reads({
      first: true,
      patterns: '-f --from-file',
      files: '-f --from-file',
      valued: '--indent --arg --argjson',
      writing,
    })(call)
    if (
      call.texts.some(
        (text) =>
          /env|eval|system|exec|\$ENV|\bload|\binclude\b|\bimport\b|input_filename/.test(text) ||
          text.includes(HOLE),
      )
    )
      call.effect({ action: 'expose', object: 'environment' })
  }

export const READING: Programs = {
  ...each('du wc', harmless('--files0-from -X --exclude-from')),
  file: harmless('-f --files-from -m --magic-file -C --compile'),
  tree: harmless('-o'),
  ss: harmless('-D --diag -F --filter -K --kill'),
  sar: harmless('-o'),
  pidstat: harmless('-e'),
  ...each('host nslookup dig ping ping6 traceroute tracepath', (call) => {
    harmless('-f -k')(call)
    if (call.args.some(({ text, many }) => many || !isKnown(text)))
      call.unknown('what is asked of another host is only known when it runs')
  }),
  sync: () => undefined,
  getent: (call) =>
    call.texts.some((text) => /shadow/.test(text) || !isKnown(text))
      ? call.effect({ action: 'expose', object: 'secret', name: 'passwords of accounts' })
      : undefined,
  ...each(STATUS, harmless()),
  ...each(
    'tac nl rev od hexdump hd strings paste column expand unexpand fold fmt zcat bzcat xzcat zstdcat lz4cat cmp comm look',
    reads(),
  ),
  cat: (call) => {
    reads()(call)
    if (call.args.length === 0 || call.texts.join() === '-')
      call.outcome = { output: call.stdin.text, download: call.stdin.download }
  },
  ...each('head tail', reads({ valued: '-n -c --lines --bytes --pid -s' })),
  ...each('cut', reads({ valued: '-d -f -c -b --delimiter --fields' })),
  ...each('join', reads({ valued: '-1 -2 -t -o -e -a -v -j' })),
  ...each(
    'diff sdiff diff3 zdiff',
    reads({
      valued: '-U -C -I -x -X',
      recursive: '-r --recursive',
      writing: '-o --output --to-file --from-file --diff-program',
    }),
  ),
  ...each('base32 md5 crc32', reads()),
  ...each(
    'grep egrep fgrep zgrep',
    reads({
      first: true,
      patterns: '-e -f --regexp --file',
      files: '-f --file --exclude-from',
      valued: '-A -B -C -m -d -D --include --exclude --exclude-dir --max-count --context',
      recursive: '-r -R --recursive --dereference-recursive',
    }),
  ),
  rg: reads({
    first: true,
    patterns: '-e -f --regexp --file',
    files: '-f --file --exclude-from',
    valued: '-g -t -A -B -C -m',
    writing: '--pre',
    always: true,
  }),
  sort: reads({
    valued: '-k -t -S -T -o --key --field-separator',
    writing: '-o --output --compress-program --files0-from -T --temporary-directory',
  }),
  tr: harmless(),
  jq: query('-f --from-file --slurpfile --rawfile --args --jsonargs -L --library-path'),
  yq: query('-f --from-file -i --inplace -s --split-exp --split-exp-file'),
  uniq,
  date,
  hostname,
  ps,
  top: (call) =>
    new Options(call.args).has('-b') ? undefined : call.effect({ action: 'run', object: 'shell' }),
  echo,
  printf,
  base64,
  journalctl,
  dmesg: harmless('-C --clear -c --read-clear -D -E -n --console-level --console-on --console-off'),
  pwd: (call) => output(call, call.scope.cwd),
}

const output = (call: Call, text: string | undefined): undefined => {
  if (text !== undefined && isKnown(text) && !text.includes(HOME)) call.outcome = { output: `${text}\n` }
}

/** The text, where all shells print it alike. */
function echo(call: Call): undefined {
  const texts = call.texts
  const certain =
    call.args.every(({ many, text }) => !many && !/[\ue000-\ue003\\]/.test(text)) &&
    !/^-[neE]+$/.test(texts[0] ?? '')
  if (certain) call.outcome = { output: `${texts.join(' ')}\n` }
}

function printf(call: Call): undefined {
  const [format, ...rest] = call.args
  const joined = /^-v([\s\S]+)/.exec(format?.text ?? '')?.[1]
  if (format?.text === '-v' || joined !== undefined) {
    const name = joined ?? known(rest[0])
    if (name === undefined || !/^[A-Za-z_]\w*$/.test(name))
      return call.unknown('which name is given a value is only known when it runs')
    environment(call, name, HOLE)
    return call.scope.set(name, HOLE)
  }
  const text = known(format)
  if (text === undefined) return
  if (rest.length === 0 && !/[%\\]/.test(text)) call.outcome = { output: text }
  const only = known(rest[0])
  if (only !== undefined && rest.length === 1 && /^%s(?:\\n)?$/.test(text))
    call.outcome = { output: `${only}${text === '%s' ? '' : '\n'}` }
}

/** What is decoded from known text is known. */
function base64(call: Call): undefined {
  const options = new Options(call.args, '-w --wrap')
  for (const operand of options.operands) call.read(operand)
  const { text } = call.stdin
  if (!options.has('-d', '-D', '--decode') || options.operands.length > 0 || text === undefined) return
  const decoded = Buffer.from(text.replaceAll(/\s/g, ''), 'base64')
  const plain = decoded.toString('utf8')
  if (Buffer.from(plain).equals(decoded)) call.outcome = { output: plain }
}

/** A second operand is written. */
function uniq(call: Call): undefined {
  const { operands } = new Options(call.args, '-f -s -w')
  const [input, written] = operands
  if (input) call.read(input)
  // A pattern may stand for both.
  if (written ?? (input && !isKnown(input.text))) call.write(written ?? (input as Field))
}

function date(call: Call): undefined {
  const options = new Options(call.args, '-d -r -f --date --reference --file')
  call.reads(options.values('-f', '--file'))
  if (options.has('-s', '--set') || options.operands.some(({ text }) => !text.startsWith('+')))
    return call.effect({ action: 'write', object: 'kernel', name: 'the clock' })
  // No slash and no blank: it can be part of a name.
  const [format] = options.operands
  if (!format || /^\+[\w%:.-]*$/.test(format.text)) call.outcome = format ? { output: WORD } : {}
}

function hostname(call: Call): undefined {
  const options = new Options(call.args, '-F -b')
  if (options.operands.length > 0 || options.has('-F', '--file', '-b'))
    call.effect({ action: 'write', object: 'kernel', name: 'the name of the host' })
}

/** `e` shows the environment of programs. */
function ps(call: Call): undefined {
  const format = /^-[A-Za-z]*[opuUgGtCqsN]$|^--(?:format|sort|user|pid|ppid|group|tty)$/
  const shows = call.texts.some(
    (text, at) =>
      /environ|[\ue000-\ue003]/i.test(text) ||
      /^-[a-zA-Z]*E/.test(text) ||
      (/^[a-zA-Z]*e[a-zA-Z]*$/.test(text) && !format.test(call.texts[at - 1] ?? '')),
  )
  if (shows) call.effect({ action: 'expose', object: 'environment', name: 'other programs' })
}

function journalctl(call: Call): undefined {
  const options = new Options(
    call.args,
    '-u -p -o -t -g -S -U --unit --priority --output --since --until --grep --identifier --directory --file -D',
  )
  const gone = options
    .names()
    .some(
      (name) => /^--(?:vac|rot|fl|sy|rel|se|up|v)/.test(name) && !/^--(?:verify|version|since)$/.test(name),
    )
  if (options.open || gone) call.effect({ action: 'remove', object: 'history' })
}
