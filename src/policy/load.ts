import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SluiceError } from '../core/errors.ts'
import { checkAccess } from './checks/access.ts'
import { checkGates } from './checks/gates.ts'
import { checkReach } from './checks/reach.ts'
import { checkReferences } from './checks/references.ts'
import { findings } from './checks/report.ts'
import { checkSections } from './checks/sections.ts'
import type { Config, Problem } from './config.ts'
import { readDocument } from './document.ts'
import { problemsOf } from './issues.ts'
import { resolve } from './resolve.ts'
import { file as schema } from './schema/index.ts'
import { VOCABULARY } from './vocabulary.ts'

export interface Checked {
  /** Present when there are no errors. */
  readonly config?: Config
  readonly errors: readonly Problem[]
  readonly warnings: readonly Problem[]
}

/** Everything that is wrong with the text of a policy file; `name` is the file's name, relative paths start at its directory. */
export function checkConfig(text: string, name: string): Checked {
  const source = readDocument(text)
  if (source.problems.length > 0) return { errors: sorted(source.problems), warnings: [] }
  const parsed = schema.safeParse(source.value)
  if (!parsed.success) return { errors: sorted(problemsOf(parsed.error, source)), warnings: [] }
  const config = resolve(parsed.data, { name, sha256: createHash('sha256').update(text).digest('hex') })
  const { report, errors, warnings } = findings(source)
  checkReferences(config, VOCABULARY, report)
  checkSections(parsed.data, config, VOCABULARY, report)
  checkAccess(config, report)
  checkGates(config, report)
  if (errors.length > 0) return { errors: sorted(errors), warnings: sorted(warnings) }
  checkReach(config, report)
  return { config: { ...config, warnings: sorted(warnings) }, errors, warnings: sorted(warnings) }
}

/** Throws `SluiceError` CONFIG_INVALID that lists every error, a line each: `file:line:column: cause. cure`. */
export function parseConfig(text: string, name: string): Config {
  const { config, errors } = checkConfig(text, name)
  if (config) return config
  const count = errors.length === 1 ? 'an error' : `${errors.length} errors`
  throw new SluiceError(
    'CONFIG_INVALID',
    `${name} has ${count}:\n${errors.map((error) => line('error', name, error)).join('\n')}`,
  )
}

/** Reads and checks a policy file. Throws `SluiceError` CONFIG_INVALID. */
export function loadConfig(path: string): Config {
  return parseConfig(readConfig(path), path)
}

/** The file's text; CONFIG_INVALID when it cannot be read or is not UTF-8. */
export function readConfig(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    const why =
      code === 'ENOENT' ? 'it does not exist' : `${code.startsWith('ERR_') ? 'it is not UTF-8' : code}`
    throw new SluiceError('CONFIG_INVALID', `cannot read the policy file ${path}: ${why}`, {
      hint: 'Name the file with --config',
      cause,
    })
  }
}

/** `file:line:column: error: cause. cure`: the form that editors and CI matchers know. */
export function line(severity: 'error' | 'warning', name: string, problem: Problem): string {
  return `${name}:${problem.line}:${problem.column}: ${severity}: ${problem.message}. ${problem.hint}`
}

const sorted = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
