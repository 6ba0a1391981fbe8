// Which names are variables at a place of a PL/pgSQL body: where a variable is not visible, the column of its name is meant.
import type { Node } from '@pgsql/types'
import { as, parts } from '../tree.ts'
import type { Sources } from './sources.ts'
import type { Lookup } from './substitute.ts'
import { type Fields, visit } from './tree.ts'

interface Place {
  /** The loop variable, or the block that it is declared in. */
  readonly tag: string
  readonly fields: Fields
}

/** Follows a walk over the body. */
export class Scopes {
  readonly #variables: Sources['variables']
  /** A column may win over a variable. */
  readonly #columnsFirst: boolean
  readonly #labels: ReadonlySet<string>
  readonly #truths: ReadonlySet<string>
  readonly #everywhere = new Set<string>()
  readonly #unsure = new Set<string>()
  readonly #declared = new Map<object, string[]>()
  readonly #visible = new Map<string, number>()

  /** `truths`: parameters that are booleans. */
  constructor(
    tree: unknown,
    labels: ReadonlySet<string>,
    { variables, columnsFirst }: Sources,
    truths: ReadonlySet<string>,
  ) {
    this.#truths = truths
    this.#variables = variables
    this.#labels = labels
    this.#columnsFirst = columnsFirst
    const blocks: Place[] = []
    visit(tree, (tag, fields) => {
      if (tag === 'PLpgSQL_stmt_block' && Number(fields.lineno) > 0) blocks.push({ tag, fields })
      if (tag === 'PLpgSQL_stmt_fori') this.#declare(fields, loopVariable(fields))
    })
    for (const [name, { places }] of variables)
      for (const place of places) {
        if (place === 'everywhere') this.#everywhere.add(name)
        else if (place === 'unsure') this.#unsure.add(name)
        else if (typeof place === 'number') {
          const found = blocksOf(place, blocks)
          const block = found.length === 1 ? found[0] : undefined
          if (block) this.#declare(block.fields, name)
          else this.#unsure.add(name)
        }
      }
  }

  #declare(where: object, name: string): void {
    this.#declared.set(where, [...(this.#declared.get(where) ?? []), name])
  }

  /** Tells of every node that the walk enters (1) and leaves (-1). */
  around(tag: string, fields: unknown, by: number): void {
    if (fields === null || typeof fields !== 'object') return
    const names = tag === 'PLpgSQL_exception_block' ? ['sqlstate', 'sqlerrm'] : this.#declared.get(fields)
    for (const name of names ?? []) this.#visible.set(name, (this.#visible.get(name) ?? 0) + by)
  }

  /** What a reference means at this place. */
  readonly lookup: Lookup = (names, dotted) => {
    const [name = ''] = names
    if (this.#truths.has(name)) return 'truth'
    const found = this.#variables.get(name)
    if (dotted && this.#labels.has(name)) return 'either'
    if (!found) return 'column'
    // `i.id` is a column when `i` has no fields.
    if (dotted && found.kind === 'scalar') return 'column'
    if (this.#columnsFirst) return 'either'
    const visible = this.#everywhere.has(name) || (this.#visible.get(name) ?? 0) > 0
    if (visible && dotted && found.kind === 'mixed') return 'field'
    if (visible && found.constant !== undefined && !dotted) return { text: found.constant }
    if (visible) return BOOLEAN.test(found.type) && !dotted ? 'truth' : 'variable'
    return this.#unsure.has(name) ? 'either' : 'column'
  }
}

const BOOLEAN = /^\s*(?:pg_catalog\s*\.\s*)?"?bool(?:ean)?"?\s*$/i

/** `$1` and so on of a function, where they are booleans. */
export function truthsOf(statement: Node | undefined): ReadonlySet<string> {
  const given = (as(statement, 'CreateFunctionStmt')?.parameters ?? []).flatMap((item) => {
    const parameter = as(item, 'FunctionParameter')
    const mode = parameter?.mode ?? 'FUNC_PARAM_DEFAULT'
    return parameter && mode !== 'FUNC_PARAM_TABLE' && mode !== 'FUNC_PARAM_OUT' ? [parameter] : []
  })
  return new Set(
    given.flatMap(({ argType }, at) => (parts(argType?.names).at(-1) === 'bool' ? [`$${at + 1}`] : [])),
  )
}

const loopVariable = ({ var: variable }: Fields): string =>
  String((variable as { PLpgSQL_var?: { refname?: string } } | undefined)?.PLpgSQL_var?.refname ?? '')

/** Blocks that the line may be in the declarations of: behind the BEGIN before it. */
function blocksOf(line: number, blocks: readonly Place[]): readonly Place[] {
  const begins = blocks.map(({ fields }) => Number(fields.lineno))
  return blocks.filter((_, at) => line <= (begins[at] ?? 0) && (begins[at - 1] ?? 0) <= line)
}

/** Labels of blocks and loops, and the function's name: `label.variable` is the variable. */
export function labelsIn(tree: unknown, statement: Node | undefined): ReadonlySet<string> {
  const labels = new Set(parts(as(statement, 'CreateFunctionStmt')?.funcname).slice(-1))
  visit(tree, (_, { label }) => {
    if (typeof label === 'string') labels.add(label)
  })
  return labels
}

/** In a SQL function a column wins over the argument of its name; which there are, the text does not tell. */
export function argumentsOf(statement: Node): Lookup {
  const { funcname, parameters = [] } = as(statement, 'CreateFunctionStmt') ?? {}
  const own = parts(funcname).at(-1)
  const truths = truthsOf(statement)
  const names = new Set(parameters.flatMap((item) => as(item, 'FunctionParameter')?.name ?? []))
  return ([name = ''], dotted) => {
    if (truths.has(name)) return 'truth'
    return names.has(name) || (dotted && name === own) ? 'either' : 'column'
  }
}
