import type { Verification } from '../../recording/verify.ts'
import { problemInWords, verdictInWords } from '../../recording/words.ts'

/** What a person reads: the verdict, what does not hold, and what the session was. */
export function report(result: Verification): string {
  const lines = [
    verdictInWords(result),
    ...result.problems.map((each) => `  ${problemInWords(each)}`),
    '',
    ...session(result),
    '',
    ...keys(result),
  ]
  return `${lines.join('\n')}\n`
}

function session({ session: id, summary, seal }: Verification): string[] {
  const { targets, access, claims, from, to, connections, statements, refused, held, masked, reason } =
    summary
  const who = ['repository', 'project_path', 'ref', 'run_id', 'pipeline_id', 'job_id', 'actor', 'user_login']
    .filter((name) => claims[name] !== undefined)
    .map((name) => `${name} ${claims[name]}`)
  return [
    `session     ${shown(id ?? 'unknown')}`,
    `target      ${shown(targets.join(', ') || 'unknown')}${access ? ` (access rule ${shown(access)})` : ''}`,
    ...(who.length > 0 ? [`job         ${shown(who.join(', '))}`] : []),
    `time        ${from ?? 'unknown'} to ${to ?? 'unknown'}`,
    `ended       ${shown(seal?.reason ?? reason ?? 'not sealed')}`,
    `statements  ${statements} on ${connections} connections, ${refused} refused, ${held} held`,
    `masked      ${masked} cells`,
  ]
}

function keys({ keys: { session: own, server, pinned } }: Verification): string[] {
  const claim = pinned ? 'given with --server-key' : 'the record’s own claim; pin it with --server-key'
  return [
    `session key ${shown(own ?? 'unknown')}`,
    `server key  ${server === undefined ? 'none' : `${shown(server)} (${claim})`}`,
  ]
}

/** The record may be hostile: nothing of it reaches the terminal as a control sequence. */
function shown(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd').slice(0, 500)
}
