// Settings, transactions, cursors, notifications.
import type { Node, TransactionStmt, VariableSetStmt } from '@pgsql/types'
import type { Collector } from '../collector.ts'
import { fold } from '../constants.ts'
import { movesNames, settingEffect } from '../settings.ts'
import { as, dotted, optionText } from '../tree.ts'
import { type Handlers, walk } from '../walk.ts'
import { PREPARED } from './prepare.ts'

export const SESSION: Handlers = {
  VariableSetStmt: set,
  VariableShowStmt() {},
  DiscardStmt(node, c) {
    const target = (node.target ?? 'DISCARD_ALL').slice('DISCARD_'.length).toLowerCase()
    c.add({ action: 'set', object: 'session', name: target })
    if (target === 'all') c.known.prepared.clear()
    c.resolutionChanged ||= target === 'all' || target === 'temp'
  },
  ConstraintsSetStmt(node, c) {
    c.add({ action: 'transaction', object: 'constraints', ...(node.deferred && { detail: 'deferred' }) })
  },
  TransactionStmt: transaction,
  DeclareCursorStmt(node, c) {
    c.add({ action: 'cursor', object: 'cursor', name: dotted([node.portalname ?? '']) })
    c.within('cursor', () => walk(node.query, c))
  },
  FetchStmt(node, c) {
    c.add({ action: 'cursor', object: 'fetch', name: dotted([node.portalname ?? '']) })
  },
  ClosePortalStmt(node, c) {
    c.add({ action: 'cursor', object: 'close', name: dotted([node.portalname ?? '']) })
  },
  ...PREPARED,
  NotifyStmt(node, c) {
    c.add({ action: 'notify', object: 'channel', name: dotted([node.conditionname ?? '']) })
  },
  ListenStmt(node, c) {
    c.add({ action: 'notify', object: 'listen', name: dotted([node.conditionname ?? '']) })
  },
  UnlistenStmt(node, c) {
    c.add({ action: 'notify', object: 'unlisten', name: dotted([node.conditionname ?? '*']) })
  },
}

/** The values of a SET as text; undefined when one is not a constant. */
export function valuesOf(node: VariableSetStmt): readonly string[] | undefined {
  const values = (node.args ?? []).map((arg) => fold(arg))
  return values.every((value) => value !== undefined && value !== null) ? values.map(String) : undefined
}

function set(node: VariableSetStmt, c: Collector): void {
  const name = node.name ?? ''
  if (node.kind === 'VAR_RESET_ALL') {
    c.add({ action: 'set', object: 'session', name: 'all' })
    forgetNames(c)
  } else if (node.kind === 'VAR_SET_MULTI') {
    modes(
      node.args,
      c,
      name === 'SESSION CHARACTERISTICS' ? 'default_transaction_read_only' : 'transaction_read_only',
    )
    c.add({ action: 'transaction', object: 'mode' })
  } else {
    const back = node.kind === 'VAR_RESET' || node.kind === 'VAR_SET_DEFAULT'
    const effect = settingEffect(name, node.kind === 'VAR_SET_VALUE' ? valuesOf(node) : undefined)
    c.add(back ? { ...effect, detail: 'to its default' } : effect)
    if (movesNames(name)) forgetNames(c)
  }
}

/** What this text made may be found no more, and others of the same names instead. */
function forgetNames(c: Collector): void {
  c.resolutionChanged = true
  c.names.forget()
  c.forgetFunctions()
}

/** READ WRITE among the modes of BEGIN and SET TRANSACTION. */
function modes(options: readonly Node[] | undefined, c: Collector, setting: string): void {
  for (const node of options ?? []) {
    const element = as(node, 'DefElem')
    if (element?.defname !== 'transaction_read_only') continue
    c.add(settingEffect(setting, [optionText(element.arg) ?? '']))
  }
}

const KINDS: Readonly<Record<string, string>> = {
  TRANS_STMT_PREPARE: 'two-phase',
  TRANS_STMT_COMMIT_PREPARED: 'two-phase',
  TRANS_STMT_ROLLBACK_PREPARED: 'two-phase',
}

function transaction(node: TransactionStmt, c: Collector): void {
  const kind = node.kind ?? ''
  const detail = kind.slice('TRANS_STMT_'.length).toLowerCase().replaceAll('_', ' ')
  c.add({ action: 'transaction', object: KINDS[kind] ?? 'transaction', detail })
  modes(node.options, c, 'transaction_read_only')
  // What was made since may be gone, and the permanent table of that name is meant again.
  if (kind.startsWith('TRANS_STMT_ROLLBACK') || kind === 'TRANS_STMT_PREPARE') {
    c.known.prepared.clear()
    c.known.functions.clear()
  }
}
