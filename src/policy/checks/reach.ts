// Rules that can never fire, and parts of the file that nothing uses.
import type { AccessRule, GuardConfig } from '../config.ts'
import { matchesGlob } from '../globs.ts'
import { resolveGuard } from '../guards.ts'
import { RULES } from '../rules/index.ts'
import type { Checked } from './references.ts'
import type { Report } from './report.ts'

export function checkReach(config: Checked, report: Report): void {
  config.access.forEach((rule, index) => {
    checkShadowed(rule, index, config, report)
    checkContradiction(rule, index, report)
  })
  const used = (name: string, uses: (rule: AccessRule) => readonly string[]) =>
    config.access.some((rule) => uses(rule).includes(name))
  for (const name of Object.keys(config.targets))
    if (!used(name, (rule) => rule.targets))
      report.warning(
        ['targets', name],
        `targets.${name}: no access rule lets anybody reach it`,
        'Name it in a rule of `access`, or remove it',
      )
  for (const name of Object.keys(config.issuers))
    if (!used(name, (rule) => [rule.issuer]))
      report.warning(
        ['issuers', name],
        `issuers.${name}: no access rule uses it`,
        'Remove it, or write a rule',
      )
  for (const guard of Object.values(config.guards)) {
    checkExceptions(guard, config, report)
    checkThresholds(guard, config, report)
  }
  const extended = Object.values(config.guards).map((guard) => guard.extends)
  for (const name of Object.keys(config.guards))
    if (!extended.includes(name) && !used(name, (rule) => [rule.guard]))
      report.warning(
        ['guards', name],
        `guards.${name}: no access rule uses it`,
        'Name it in a rule of `access`, or remove it',
      )
  for (const name of Object.keys(config.masks))
    if (!used(name, (rule) => (rule.mask === undefined ? [] : [rule.mask])))
      report.warning(
        ['masks', name],
        `masks.${name}: no access rule uses it`,
        'Name it in a rule of `access`, or remove it',
      )
}

/** An exception from a rule that the guard does not have. */
function checkExceptions(guard: GuardConfig, config: Checked, report: Report): void {
  const { rules } = resolveGuard(guard.extends ?? guard.name, config.guards)
  const own = [guard.block, guard.hold, guard.warn].flatMap((list) => list ?? [])
  guard.allow?.forEach((entry, index) => {
    const rule = typeof entry === 'string' ? entry : entry.rule
    if (Object.hasOwn(rules, rule) || own.includes(rule)) return
    report.warning(
      ['guards', guard.name, 'allow', index],
      `guards.${guard.name}: the exception from "${rule}" can never count: the guard does not have that rule`,
      'Remove it',
    )
  })
}

/** A threshold whose rules are not there, or hold already. */
function checkThresholds({ name, thresholds }: GuardConfig, config: Checked, report: Report): void {
  if (!thresholds) return
  const { rules } = resolveGuard(name, config.guards)
  const useless = (key: string, cause: string, cure: string) =>
    report.warning(
      ['guards', name, 'thresholds', key],
      `guards.${name}.thresholds.${key} changes nothing: ${cause}`,
      cure,
    )
  if (thresholds.rows !== undefined && !Object.hasOwn(rules, 'many-rows'))
    useless('rows', 'the guard does not have the rule "many-rows"', 'Take many-rows out of `allow`')
  const weighed = RULES.some(({ id, family }) => family === 'lock-risk' && rules[id] === 'warn')
  if (thresholds.tableSize !== undefined && !weighed)
    useless(
      'table_size',
      'the guard reports no lock risk that it could hold',
      'Add the lock risks to `warn`, as in the guard migrations, or remove it',
    )
}

/** The first rule that matches wins, so one that asks for more than an earlier one is never reached. */
function checkShadowed(rule: AccessRule, index: number, config: Checked, report: Report): void {
  const earlier = config.access
    .slice(0, index)
    .filter((other) => other.issuer === rule.issuer && covers(other, rule))
  const open = rule.targets.filter((target) => !earlier.some((other) => other.targets.includes(target)))
  if (open.length > 0) return
  const names = earlier.map((other) => `"${other.name}"`).join(', ')
  report.warning(
    ['access', index, 'name'],
    `access[${index}] "${rule.name}" can never fire: ${names} above it matches the same jobs`,
    'Move it up, or remove it',
  )
}

/** True when every job that `rule` matches is matched by `other`. */
function covers(other: AccessRule, rule: AccessRule): boolean {
  const patterns = Object.entries(other.claims)
  return patterns.every(([claim, wider]) =>
    rule.claims[claim]?.every((value) =>
      wider.some((pattern) => pattern === value || (!value.includes('*') && matchesGlob(pattern, value))),
    ),
  )
}

function checkContradiction(rule: AccessRule, index: number, report: Report): void {
  const { ref, ref_type: type } = rule.claims
  const prefix = type?.length === 1 && { branch: 'refs/heads/', tag: 'refs/tags/' }[type[0] ?? '']
  if (
    !prefix ||
    !ref?.every(
      (value) => value.startsWith('refs/') && !value.startsWith(prefix) && !value.startsWith('refs/*'),
    )
  )
    return
  report.warning(
    ['access', index, 'claims', 'ref_type'],
    `access[${index}] "${rule.name}" can never fire: a ${type} is not called ${ref.join(' or ')}`,
    `A ${type} begins with ${prefix}`,
  )
}
