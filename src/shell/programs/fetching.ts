import type { Call } from '../call.ts'
import { HOLE, isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { hostOf, reach } from './hosts.ts'

const CURL = `-d -F -T -X -H -o -u -A -b -c -e -m -w -x -K -E -D -r -t -z -Y -y -C --data --data-raw --data-binary --data-urlencode --data-ascii --json --form --form-string --upload-file --request --header --output
  --user --user-agent --cookie --cookie-jar --referer --max-time --connect-timeout --write-out --proxy --config --cert --key --cacert --capath --dump-header --range --retry --retry-delay --retry-max-time --resolve --connect-to --unix-socket
  --interface --output-dir --limit-rate --url --netrc-file --proxy-header --stderr --trace --trace-ascii --etag-save --etag-compare --hsts --libcurl --max-redirs --url-query --variable --oauth2-bearer --cert-type --key-type --pass`

export function curl(call: Call): undefined {
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
    call.write({ text: `./${HOLE}`, many: false })
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
  if (options.values('-w', '--write-out').some(({ text }) => /^@|%output/.test(text) || !isKnown(text)))
    call.unknown('curl prints or writes what a file holds')
  for (const { text } of options.values('-H', '--header', '-b', '--cookie', '--proxy-header'))
    if (text.startsWith('@') || (!/[=:]/.test(text) && text !== '')) {
      call.read({ text: text.replace(/^@/, ''), many: false })
      call.effect({ action: 'send', object: 'host', name: told(hostOf(urls[0])) })
    }
  if (
    urls.some(({ text }) => /[{}\\]|\[(?![0-9a-f]*:)|^\s/i.test(text)) ||
    options.values('-o', '--output').some(({ text }) => text.includes('#'))
  )
    call.unknown('curl makes several addresses or names of one')
  if (
    options.has(
      '-x',
      '--proxy',
      '--resolve',
      '--connect-to',
      '--unix-socket',
      '--netrc',
      '-n',
      '--netrc-file',
    )
  )
    call.unknown('curl has an option that leads elsewhere')
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

export function wget(call: Call): undefined {
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
  if (files.length === 0 && !options.has('--spider')) call.write({ text: `./${HOLE}`, many: false })
  for (const file of options.values('--post-file', '--body-file')) call.read(file)
  const sends = options.has('--post-data', '--post-file', '--body-data', '--body-file', '--method')
  for (const url of options.operands) target(call, url, sends)
}
