// Shells and languages: what they run is judged where it is a command line, and opaque elsewhere.
import type { Call } from '../call.ts'
import { isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { shellsOf } from '../shells.ts'
import { each, known, type Program, type Programs } from './program.ts'

/** Options that load nothing. */
const PLAIN =
  /^(?:-[uBOsEIwTqn]+|--(?:no-warnings|enable-source-maps|trace-warnings|max-old-space-size|expose-gc))$/

/** A language: options with a text that runs, with the name of a module, and others that take a value. */
const language =
  (code: string, valued = '', harmless = /^(?:-V|--version|-v|--help|-h)$/): Program =>
  (call) => {
    const options = new Options(call.args, `${code} ${valued}`, true)
    if (call.args.length === 1 && harmless.test(call.texts[0] ?? '')) return
    const texts = options.values(...code.split(' '))
    if (texts.some(({ download }) => download)) return call.effect({ action: 'run', object: 'download' })
    const [file] = options.operands
    if (texts.length > 0 || options.open || !file || file.text === '-') return opaque(call)
    // What a guard allows is the file, not what is loaded before it.
    if (options.names().some((name) => !PLAIN.test(name))) opaque(call)
    script(call, file)
  }

function opaque(call: Call): undefined {
  if (call.stdin.download) call.effect({ action: 'run', object: 'download' })
  else call.effect({ action: 'run', object: 'code', name: call.name })
}

/** A file of the host. */
function script(call: Call, file: Field): undefined {
  if (file.download) return call.effect({ action: 'run', object: 'download' })
  const path = known(file)
  if (path === undefined) return call.unknown('which file it runs is only known when it runs')
  call.program(call.nameOf(path))
}

export const INTERPRETERS: Programs = {
  ...each('sh bash rbash dash ash ksh ksh93 mksh zsh', shell),
  ...each('fish csh tcsh pwsh nu elvish xonsh rc es', (call) => {
    call.unknown('its language is none that is read here')
  }),
  ...each(
    'python python2 python3 pypy pypy3 python3.9 python3.10 python3.11 python3.12 python3.13 python3.14',
    (call) => {
      const options = new Options(call.args, '-c -m -W -X --check-hash-based-pycs', true)
      const [module] = options.values('-m')
      if (module) return call.program(`${call.name} -m ${known(module) ?? '…'}`)
      const [file, task] = options.operands
      if (file?.text.endsWith('manage.py') && task && known(task) && !options.has('-c') && !options.open)
        return call.program(`${call.nameOf(file.text)} ${task.text}`)
      language('-c', '-W -X -m')(call)
    },
  ),
  ...each('perl perl5', language('-e -E', '-I -m -M -0 -i -F')),
  ...each('ruby jruby', language('-e', '-I -r -C')),
  ...each('irb pry ipython gdb erl iex ghci scala jshell sqlplus', opaque),
  ...each(
    'node nodejs deno bun tsx ts-node',
    language('-e -p --eval --print', '-r --require --import --loader'),
  ),
  php: (call) => {
    const options = new Options(call.args, '-r -d -c -f -B -R -E -F -z -S', true)
    const [file, task] = options.operands
    if (file?.text.endsWith('artisan') && task && known(task) && !options.has('-r', '-d', '-c'))
      return call.program(`${call.nameOf(file.text)} ${task.text}`)
    language('-r -B -R -E', '-d -c -F -z -S')(call)
  },
  ...each(
    'lua luajit tclsh wish expect guile R Rscript octave groovy julia elixir swift go java javac gcc cc g++ clang make.exe m4 bc dc ed ex vi vim nvim nano emacs pico less more man screen tmux',
    opaque,
  ),
  ...each('awk gawk mawk nawk original-awk', awk),
  // Runners of a project's own tasks.
  ...each(
    'npm yarn pnpm npx bunx make rake rails bundle bin/rails composer mvn gradle gradlew ant cargo just task invoke fab cap mix poetry pipenv uv alembic flyway liquibase dbmate goose sqitch knex prisma sequelize typeorm django-admin flask celery gunicorn uwsgi puma sidekiq drush wp artisan symfony console terraform tofu pulumi ansible-playbook ansible chef-client puppet salt-call',
    task,
  ),
}

const ELSEWHERE =
  /^-[CfIrd]|^--(?:prefix|script-shell|cwd|dir|directory|file|makefile|rakefile|require|eval|node-options|userconfig|globalconfig|working-dir|gemfile|include-dir|workspace-root|config)\b|^(?:SHELL|MAKEFLAGS|MAKEFILES|CC|CXX)=/

/** `npm run build`, `make deploy`: the words up to the first option. */
function task(call: Call): undefined {
  const words: string[] = []
  for (const field of call.args) {
    const text = known(field)
    if (text === undefined || !/^[A-Za-z0-9][\w:./@-]*$/.test(text) || words.length === 3) break
    words.push(text)
  }
  if (call.args.length === 1 && /^(?:--version|-v|-V|version)$/.test(call.texts[0] ?? '')) return
  // What a guard allows is a task of the project at hand, not of another one.
  const end = call.texts.indexOf('--')
  const own = end === -1 ? call.texts : call.texts.slice(0, end)
  if (own.some((text) => ELSEWHERE.test(text)))
    call.unknown(`${call.name} is told where its tasks are, or what runs them`)
  call.program([call.name, ...words].join(' '))
}

function shell(call: Call): undefined {
  const options = new Options(call.args, '-O +O -o +o --rcfile --init-file', true)
  const shells = shellsOf(call.name) ?? shellsOf('sh')
  const operands = options.operands
  if (call.args.some(({ download }) => download)) return call.effect({ action: 'run', object: 'download' })
  if (options.open || !shells) return call.unknown('what the shell is given is only known when it runs')
  if (call.args.length === 1 && options.has('--version', '--help')) return
  if (options.has('-l', '--login', '-i', '--rcfile', '--init-file') && !options.has('-c'))
    call.effect({ action: 'run', object: 'shell' })
  if (operands[0]?.text.startsWith('+')) return call.unknown('an option of the shell is not understood')
  if (options.has('-c')) {
    const [text, , ...args] = operands
    if (!text) return
    if (text.download) return call.effect({ action: 'run', object: 'download' })
    const certain = args.every(({ many }) => !many)
    call.script(text.text, call.name, {
      shells,
      ...(certain ? { args: args.map((field) => field.text) } : { args: ['\ue000'] }),
    })
    return
  }
  const [file] = operands
  if (file && !options.has('-s')) {
    if (file.text !== '-' && file.text !== '/dev/stdin') return script(call, file)
  }
  standard(call, shells, operands)
}

/** Commands on the standard input. */
function standard(
  call: Call,
  shells: NonNullable<ReturnType<typeof shellsOf>>,
  args: readonly Field[],
): undefined {
  const { text, download, client } = call.stdin
  if (download) return call.effect({ action: 'run', object: 'download' })
  if (text !== undefined && isKnown(text))
    return void call.script(text, call.name, {
      shells,
      args: args.map((field) => field.text),
      stdin: { client: false, download: false },
    })
  if (client) return call.effect({ action: 'run', object: 'shell' })
  call.unknown('what a shell reads on its input is only known when it runs')
}

/** Programs of awk can run others, and write files. */
function awk(call: Call): undefined {
  const options = new Options(
    call.args,
    '-F -v -f -e -i -l -o --field-separator --assign --file --source --include --load',
    true,
  )
  const [first, ...rest] = options.operands
  const texts = options.has('-e', '--source') ? options.values('-e', '--source') : [first]
  const file = options.has(
    '-f',
    '--file',
    '-i',
    '--include',
    '-l',
    '--load',
    '-o',
    '--profile',
    '--debug',
    '-D',
  )
  const opaqueText = texts.some((field) => {
    const text = known(field)
    return (
      text === undefined ||
      /system|getline|[|>@`]|printf?\s*>|close\s*\(|ENVIRON|SYMTAB|FUNCTAB|PROCINFO|FPAT|ARGV|[^\x20-\x7e\n\t]/.test(
        text
          .replaceAll(/>=/g, '')
          .replaceAll(/\|\|/g, '')
          .replace(/^[^{}"/]*(?=\{)/, '')
          .replaceAll(/\bif\s*\([^(){}"/]*\)/g, ''),
      )
    )
  })
  if (options.open || file || opaqueText) call.effect({ action: 'run', object: 'code', name: 'awk' })
  for (const operand of options.has('-e', '--source', '-f') ? options.operands : rest)
    if (!/^\w+=/.test(operand.text)) call.read(operand)
}
