// What an access rule must say so that it means one project and one branch or environment.
import { CHOSEN_BY_USER, CLAIMS, ID_CLAIMS, isKnownClaim } from '../claims.ts'
import type { AccessRule } from '../config.ts'
import type { Path } from '../document.ts'
import { suggest } from '../nearest.ts'
import type { Checked } from './references.ts'
import type { Report } from './report.ts'

export function checkAccess(config: Checked, report: Report): void {
  const names = new Set<string>()
  config.access.forEach((rule, index) => {
    const at = (...path: Path): Path => ['access', index, ...path]
    if (names.has(rule.name))
      report.error(
        at('name'),
        `access[${index}]: another rule is named "${rule.name}" too`,
        'Give each rule a name of its own',
      )
    names.add(rule.name)
    const platform = config.issuers[rule.issuer]?.platform
    if (platform === 'github') checkGithub(rule, index, report)
    if (platform === 'gitlab') checkGitlab(rule, index, report)
    if (platform) checkClaims(rule, platform, index, report)
  })
}

const has = (rule: AccessRule, claim: string): boolean => Object.hasOwn(rule.claims, claim)

function checkGithub(rule: AccessRule, index: number, report: Report): void {
  const at = ['access', index, 'claims']
  for (const claim of ['repository_id', 'repository_owner_id'])
    if (!has(rule, claim))
      report.error(
        at,
        `access[${index}] "${rule.name}": \`${claim}\` is missing`,
        `Names can be given to somebody else. Add ${claim}: "…", from \`gh api repos/OWNER/NAME --jq '.id, .owner.id'\``,
      )
  if (has(rule, 'environment') || (has(rule, 'ref') && has(rule, 'ref_type'))) return
  report.error(
    at,
    `access[${index}] "${rule.name}": any branch or tag could use it`,
    'Add `environment: …`; or both `ref: refs/heads/main` and `ref_type: branch`',
  )
}

function checkGitlab(rule: AccessRule, index: number, report: Report): void {
  const at = ['access', index, 'claims']
  if (!has(rule, 'project_id'))
    report.error(
      at,
      `access[${index}] "${rule.name}": \`project_id\` is missing`,
      'Paths can be given to another project. Add project_id: "…", from the project’s overview page',
    )
  const bound =
    has(rule, 'environment') || has(rule, 'ref_path') || (has(rule, 'ref') && has(rule, 'ref_type'))
  if (bound || rule.claims.ref_protected?.every((value) => value === 'true')) return
  report.error(
    at,
    `access[${index}] "${rule.name}": any branch or tag could use it`,
    'Add `environment: …`, `ref_path: refs/heads/main` or `ref_protected: "true"`',
  )
}

function checkClaims(rule: AccessRule, platform: 'github' | 'gitlab', index: number, report: Report): void {
  for (const [claim, values] of Object.entries(rule.claims)) {
    const at = ['access', index, 'claims', claim]
    if (ID_CLAIMS.includes(claim) && !values.every((value) => /^[0-9]{1,20}$/.test(value)))
      report.error(
        at,
        `access[${index}].claims.${claim}: an id is a number`,
        'Write the number in quotes; no `*`',
      )
    if (!isKnownClaim(platform, claim))
      report.warning(
        at,
        `access[${index}] "${rule.name}" can never match: ${platform} tokens have no claim \`${claim}\``,
        suggest(claim, CLAIMS[platform], 'Remove it'),
      )
    else if (CHOSEN_BY_USER[platform].includes(claim))
      report.warning(
        at,
        `access[${index}].claims.${claim}: this text can be chosen by whoever starts the job, or changes its form`,
        'Rely on ids, `ref`, `environment` or `job_workflow_ref`',
      )
    if (values.some((value) => /^\*+$/.test(value)))
      report.warning(
        at,
        `access[${index}].claims.${claim}: \`*\` alone matches every value without / and :`,
        'Name the values',
      )
  }
}
