// Command lines of every form, made at random. Their programs are stubs.
import fc from 'fast-check'

const NAMES = ['rm', 'ls', 'systemctl']

const single = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const double = (text: string): string => `"${text.replaceAll(/["$`\\]/g, '\\$&')}"`

/** One name, written in ways that a shell reads alike. */
const name = fc
  .constantFrom(...NAMES)
  .chain((word) =>
    fc.constantFrom(
      word,
      word,
      single(word),
      double(word),
      `\\${word}`,
      `${word[0]}''${word.slice(1)}`,
      `${word[0]}"${word.slice(1)}"`,
      `${word[0]}\\\n${word.slice(1)}`,
      `$'${word.slice(0, 1)}\\x${word.charCodeAt(1).toString(16)}${word.slice(2)}'`,
      `$(echo ${word})`,
      `\`echo ${word}\``,
      `command ${word}`,
      `env ${word}`,
      `env X=1 ${word}`,
      `timeout 5 ${word}`,
      `nice -n 1 ${word}`,
      `nohup ${word}`,
      `X=1 ${word}`,
    ),
  )

const argument = fc.constantFrom(
  'a',
  '-rf',
  '--',
  "'x y'",
  '"x y"',
  'x\\ y',
  '"$v"',
  '$v',
  '"$w"',
  '$w',
  "'$v'",
  '\\$v',
  '*.txt',
  '"*.txt"',
  'a.?xt',
  '{1,2}',
  'p{a,b}s',
  '{1..3}',
  "'{1,2}'",
  '$(echo p q)',
  '"$(echo p q)"',
  '`echo r`',
  "$'a\\tb'",
  '"a\\"b"',
  '"a\\b"',
  'a#b',
  '""',
  "''",
  '$((1+2))',
  '$?',
  '"$#"',
  'é',
  '~',
  '[ab].txt',
  '"$(echo "n $v")"',
  `\${v}`,
  `"\${v}"`,
  `\${u:-d}`,
  `\${v:-d}`,
  `\${v%e}`,
  `\${#v}`,
  'x"y"z',
  'a=b',
  '!',
  '"$@"',
  '$1',
)

const simple = fc
  .tuple(name, fc.array(argument, { maxLength: 3 }))
  .map(([word, args]) => [word, ...args].join(' '))

const setting = fc.constantFrom(
  'v=one',
  "v='a b'",
  'w=two',
  'v=$w',
  'w="$v x"',
  'v=',
  'export w=z',
  'unset v',
  'set -- k "l m"',
  'v=$(echo s)',
  ':',
  'true',
  'false',
  'cd .',
  'v=$v$v',
  'read v',
  'IFS=o',
  'export v w',
  'v=x:y; IFS=:',
  'rm() { ls shadowed; }',
  'ls() { command ls "$@" more; }',
  'unset -f rm',
  'shift',
  'v="$(rm inner)"',
  'eval v=evaluated',
  'v=a; readonly v',
  'ls &',
  'g() { v=changed; }; g',
  'g() { local v=local; rm "$v"; }; g',
  'for w in 1 2; do v=$v$w; done',
  'v+=more',
)

export const lines = fc.letrec<{ line: string }>((tie) => ({
  line: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    simple,
    simple,
    fc.tuple(setting, tie('line')).map(([set, line]) => `${set}; ${line}`),
    fc.tuple(setting, tie('line')).map(([set, line]) => `${set} && ${line}`),
    fc.tuple(setting, tie('line')).map(([set, line]) => `${set} || ${line}`),
    fc
      .tuple(tie('line'), fc.constantFrom(';', '&&', '||', '|', '\n'), tie('line'))
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    tie('line').map((line) => `( ${line} )`),
    tie('line').map((line) => `{ ${line}; }`),
    tie('line').map((line) => `! ${line}`),
    tie('line').map((line) => `if true; then ${line}; else v=c; fi`),
    fc.tuple(setting, tie('line')).map(([set, line]) => `if ${set}; then v=q; fi; ${line}`),
    tie('line').map((line) => `for v in s t; do ${line}; done`),
    tie('line').map((line) => `for v in *.txt; do ${line}; done`),
    tie('line').map((line) => `i=0; while [ "$i" != xx ]; do i=x$i; ${line}; [ "$i" = xx0 ] && break; done`),
    tie('line').map((line) => `case v in x) ${line};; v) ${line};; esac`),
    fc.tuple(tie('line'), argument).map(([line, arg]) => `f() { ${line}; }; f ${arg}`),
    tie('line').map((line) => `eval ${single(line)}`),
    tie('line').map((line) => `sh -c ${single(line)}`),
    tie('line').map((line) => `bash -c ${single(line)} _ m n`),
    tie('line').map((line) => `sh -c ${double(line)}`),
    tie('line').map((line) => `echo ${single(line)} | sh`),
    tie('line').map((line) => `sh <<'E'\n${line}\nE`),
    tie('line').map((line) => `printf '%s\\n' ${single(line)} | bash -s`),
    tie('line').map((line) => `echo ${Buffer.from(line).toString('base64')} | base64 -d | sh`),
    tie('line').map((line) => `echo "$(${line})"`),
    tie('line').map((line) => `echo \${u:-$(${line})}`),
    tie('line').map((line) => `${line} > /dev/null 2>&1`),
    fc.tuple(name, argument).map(([word, arg]) => `echo a b | xargs ${word} ${arg}`),
    fc.tuple(name, argument).map(([word, arg]) => `find . -name '*.txt' -exec ${word} ${arg} {} \\;`),
    fc
      .tuple(fc.constantFrom(...NAMES), argument, fc.constantFrom('x=', 'x="-f "'))
      .map(([word, arg, set]) => `${set}; x=${word}; $x ${arg}`),
    fc.tuple(fc.constantFrom(...NAMES), argument).map(([word, arg]) => `x='${word} p'; $x ${arg}`),
    fc.tuple(fc.constantFrom(...NAMES)).map(([word]) => `{${word},q}`),
    tie('line').map((line) => `cat <<E | cat\n$(${line})\nE`),
    tie('line').map((line) => `trap ${single(line)} EXIT`),
  ),
})).line
