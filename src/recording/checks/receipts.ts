import { FILES } from '../format.ts'
import type { ReceiptLine } from '../shapes.ts'
import { type Checking, verified } from './need.ts'
import { type Findings, keyOf } from './problem.ts'

/** How many chunks the server has acknowledged, from the first on. */
export function* checkReceipts(
  receipts: readonly ReceiptLine[],
  { sid, heads, server }: { sid: string; heads: readonly string[]; server: string | undefined },
  findings: Findings,
): Checking<number> {
  if (receipts.length === 0) return 0
  const { report } = findings
  const key = keyOf(server, 'the server’s key', FILES.receipts, findings)
  for (const [index, { key: own, receipt, signature }] of receipts.entries()) {
    const at = { line: index + 1 }
    if (own !== server)
      report('key', FILES.receipts, `the receipt of chunk ${index} is by another server key`, at)
    else if (receipt.seq !== index)
      report(
        'receipt',
        FILES.receipts,
        `the receipt of chunk ${receipt.seq} stands where chunk ${index}’s belongs`,
        at,
      )
    else if (receipt.sid !== sid || receipt.head !== heads[index + 1])
      report(
        'receipt',
        FILES.receipts,
        `the server acknowledged another chunk ${index} than the one here`,
        at,
      )
    else if (!key || !(yield* verified('receipt', receipt, signature, key)))
      report('signature', FILES.receipts, `the server’s receipt of chunk ${index} does not verify`, at)
    else continue
    return index
  }
  return receipts.length
}
