// Packages, accounts and schedules.
import type { Call } from '../call.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { each, type Programs } from './program.ts'

export const ACCOUNTS: Programs = {
  ...each('apt apt-get aptitude', (call) =>
    packages(
      call,
      /^(?:install|upgrade|full-upgrade|dist-upgrade|reinstall|build-dep|source|update)$/,
      /^(?:remove|purge|autoremove|autopurge)$/,
    ),
  ),
  ...each('dnf yum zypper microdnf tdnf', (call) =>
    packages(
      call,
      /^(?:install|in|update|upgrade|up|dup|localinstall|reinstall|downgrade|makecache|refresh|groupinstall|module)$/,
      /^(?:remove|erase|rm|autoremove|swap|groupremove)$/,
    ),
  ),
  apk: (call) => packages(call, /^(?:add|upgrade|update|fix)$/, /^del$/),
  snap: (call) => packages(call, /^(?:install|refresh|revert|set|connect|enable)$/, /^(?:remove|disable)$/),
  flatpak: (call) => packages(call, /^(?:install|update|run)$/, /^(?:uninstall|remove)$/),
  brew: (call) =>
    packages(call, /^(?:install|upgrade|update|reinstall|link)$/, /^(?:uninstall|remove|rm|cleanup)$/),
  ...each('dpkg rpm', (call) => {
    const texts = call.texts.join(' ')
    if (/(?:^| )(?:-[a-zA-Z]*[eP]\b|-r\b|--remove|--purge|--erase)/.test(texts)) return put(call, 'remove')
    if (
      !/^(?:-[lLsSWVq]|--list|--status|--search|--listfiles|--get-selections|--print-architecture|-q[a-z]*|--query|--verify|--version|--compare-versions)/.test(
        texts,
      )
    )
      put(call, 'write')
  }),
  pacman: (call) =>
    call.texts.some((text) => /^-[QF]/.test(text))
      ? undefined
      : put(call, call.texts.some((text) => /^-R/.test(text)) ? 'remove' : 'write'),
  ...each('pip pip3 pipx gem cpan cpanm luarocks easy_install', (call) =>
    packages(
      call,
      /^(?:install|update|upgrade|download|wheel|setup|build|add|push)$/,
      /^(?:uninstall|remove|cleanup)$/,
    ),
  ),
  ...each(
    `useradd adduser userdel deluser usermod groupadd addgroup groupdel delgroup groupmod passwd chpasswd chgpasswd gpasswd chage chsh chfn vipw vigr newusers visudo pwconv
    pwunconv grpconv grpunconv faillock pam-auth-update authconfig authselect realm ssh-copy-id kadmin kadmin.local ldapadd ldapmodify ldapdelete smbpasswd htpasswd update-alternatives`,
    account,
  ),
  crontab: (call) => {
    const options = new Options(call.args, '-u')
    if (options.has('-l')) return
    call.effect({ action: options.has('-r') ? 'remove' : 'write', object: 'schedule' })
  },
  ...each('at batch atrm anacron', (call) =>
    new Options(call.args, '-f -q -t').has('-l') && !call.args.some(({ many }) => many)
      ? undefined
      : call.effect({ action: call.name === 'atrm' ? 'remove' : 'write', object: 'schedule' }),
  ),
  atq: () => undefined,
  ...each('ssh-keygen', (call) => {
    const options = new Options(call.args, '-t -b -f -C -N -P -R -F -m -I -n -V -s')
    if (options.has('-l', '-F', '-y') && !options.has('-R'))
      return options.has('-y') ? call.reads(options.values('-f')) : undefined
    for (const field of options.values('-f')) call.write(field)
    call.effect({ action: 'write', object: 'account', name: 'keys' })
  }),
}

function account(call: Call): undefined {
  if (call.name === 'passwd' && /^(?:-S|--status)$/.test(call.texts[0] ?? '')) return
  if (
    call.name === 'update-alternatives' &&
    /^--(?:display|list|query|get-selections)/.test(call.texts[0] ?? '')
  )
    return
  if (call.name === 'chage' && call.texts.includes('-l')) return
  call.effect({
    action: /del$/.test(call.name) ? 'remove' : 'write',
    object: 'account',
    name: told(new Options(call.args).operands.at(-1)?.text ?? ''),
  })
}

function packages(call: Call, adds: RegExp, takes: RegExp): undefined {
  const options = new Options(
    call.args,
    '-o -c -t -n --option --config-file --target-release --timeout --cache-dir --index-url -i -r --requirement',
  )
  const [verb] = options.operands
  // Options of apt may name hooks that run.
  if (options.open || options.has('-o', '-c', '--option', '--config-file'))
    call.unknown(`${call.name} has an option that may run something`)
  const text = verb?.text ?? ''
  if (takes.test(text)) put(call, 'remove')
  else if (adds.test(text)) put(call, 'write')
  else if (
    !/^(?:list|search|show|info|policy|depends|rdepends|check|check-update|history|freeze|outdated|config|--version|-V|help|repolist|provides|why|files|contents|env|)$/.test(
      text,
    )
  )
    call.unknown(`${call.name} is given a verb that is not known`)
}

function put(call: Call, action: 'write' | 'remove'): undefined {
  const names = new Options(call.args).operands.slice(1).map(({ text }) => told(text))
  for (const name of names.length > 0 ? names : [undefined])
    call.effect({ action, object: 'package', ...(name === undefined ? {} : { name }) })
}
