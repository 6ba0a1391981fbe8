// The reference of the rules, written from the rules so that it cannot be out of date.
import type { Effect } from '../../core/statement.ts'
import { BUILT_IN } from '../guards.ts'
import { RULES } from './index.ts'
import { OUT_OF_SCOPE } from './out-of-scope.ts'
import type { Example, Family, Rule } from './rule.ts'

const FAMILIES: Readonly<Record<Family, string>> = {
  opaque: 'What cannot be judged before it runs.',
  'data-loss': 'Rows, columns and tables that would be gone, or values that would be overwritten.',
  'files-and-network': 'Files and programs of the database server, and other servers.',
  'server-wide': 'What concerns the whole server, or other people’s sessions.',
  privilege: 'Who may do what, and who is who.',
  code: 'What is called, and what is kept in the database to run later.',
  session: 'Settings that change what a statement means, or take a protection away.',
  masking: 'Values that would get past their mask.',
  'bulk-export': 'Data that would leave in bulk, or by way of the system’s own views.',
  integrity: 'What keeps the data right.',
  compatibility: 'What programs rely on. Nothing is lost.',
  'lock-risk':
    'Nothing is lost, but others wait. What is only reported is held on a relation above `thresholds.table_size`.',
  shell: 'Command lines: what runs, and whether that can be told.',
  files: 'Command lines: files, directories and disks of a host.',
  services: 'Command lines: services, processes, packages, containers and the host itself.',
  accounts: 'Command lines: who does something, and what tells of it later.',
  secrets: 'Command lines: what should never be printed.',
  network: 'Command lines: other hosts, and databases.',
  requests: 'Requests over HTTP.',
}

/** Markdown, laid out as the formatter leaves it. */
export function reference(): string {
  const families = Object.entries(FAMILIES).map(([family, about]) => section(family, about))
  return `${[INTRODUCTION, ...families, outOfScope()].join('\n\n')}\n`
}

const INTRODUCTION = `# The rules

A statement's effects are facts; a rule turns one kind of fact into a finding; the guard says how much a finding weighs: \`block\`
refuses the statement, \`hold\` asks an approver, \`warn\` only reports. A rule that a guard does not list does not speak (–).
[The policy file](policy-file.md) has the keys: \`block\`, \`hold\`, \`warn\`, \`allow\`, \`thresholds\`.

What the database holds already (a trigger, a rule, a function, a cascade) is held where the rule says \`block\`, unless the rule is
marked *: somebody reviewed that code once, and this statement only sets it off.

A name such as \`squawk/ban-drop-table\` is a rule of another tool that looks at the same: [squawk](https://squawkhq.com),
[atlas](https://atlasgo.io/lint/analyzers), [strong_migrations](https://github.com/ankane/strong_migrations),
[eugene](https://github.com/kaaveland/eugene), [bytebase](https://www.bytebase.com).

This page is printed by \`node scripts/rules.ts\`.`

function section(family: string, about: string): string {
  const rules = RULES.filter((rule) => rule.family === family)
  const head = ['rule', 'strict', 'migrations', 'read-only', 'what it is about']
  const rows = rules.map((rule) => [
    `\`${rule.id}\`${rule.keepsBlock ? ' \\*' : ''}`,
    ...(['strict', 'migrations', 'read-only'] as const).map((guard) => BUILT_IN[guard].rules[rule.id] ?? '–'),
    plain(rule.summary),
  ])
  return [`## ${family}`, about, table([head, ...rows]), rules.map(item).join('\n')].join('\n\n')
}

/** Cells padded to the widest of their column. */
function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(width(column))).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), line(head.map((_, column) => '-'.repeat(width(column)))), ...body.map(line)].join('\n')
}

function item({ id, examples, covers }: Rule): string {
  const others = covers.length === 0 ? '' : `; ${covers.map((name) => `\`${name}\``).join(', ')}`
  const [example] = examples.match
  return `- \`${id}\`: ${example === undefined ? '' : shown(example)}${others}`
}

/** A fact that no text gives is told in words. */
function shown(example: Example): string {
  if (typeof example === 'string') return `\`${example.replaceAll('\0', '\\0')}\``
  if ('command' in example) return `\`${example.command}\``
  const { action, object, estimate }: Effect = example
  const many = estimate === undefined ? '' : ` (${estimate} rows)`
  return `the effect \`${action} ${object}\`${many}`
}

function outOfScope(): string {
  const items = OUT_OF_SCOPE.map(
    ({ why, rules }) => `- ${why}: ${rules.map((rule) => `\`${rule}\``).join(', ')}`,
  )
  return ['## Out of scope', 'Rules of other tools that none here covers, and why.', items.join('\n')].join(
    '\n\n',
  )
}

const plain = (text: string): string => text.replaceAll('|', '\\|').replaceAll('*', '\\*')
