import type { Place } from '../core/statement.ts'
import { isKnown } from './expand/marks.ts'
import { absolute, climbs, overlaps, type Pattern, pattern } from './paths.ts'

const list = (text: string): readonly Pattern[] => text.trim().split(/\s+/).map(pattern)

/** Files that decide who may do what, and how the host starts. */
const CRITICAL =
  list(`/etc/passwd* /etc/shadow* /etc/group* /etc/gshadow* /etc/sudoers /etc/sudoers.d/** /etc/doas.conf /etc/fstab
  /etc/ssh/** /etc/pam.d/** /etc/pam.conf /etc/security/** /etc/ld.so.* /etc/ld.so.conf.d/** /etc/crypttab /etc/hosts.allow /etc/hosts.deny
  /etc/nsswitch.conf /etc/resolv.conf /etc/selinux/** /etc/apparmor.d/** /etc/audit/** /etc/polkit-1/** /boot/** **/.ssh/**
  /etc/environment /etc/subuid /etc/subgid /etc/machine-id /etc/inittab /etc/shells`)

/** What runs by itself later: at login, at start, on a schedule, when a program starts. */
const STARTUP =
  list(`/etc/cron* /etc/cron*/** /var/spool/cron/** /var/spool/at/** /etc/anacrontab /etc/systemd/** /lib/systemd/**
  /usr/lib/systemd/** /usr/local/lib/systemd/** /run/systemd/** ~/.config/systemd/** **/.config/systemd/** /etc/init.d/** /etc/rc* /etc/rc*/**
  /etc/profile /etc/profile.d/** /etc/bash.bashrc /etc/bashrc /etc/zsh* /etc/zsh/** /etc/fish/** /etc/csh* /etc/skel/** /etc/xdg/autostart/**
  /etc/udev/** /etc/modules /etc/modules-load.d/** /etc/modprobe.d/** /etc/sysctl.conf /etc/sysctl.d/** /etc/update-motd.d/** /etc/logrotate.d/**
  /etc/apt/** /etc/yum.repos.d/** /etc/inetd.conf /etc/xinetd.d/** /etc/dhcp/** /etc/network/** /etc/NetworkManager/** /etc/ppp/**
  **/.bashrc **/.bash_profile **/.bash_login **/.bash_logout **/.bash_aliases **/.profile **/.zshrc **/.zshenv **/.zprofile **/.zlogin **/.zlogout **/.cshrc
  **/.tcshrc **/.login **/.logout **/.kshrc **/.mkshrc **/.inputrc **/.config/fish/** **/.config/autostart/** **/.forward **/.rhosts **/.shosts
  **/.gitconfig **/.config/git/** **/.vimrc **/.vim/** **/.exrc **/.emacs* **/.psqlrc **/.sqliterc **/.my.cnf **/.npmrc **/.pythonrc
  **/.git/hooks/** **/hooks/post-* **/hooks/pre-* **/hooks/update **/.git/config **/authorized_keys*`)

/** What was done, and by whom. */
const LOGS = list(
  `/var/log /var/log/** **/*_history **/.*_history **/.history /run/log/** /run/utmp /var/run/utmp **/wtmp **/btmp **/lastlog`,
)

const SYSTEM =
  list(`/etc/** /usr/** /bin/** /sbin/** /lib/** /lib32/** /lib64/** /libx32/** /var/lib/** /var/mail/** /var/spool/** /var/run/** /run/**
  /var/cache/** /var/backups/** /snap/** /root/** /opt /srv /home/* /mnt/* /media/* /var/www /selinux/** /.* /vmlinuz* /initrd*`)

const KERNEL = list('/proc /proc/** /sys /sys/**')
const DEVICES = list('/dev /dev/**')
const SINKS = list('/dev/null /dev/stdout /dev/stderr /dev/stdin /dev/tty /dev/fd/* /proc/self/fd/*')
const TEMPORARY = list('/tmp/** /var/tmp/** /dev/shm/** /run/user/** ~/.ansible/tmp/** **/.ansible/tmp/**')

/** Directories of the top level, whatever they are called. */
const TOP = new Set(['/', '~', '/home', '/root'])

/** Where a path lies, for somebody who writes there. Where it may be in several places, the worst of them. */
export function placeOf(path: string, cwd: string | undefined): Place {
  const full = absolute(path, cwd)
  if (full === undefined) return 'unknown'
  if (SINKS.some((one) => overlaps(full, one)) && isKnown(full)) return 'sink'
  if (climbs(path)) return 'unknown'
  if (/^\/dev\/(?:tcp|udp)\//.test(full)) return 'network'
  const within = (patterns: readonly Pattern[]) => patterns.some((one) => overlaps(full, one))
  if (isKnown(full) && within(TEMPORARY)) return 'temporary'
  if (onlyTemporary(full)) return 'temporary'
  if (within(CRITICAL)) return 'critical'
  if (within(STARTUP)) return 'startup'
  if (within(LOGS)) return 'log'
  if (within(KERNEL)) return 'kernel'
  if (within(DEVICES)) return 'device'
  return within(SYSTEM) || /^\/[^/]*$/.test(full) ? 'system' : 'own'
}

/** A pattern below a directory for what is temporary stays there. */
const onlyTemporary = (full: string): boolean =>
  /^(?:\/tmp|\/var\/tmp|\/dev\/shm|\ue004\/\.ansible\/tmp|\/(?:home\/[^/\ue000-\ue003]+|root)\/\.ansible\/tmp)\/[^/\ue000]/.test(
    full,
  )

/** Whether the removal of all of this leaves nothing to work with. */
export function isRoot(path: string, cwd: string | undefined): boolean {
  const full = absolute(path, cwd)
  if (full === undefined) return false
  const [, parent = ''] = /^(.*)\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.exec(full) ?? []
  const name = /\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.test(full) ? parent || '/' : full
  const told = name.replace('\ue004', '~')
  return TOP.has(told) || /^\/[^/]+$/.test(told) ? !/^\/(?:tmp)$/.test(told) : /^\/home\/[^/]+$/.test(told)
}

/** Files that hold what nobody should print. */
const SECRETS =
  list(`/etc/shadow* /etc/gshadow* **/.ssh/id_* **/.ssh/*_key **/.ssh/*.key /etc/ssh/ssh_host_*_key **/id_rsa* **/id_dsa* **/id_ecdsa* **/id_ed25519*
  **/.aws/** **/.pgpass **/pgpass.conf **/.my.cnf **/.mylogin.cnf **/.netrc **/_netrc **/.npmrc **/.yarnrc* **/.pypirc **/.gem/credentials **/.docker/config.json
  **/.dockercfg **/.kube/** /etc/kubernetes/** **/kubeconfig* /etc/rancher/** /var/lib/kubelet/** **/.git-credentials **/.vault-token **/.env **/.env.* **/*.env
  **/.envrc **/*.pem **/*.key **/*.p12 **/*.pfx **/*.jks **/*.keystore **/*.kdbx **/*.ppk **/*.keytab **/*.asc **/*.gpg **/.gnupg/** **/.*_history
  /proc/*/environ /proc/*/mem /proc/*/maps /proc/*/cmdline /proc/*/task/** /proc/*/fd/** /proc/kcore /proc/keys /dev/mem /dev/kmem /dev/vda* /dev/sd* /dev/nvme* /dev/dm-* /dev/mapper/*
  **/credentials **/credentials.* **/secrets.y*ml **/secrets.json **/*secret* **/*password* **/*passwd.* **/master.key **/*token* **/.config/gcloud/** **/.azure/**
  **/.config/gh/** **/.config/hub **/.config/rclone/** **/.s3cfg **/.boto **/.terraform.d/** **/*.tfstate* **/*.tfvars **/.htpasswd **/wp-config.php
  **/database.yml **/parameters.yml **/local_settings.py **/settings.local* **/application.properties /run/secrets/** /var/run/secrets/** /etc/ssl/private/** **/letsencrypt/live/**
  **/letsencrypt/archive/** **/vault*pass* **/.vault_pass* **/pg_hba.conf /etc/openvpn/** /etc/wireguard/** **/.password-store/** **/.config/op/** /etc/sudoers.d/**
  /etc/NetworkManager/system-connections/** /var/lib/cloud/** **/cloud-init*.log **/.bash_profile **/.profile **/.bashrc **/.zshrc /etc/environment /etc/default/** **/environment.d/**
  **/.psql_history **/.mysql_history **/.rediscli_history **/.sqlite_history **/.python_history **/.node_repl_history **/.viminfo **/.lesshst **/shadow **/*.sql **/*.sql.gz **/*.dump **/*.sqlite* **/core core.*`)

/** Well-known files of the kind that hold nothing secret. */
const HARMLESS = list(
  `**/*.pub **/fullchain.pem **/cert.pem **/chain.pem **/ca.pem **/ca.crt /etc/ssl/certs/** /usr/share/** **/.env.example **/.env.sample **/.env.dist **/.env.template`,
)

/** Whether a file may hold secrets. */
export function isSecret(path: string, cwd: string | undefined): boolean {
  const full = absolute(path, cwd)
  if (full === undefined) return SECRETS.some((one) => overlaps(path.replace(/^(?![/\ue004])/, '/'), one))
  if (isKnown(full) && HARMLESS.some((one) => overlaps(full, one))) return false
  return SECRETS.some((one) => overlaps(full, one))
}

const NESTS =
  list(`/ /etc /etc/ssh /etc/ssl /etc/ssl/private /home /home/* /root ~ /proc /proc/* /run /run/secrets /var /var/lib /dev /sys/kernel/security **/.ssh **/.aws **/.gnupg
  **/.kube **/.docker **/.azure **/.config **/.config/gcloud **/.config/gh **/.password-store /etc/kubernetes /var/lib/** /var/backups /var/backups/** /etc/letsencrypt /etc/letsencrypt/**`)

/** Whether a directory holds places of secrets that everybody knows. */
export function holdsSecrets(path: string, cwd: string | undefined): boolean {
  const full = absolute(path, cwd)
  return full === undefined || climbs(path) || isSecret(path, cwd) || NESTS.some((one) => overlaps(full, one))
}
