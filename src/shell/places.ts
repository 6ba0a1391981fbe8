import type { Place } from '../core/statement.ts'
import { isKnown } from './expand/marks.ts'
import { absolute, climbs, patterns, within } from './paths.ts'

/** PATH_MAX of Linux. */
const LONGEST = 4096

/** Files that decide who may do what, and how the host starts. */
const CRITICAL =
  patterns(`/etc/passwd* /etc/shadow* /etc/group* /etc/gshadow* /etc/sudoers /etc/sudoers.d/** /etc/doas.conf /etc/fstab
  /etc/ssh/** /etc/pam.d/** /etc/pam.conf /etc/security/** /etc/ld.so.* /etc/ld.so.conf.d/** /etc/crypttab /etc/hosts.allow /etc/hosts.deny
  /etc/nsswitch.conf /etc/resolv.conf /etc/selinux/** /etc/apparmor.d/** /etc/audit/** /etc/polkit-1/** /boot/** **/.ssh/**
  /etc/environment /etc/subuid /etc/subgid /etc/machine-id /etc/inittab /etc/shells`)

/** What runs by itself later: at login, at start, on a schedule, when a program starts. */
const STARTUP =
  patterns(`/etc/cron* /etc/cron*/** /var/spool/cron/** /var/spool/at/** /etc/anacrontab /etc/systemd/** /lib/systemd/**
  /usr/lib/systemd/** /usr/local/lib/systemd/** /run/systemd/** ~/.config/systemd/** **/.config/systemd/** /etc/init.d/** /etc/rc* /etc/rc*/**
  /etc/profile /etc/profile.d/** /etc/bash.bashrc /etc/bashrc /etc/zsh* /etc/zsh/** /etc/fish/** /etc/csh* /etc/skel/** /etc/xdg/autostart/**
  /etc/udev/** /etc/modules /etc/modules-load.d/** /etc/modprobe.d/** /etc/sysctl.conf /etc/sysctl.d/** /etc/update-motd.d/** /etc/logrotate.d/**
  /etc/apt/** /etc/yum.repos.d/** /etc/inetd.conf /etc/xinetd.d/** /etc/dhcp/** /etc/network/** /etc/NetworkManager/** /etc/ppp/**
  **/.bashrc **/.bash_profile **/.bash_login **/.bash_logout **/.bash_aliases **/.profile **/.zshrc **/.zshenv **/.zprofile **/.zlogin **/.zlogout **/.cshrc
  **/.tcshrc **/.login **/.logout **/.kshrc **/.mkshrc **/.inputrc **/.config/fish/** **/.config/autostart/** **/.forward **/.rhosts **/.shosts
  **/.gitconfig **/.config/git/** **/.vimrc **/.vim/** **/.exrc **/.emacs* **/.psqlrc **/.sqliterc **/.my.cnf **/.npmrc **/.pythonrc
  **/.git/hooks/** **/hooks/post-* **/hooks/pre-* **/hooks/update **/.git/config `)

/** What was done, and by whom. */
const LOGS = patterns(`/var/log /var/log/** **/.*_history **/.history /run/log/** /run/utmp /var/run/utmp`)

const SYSTEM =
  patterns(`/etc/** /usr/** /bin/** /sbin/** /lib/** /lib32/** /lib64/** /libx32/** /var/lib/** /var/mail/** /var/spool/** /var/run/** /run/**
  /var/cache/** /var/backups/** /snap/** /root/** /opt /srv /home/* /mnt/* /media/* /var/www /selinux/** /.* /vmlinuz* /initrd*`)

const HOMES = patterns('~ /root /home/*')
const KERNEL = patterns('/proc /proc/** /sys /sys/**')
const DEVICES = patterns('/dev /dev/**')
const SINKS = patterns('/dev/null /dev/stdout /dev/stderr /dev/stdin /dev/tty /dev/fd/* /proc/self/fd/*')
const TEMPORARY = patterns(
  '/tmp/** /var/tmp/** /dev/shm/** /run/user/** ~/.ansible/tmp/** **/.ansible/tmp/**',
)

/** Directories of the top level, whatever they are called. */
const TOP = new Set(['/', '~', '/home', '/root'])

/** Where a path lies, for somebody who writes there. Where it may be in several places, the worst of them. */
export function placeOf(path: string, cwd: string | undefined): Place {
  const full = absolute(path, cwd)
  if (full === undefined) return 'unknown'
  if (within(full, SINKS) && isKnown(full)) return 'sink'
  if (full.length > LONGEST || climbs(path)) return 'unknown'
  if (/^\/dev\/(?:tcp|udp)\//.test(full)) return 'network'
  if (isKnown(full) && within(full, TEMPORARY)) return 'temporary'
  if (onlyTemporary(full)) return 'temporary'
  if (within(full, CRITICAL)) return 'critical'
  if (within(full, STARTUP)) return 'startup'
  if (within(full, LOGS)) return 'log'
  if (within(full, KERNEL)) return 'kernel'
  // Whoever writes into a home directory as a whole may write what runs at the next login.
  if (within(full, HOMES)) return 'system'
  if (within(full, DEVICES)) return 'device'
  return within(full, SYSTEM) || /^\/[^/]*$/.test(full) ? 'system' : 'own'
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
  if (full === '/tmp') return true
  const [, parent = ''] = /^(.*)\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.exec(full) ?? []
  const name = /\/[.\ue001\ue002]*\ue001[.\ue001\ue002]*$/.test(full) ? parent || '/' : full
  const told = name.replace('\ue004', '~')
  return TOP.has(told) || /^\/[^/]+$/.test(told) ? !/^\/(?:tmp)$/.test(told) : /^\/home\/[^/]+$/.test(told)
}

/** Files that hold what nobody should print. */
const SECRETS =
  patterns(`/etc/shadow* /etc/gshadow* **/.ssh/id_* **/.ssh/*_key **/.ssh/*.key /etc/ssh/ssh_host_*_key **/id_rsa* **/id_dsa* **/id_ecdsa* **/id_ed25519*
  **/.aws/** **/.pgpass **/pgpass.conf **/.my.cnf **/.mylogin.cnf **/.netrc **/_netrc **/.npmrc **/.yarnrc* **/.pypirc **/.gem/credentials **/.docker/config.json
  **/.dockercfg **/.kube/** /etc/kubernetes/** **/kubeconfig* /etc/rancher/** /var/lib/kubelet/** **/.git-credentials **/.vault-token **/.env **/.env.* **/*.env
  **/.envrc **/*.pem **/*.key **/*.p12 **/*.pfx **/*.jks **/*.keystore **/*.kdbx **/*.ppk **/*.keytab **/*.asc **/*.gpg **/.gnupg/** **/.*_history
  /proc/*/environ /proc/*/mem /proc/*/maps /proc/*/cmdline /proc/*/task/** /proc/*/fd/** /proc/*/root/** /proc/*/cwd/** /proc/kcore /proc/keys /dev/mem /dev/kmem /dev/vda* /dev/sd* /dev/nvme* /dev/dm-* /dev/mapper/*
  **/credentials **/credentials.* **/secrets.y*ml **/secrets.json **/*secret* **/*password* **/*passwd.* **/master.key **/*token* **/.config/gcloud/** **/.azure/**
  **/.config/gh/** **/.config/hub **/.config/rclone/** **/.s3cfg **/.boto **/.terraform.d/** **/*.tfstate* **/*.tfvars **/.htpasswd **/wp-config.php
  **/database.yml **/parameters.yml **/local_settings.py **/settings.local* **/application.properties /run/secrets/** /var/run/secrets/** /etc/ssl/private/** **/letsencrypt/live/**
  **/letsencrypt/archive/** **/vault*pass* **/.vault_pass* **/pg_hba.conf /etc/openvpn/** /etc/wireguard/** **/.password-store/** **/.config/op/** /etc/sudoers.d/**
  /etc/NetworkManager/system-connections/** /var/lib/cloud/** /var/log/cloud-init*.log **/.bash_profile **/.profile **/.bashrc **/.zshrc /etc/environment /etc/default/** /etc/environment.d/**
  **/.psql_history **/.mysql_history **/.rediscli_history **/.sqlite_history **/.python_history **/.node_repl_history **/.viminfo **/.lesshst **/shadow`)

/** Well-known files of the kind that hold nothing secret. */
const HARMLESS = patterns(
  `**/*.pub **/fullchain.pem **/cert.pem **/chain.pem **/ca.pem **/ca.crt /etc/ssl/certs/** /usr/share/** **/.env.example **/.env.sample **/.env.dist **/.env.template`,
)

/** Devices and processes: all but what is known to be harmless. */
const PECULIAR = patterns('/dev/** /proc/** /run/credentials/**')
const ORDINARY =
  patterns(`/dev /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/stdin /dev/stdout /dev/stderr /dev/tty /dev/fd/* /dev/shm/** /dev/tcp/** /dev/udp/**
  /proc /proc/cpuinfo /proc/meminfo /proc/loadavg /proc/uptime /proc/version /proc/stat /proc/vmstat /proc/mounts /proc/swaps /proc/diskstats /proc/partitions /proc/filesystems
  /proc/modules /proc/interrupts /proc/net/** /proc/sys/** /proc/pressure/** /proc/*/status /proc/*/limits /proc/*/stat /proc/*/statm /proc/*/io /proc/*/mounts /proc/*/mountinfo
  /proc/*/cgroup /proc/*/oom_score /proc/*/oom_score_adj /proc/*/sched /proc/*/net/**`)

/** Whether a file may hold secrets. */
export function isSecret(path: string, cwd: string | undefined): boolean {
  const full = absolute(path, cwd)
  if (full !== undefined && within(full, PECULIAR) && !(isKnown(full) && within(full, ORDINARY))) return true
  // Without a place, its name is what is left to go by.
  // Links below /dev and /proc lead to other places than their names tell.
  if (path.length > LONGEST || (climbs(path) && /(?:^|\/)(?:dev|proc|sys|run)\//.test(path))) return true
  if (full !== undefined && isKnown(full) && within(full, HARMLESS)) return false
  return within(full ?? `/${path}`, SECRETS)
}

const NESTS =
  patterns(`/ /etc /etc/ssh /etc/ssl /etc/ssl/private /home /home/* /root ~ /proc /proc/* /run /run/secrets /var /var/lib /dev /sys/kernel/security **/.ssh **/.aws **/.gnupg
  **/.kube **/.docker **/.azure **/.config **/.config/gcloud **/.config/gh **/.password-store /etc/kubernetes /var/lib/** /var/backups /var/backups/** /etc/letsencrypt /etc/letsencrypt/**`)

/** Whether a directory holds places of secrets that everybody knows. */
export function holdsSecrets(path: string, cwd: string | undefined): boolean {
  const full = absolute(path, cwd)
  if (full === undefined || climbs(path) || isSecret(path, cwd)) return true
  return within(full, NESTS)
}
