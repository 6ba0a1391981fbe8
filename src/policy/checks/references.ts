// Names that one part of the file uses and another must define.
import type { Config } from '../config.ts'
import type { Path } from '../document.ts'
import { place } from '../issues.ts'
import { suggest } from '../nearest.ts'
import type { Report } from './report.ts'

/** What the program itself knows. */
export interface Vocabulary {
  /** Ids of statement rules. */
  readonly rules: readonly string[]
  /** Built-in guards. */
  readonly guards: readonly string[]
  /** Ids of detectors. */
  readonly detectors: readonly string[]
}

export function checkReferences(config: Checked, known: Vocabulary, report: Report): void {
  const guards = [...known.guards, ...Object.keys(config.guards)]
  const need = (kind: string, name: string, names: readonly string[], path: Path): void => {
    if (names.includes(name)) return
    report.error(
      path,
      `${place(path)}: unknown ${kind} "${name}"`,
      suggest(name, names, `The file defines none: add it`),
    )
  }
  config.access.forEach((rule, index) => {
    const at = (...path: Path): Path => ['access', index, ...path]
    need('issuer', rule.issuer, Object.keys(config.issuers), at('issuer'))
    need('guard', rule.guard, guards, at('guard'))
    if (rule.mask !== undefined) need('mask', rule.mask, Object.keys(config.masks), at('mask'))
    rule.targets.forEach(
      (name, n) => void need('target', name, Object.keys(config.targets), at('targets', n)),
    )
    for (const part of ['approval', 'holds'] as const)
      rule[part]?.by.forEach((name, n) => {
        // What `holds` has from `approval` was said there.
        if (part === 'approval' || rule.holds?.by !== rule.approval?.by)
          need('approver', name, Object.keys(config.approvers), at(part, 'by', n))
      })
  })
  config.server?.notify.forEach((receiver, index) => {
    receiver.targets?.forEach(
      (name, n) =>
        void need('target', name, Object.keys(config.targets), ['server', 'notify', index, 'targets', n]),
    )
  })
  config.server?.github?.environments.forEach(({ by }, index) => {
    const at: Path = ['server', 'github', 'environments', index, 'by']
    by.forEach((name, n) => void need('approver', name, Object.keys(config.approvers), [...at, n]))
  })
  for (const mask of Object.values(config.masks))
    mask.detect.forEach(
      (id, n) => void need('detector', id, known.detectors, ['masks', mask.name, 'detect', n]),
    )
  for (const guard of Object.values(config.guards)) {
    const at = (...path: Path): Path => ['guards', guard.name, ...path]
    if (guard.extends !== undefined) need('guard', guard.extends, guards, at('extends'))
    for (const list of ['block', 'hold', 'warn'] as const)
      guard[list]?.forEach((id, n) => void need('rule', id, known.rules, at(list, n)))
    guard.allow?.forEach((entry, n) => {
      if (typeof entry === 'string') need('rule', entry, known.rules, at('allow', n))
      else need('rule', entry.rule, known.rules, at('allow', n, 'rule'))
    })
  }
}

export type Checked = Omit<Config, 'warnings'>
