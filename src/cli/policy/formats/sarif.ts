// SARIF 2.1.0, which code scanning of several platforms reads. https://docs.oasis-open.org/sarif/sarif/v2.1.0/

import type { Finding } from '../../../core/verdict.ts'
import { VERSION } from '../../../core/version.ts'
import { RULES } from '../../../policy/rules/index.ts'
import type { Judged, Reporter } from '../judged.ts'
import { stored } from './text.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const LEVELS = { block: 'error', hold: 'warning', warn: 'note' } as const

/** One document at the end. `place` turns a file into its path from the repository's root. */
export function sarif(out: (text: string) => void, place: (file: string) => string): Reporter {
  const results: unknown[] = []
  const used = new Map<string, number>()
  return {
    judged(statement) {
      for (const finding of unique(statement)) {
        if (!used.has(finding.rule)) used.set(finding.rule, used.size)
        results.push(result(statement, finding, used.get(finding.rule) ?? 0, place))
      }
    },
    done() {
      const driver = { name: 'Sluice', version: VERSION, rules: [...used.keys()].map(describe) }
      const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
      out(`${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, undefined, 2)}\n`)
    },
  }
}

/** The same words at the same place are one result. */
function unique({ verdict, reason }: Judged): readonly Finding[] {
  const told = new Map<string, Finding>()
  for (const [index, finding] of verdict.findings.entries()) {
    const words = index === 0 && reason !== '' ? { ...finding, reason } : finding
    const key = `${words.rule} ${words.reason}`
    if (!told.has(key)) told.set(key, words)
  }
  return [...told.values()]
}

function result(
  { place: at, verdict, hints }: Judged,
  finding: Finding,
  ruleIndex: number,
  place: (file: string) => string,
): unknown {
  const said = hints.map((hint) => ` The author says: ${hint}.`).join('')
  const passed = verdict.observed ? ' The guard only observes: it lets this pass.' : ''
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: verdict.observed ? 'note' : LEVELS[finding.verdict],
    message: { text: `${finding.reason}${stored(finding)}. ${finding.hint}.${passed}${said}` },
    ...(at && { locations: [location(place(at.file), at)] }),
    properties: { verdict: verdict.kind, stored: finding.effect.stored === true },
  }
}

const location = (file: string, { line, endLine }: { line: number; endLine: number }): unknown => ({
  physicalLocation: {
    artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
    region: { startLine: line, endLine },
  },
})

function describe(id: string): unknown {
  const rule = RULES.find((candidate) => candidate.id === id)
  const summary = rule?.summary ?? id
  const examples = rule?.examples.match.filter((example) => typeof example === 'string') ?? []
  const help = `The guard names this rule for ${summary}.${examples.length > 0 ? ` For example: ${examples.join('; ')}` : ''}`
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.` },
    help: { text: help },
  }
}
