import type { Call } from '../call.ts'
import { ANY, HOLE, ONE } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { holdsSecrets } from '../places.ts'

const WRITES = new Set(['-fprint', '-fprint0', '-fls', '-fprintf'])
const RUNS = new Set(['-exec', '-execdir', '-ok', '-okdir'])

/** Walks directories; it may remove, write and run for what it finds. */
export function find(call: Call): undefined {
  const { args } = call
  if (call.texts.includes('--')) call.unknown('where find looks is written in an unusual way')
  const first = args.findIndex(
    ({ text, many }, at) => (at > 0 || !many) && /^[-(!),]/.test(text) && !/^-[HLPDO]/.test(text),
  )
  const end = first === -1 ? args.length : first
  const paths = args.slice(0, end).filter(({ text }) => !/^-[HLPDO]/.test(text))
  const roots: readonly Field[] = paths.length > 0 ? paths : [{ text: '.', many: false }]
  const tests = args.slice(end)
  if (args.some(({ many, text }) => many || /^[\ue000-\ue003]/.test(text)))
    call.unknown('what find does is only known when it runs')
  const name = named(tests)
  for (let at = 0; at < tests.length; at++) {
    const { text } = tests[at] as Field
    if (text === '-delete') for (const root of roots) call.remove(root, true)
    if (WRITES.has(text) && tests[at + 1]) call.write(tests[at + 1] as Field)
    if (text === '-files0-from') call.unknown('where find looks stands in a file')
    if (RUNS.has(text)) {
      const stop = endOf(tests, at + 1)
      if (stop === -1) call.unknown('-exec of find has no end')
      const command = tests.slice(at + 1, stop === -1 ? tests.length : stop)
      for (const root of roots) each(call, command, root, name, text.endsWith('dir'))
      at = stop === -1 ? tests.length : stop
    }
  }
}

/** What files are called that all tests let through; anything where that is not plain. */
function named(tests: readonly Field[]): string {
  const [only, another] = tests.flatMap(({ text }, at) =>
    text === '-name' ? [tests[at + 1]?.text ?? ANY] : [],
  )
  const plain = !another && !tests.some(({ text }) => /^(?:-o|-or|!|-not|,)$/.test(text))
  return only && plain && !/[[\\/]/.test(only) ? only.replaceAll('*', ANY).replaceAll('?', ONE) : ANY
}

/** `{}` is any path below the root. */
function each(call: Call, command: readonly Field[], root: Field, name: string, beside: boolean): undefined {
  const below = root.text.includes(HOLE) ? HOLE : `${root.text.replace(/\/$/, '')}/${name}`
  const fields = command.map((field) => ({
    ...field,
    text: field.text.replaceAll('{}', below === HOLE ? HOLE : below),
  }))
  // A name that begins with a dash cannot be: every path begins with the root.
  const before = call.runner.findings.effects.length
  const scope = call.scope.fork()
  if (beside) scope.cwd = undefined
  call.inner(fields, 'find -exec', { scope })
  if (command[0]?.text.includes('{}')) call.unknown('find runs what it finds')
  // What is read lies anywhere below the root.
  const reading = call.runner.findings.effects.slice(before).some((effect) => effect.action === 'read')
  const log = /\.(?:log|txt|out|err|html|css|js|gz)$/.test(name)
  if (
    reading &&
    !log &&
    command.some(({ text }) => text.includes('{}')) &&
    holdsSecrets(root.text, call.scope.cwd)
  )
    call.effect({ action: 'expose', object: 'secret', name: call.nameOf(root.text) })
  // Removal of anything below is a removal of all of it.
  const program = command[0]?.text.split('/').at(-1) ?? ''
  if (/^(?:rm|unlink|shred|rmdir)$/.test(program) && command.some(({ text }) => text.includes('{}')))
    call.remove(root, true)
}

/** The `;` or `{} +` that ends a command; -1 where there is none. */
function endOf(tests: readonly Field[], from: number): number {
  for (let at = from; at < tests.length; at++) {
    const text = tests[at]?.text
    if (text === ';' || (text === '+' && tests[at - 1]?.text === '{}')) return at
  }
  return -1
}
