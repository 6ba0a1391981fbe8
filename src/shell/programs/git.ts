import type { Call } from '../call.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { isSecret } from '../places.ts'
import { hostOf } from './hosts.ts'

/** The directory that a clone of an address gets. */
const named = (address: Field | undefined): Field | undefined =>
  address && {
    ...address,
    text: address.text
      .replace(/\/+$/, '')
      .replace(/\.git$/, '')
      .replace(/^.*[/:]/, ''),
  }

/** Commands that only tell, and that write in the working tree. */
const TELLS =
  /^(?:status|log|show|diff|rev-parse|describe|ls-files|ls-tree|ls-remote|rev-list|shortlog|blame|cat-file|for-each-ref|show-ref|name-rev|merge-base|symbolic-ref|var|version|--version|help|count-objects|check-ignore|whatchanged|reflog)$/
const WRITES =
  /^(?:pull|fetch|clone|checkout|switch|restore|merge|rebase|add|commit|init|submodule|stash|tag|branch|cherry-pick|revert|apply|am|mv|remote|worktree|sparse-checkout|lfs|gc|pack-refs|update-server-info|bundle)$/

/** What nobody finds again. */
const LOSES =
  /^(?:stash (?:drop|clear)|reflog (?:expire|delete)|worktree remove|remote (?:rm|remove)|bundle create)/

export function git(call: Call): undefined {
  const options = new Options(
    call.args,
    '-C -c --git-dir --work-tree --namespace --exec-path --config-env --super-prefix',
    true,
  )
  const [verb, ...rest] = options.operands
  const text = verb?.text ?? ''
  if (options.open || options.has('-c', '--exec-path', '--config-env', '--git-dir', '--work-tree'))
    call.unknown('git has an option that may run something')
  const inner = new Options(rest)
  if (
    inner.open ||
    inner.has(
      '--upload-pack',
      '--receive-pack',
      '--exec',
      '-x',
      '--open-files-in-pager',
      '-O',
      '--ext-diff',
      '--output',
      '--template',
      '--config',
      '-c',
      '--textconv',
    )
  ) {
    if (
      !/^(?:checkout|switch|commit|branch|diff|log|show)$/.test(text) ||
      inner.open ||
      inner.has('--output', '--ext-diff', '--exec', '--upload-pack', '--textconv')
    )
      call.unknown('git has an option that may run something')
  }
  const [at] = options.values('-C')
  const root = at ?? { text: '.', many: false }
  if (/^(?:upload-pack|upload-archive)$/.test(text)) return call.reads(rest)
  if (text === 'receive-pack') {
    for (const field of rest) call.write(field, true)
    return
  }
  if (
    text === 'clean' ||
    text === 'reset' ||
    (text === 'checkout' && inner.has('-f', '--force')) ||
    text === 'rm'
  )
    return call.change('remove', root, text === 'clean' || text === 'rm', { detail: 'changes' })
  if (text === 'push' || text === 'send-email')
    return call.effect({
      action: 'send',
      object: 'host',
      name: told(hostOf(inner.operands[0]) || 'the remote'),
    })
  if (text === 'config')
    return inner.has('--get', '--list', '-l', '--get-all')
      ? undefined
      : call.effect({ action: 'write', object: 'path', name: call.nameOf('.git/config'), place: 'startup' })
  const names = inner.operands.map((field) => ({ ...field, text: field.text.replace(/^[^/:]*:(?=.)/, '') }))
  if (/^(?:show|cat-file|blame|log|diff|whatchanged|reflog|commit|ls-files|rev-list)$/.test(text)) {
    for (const name of names) if (isSecret(`${root.text}/${name.text}`, call.scope.cwd)) call.read(name)
    // Files outside of the tree are compared as they are.
    if (text === 'diff')
      for (const { text: path } of inner.operands)
        if (/^(?:\/|~|\.\.)/.test(path)) call.read({ text: path, many: false })
  }
  if (
    inner
      .names()
      .some(
        (name) =>
          /^--(?:contents|output|filters|unsafe-paths|directory|separate-git-dir|edit|interactive|patch-file|pathspec-from-file)/.test(
            name,
          ) || name.startsWith('--conten'),
      )
  )
    call.unknown('git has an option that reads or writes elsewhere')
  if (/^(?:clone|fetch|pull|ls-remote)$/.test(text) && inner.has('-u') && text === 'clone')
    call.unknown('git has an option that may run something')
  if (
    LOSES.test([text, ...inner.operands.map((field) => field.text)].join(' ')) ||
    (/^(?:branch|tag)$/.test(text) && inner.has('-D', '-d', '--delete')) ||
    (text === 'switch' && inner.has('-f', '--force', '--discard-changes'))
  )
    call.unknown('git drops what is recorded nowhere else')
  if (
    (text === 'commit' && !inner.has('-m', '--message', '-F', '--file', '-C', '--no-edit')) ||
    (/^(?:rebase|add)$/.test(text) &&
      inner.has('-i', '-e', '-p', '--interactive', '--edit', '--patch', '--edit-todo'))
  )
    return call.effect({ action: 'run', object: 'code', name: 'an editor' })
  if (/^(?:commit|tag)$/.test(text))
    for (const file of new Options(rest, '-m -F --file -t').values('-F', '--file', '-t')) call.read(file)
  if (inner.has('--no-index')) for (const operand of inner.operands) call.read(operand, true)
  if (TELLS.test(text) || text === '') return
  if (!WRITES.test(text)) return call.unknown('git is given a verb that is not known')
  if (rest.some((field) => /^ext::|^-/.test(field.text) && /::/.test(field.text)))
    call.unknown('git is given an address that runs something')
  if (
    text === 'submodule' &&
    !/^(?:update|init|status|sync|add|summary)$/.test(inner.operands[0]?.text ?? 'status')
  )
    return call.unknown('git is given a verb that is not known')
  const given = new Options(
    rest,
    '-b -o -j --branch --origin --depth --jobs --reference --filter --server-option --shallow-since --shallow-exclude --recurse-submodules',
  ).operands
  if (text === 'worktree' && given[0]?.text === 'add' && given[1]) call.write(given[1], true)
  if (text === 'init' && given[0]) call.write(given[0], true)
  const cloned = text === 'clone' ? (given[1] ?? named(given[0])) : undefined
  call.change('write', cloned && !/:/.test(cloned.text) ? cloned : root, false, { detail: 'repository' })
}
