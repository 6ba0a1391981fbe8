// Results as Markdown tables.
import type { Results } from './results.ts'
import { TARGETS } from './targets.ts'
import { CONTESTS, ENTRANTS } from './workloads/index.ts'

const round = (value: number | undefined, digits: number) =>
  value === undefined ? '–' : value.toFixed(digits)

function amount(value: number | undefined): string {
  return round(value, value !== undefined && value < 10 ? 2 : value !== undefined && value < 100 ? 1 : 0)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)]
}

function targets(results: Results): string[] {
  const rows = TARGETS.flatMap((target) => {
    const measured = target.measured(results)
    if (measured === undefined) return []
    const met = target.at === 'least' ? measured >= target.want : measured <= target.want
    const sign = target.at === 'least' ? '≥' : '≤'
    const unit = target.unit === 'x' ? '' : ` ${target.unit}`
    return [[target.what, `${sign} ${target.want}${unit}`, `${amount(measured)}${unit}`, met ? 'yes' : 'no']]
  })
  return rows.length > 0
    ? ['## Against the targets', '', ...table(['what', 'target', 'measured', 'met'], rows), '']
    : []
}

function contest({ name, unit, per }: (typeof CONTESTS)[number], results: Results): string[] {
  const entrants = results.entrants(name)
  const rows = ['direct', ...ENTRANTS]
    .filter((entrant) => entrants.includes(entrant))
    .map((entrant) => [
      entrant,
      amount(results.value(name, entrant)),
      round(results.ratio(name, entrant, 'direct'), 2),
      round(results.ratio(name, entrant, 'haproxy'), 2),
      round(results.ratio(name, entrant, 'pgbouncer'), 2),
      amount(results.value(name, entrant, 'cpu')),
      amount(results.value(name, entrant, 'p50')),
      amount(results.value(name, entrant, 'p99')),
    ])
  if (rows.length === 0) return []
  const head = [
    'entrant',
    unit,
    '/ direct',
    '/ haproxy',
    '/ pgbouncer',
    `CPU µs a ${per}`,
    'p50 µs',
    'p99 µs',
  ]
  const shown = head.map((_, column) => column < 2 || rows.some((row) => row[column] !== '–'))
  const keep = (cells: readonly string[]) => cells.filter((_, column) => shown[column])
  return [`### ${name}`, '', ...table(keep(head), rows.map(keep)), '']
}

export function report(results: Results, facts: readonly string[]): string {
  const figures = results.figures.map(({ name, value, unit }) => [name, `${amount(value)} ${unit}`])
  return [
    '# Bench',
    '',
    'Written by `npm run bench`. Ratios are medians of the ratios within each round; absolute values depend on the machine.',
    'Every entrant relays to the same PostgreSQL on loopback; Sluice judges, masks and records as in a job.',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    ...targets(results),
    '## Workloads',
    '',
    ...CONTESTS.flatMap((each) => contest(each, results)),
    ...(figures.length > 0 ? ['## Sluice alone', '', ...table(['what', 'measured'], figures), ''] : []),
  ].join('\n')
}
