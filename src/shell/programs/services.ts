// Services, processes, the host itself, its disks and its kernel.
import type { Call } from '../call.ts'
import { isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { each, known, type Programs } from './program.ts'

export const SERVICES: Programs = {
  systemctl,
  service: (call) => {
    const [name, verb] = call.args
    // It looks for the script below /etc/init.d, from where `..` leads anywhere.
    if (!name || name.many || !/^[\w@.-]+$/.test(name.text))
      return call.unknown('which service it is about is not known')
    act(call, verb?.text ?? '', name ? [name] : [])
  },
  'rc-service': (call) => act(call, call.args[1]?.text ?? '', call.args.slice(0, 1)),
  'invoke-rc.d': (call) => act(call, call.args[1]?.text ?? '', call.args.slice(0, 1)),
  initctl: (call) => act(call, call.args[0]?.text ?? '', call.args.slice(1)),
  supervisorctl: (call) => {
    const { operands } = new Options(call.args, '-c -s -u -p', true)
    if (operands.length === 0) return call.effect({ action: 'run', object: 'shell' })
    act(call, operands[0]?.text ?? '', operands.slice(1))
  },
  pm2: (call) => {
    const [verb, ...rest] = call.args
    const { operands } = new Options(rest, '--only --env --name -n --lines')
    const [name] = operands
    // A name that is no process is a script or a command line.
    const project = /^(?:\S*\/)?(?:ecosystem|pm2|process|processes)(?:\.[\w-]+)*\.(?:[cm]?js|json|ya?ml)$/
    const given = rest.some(
      ({ text }) =>
        text === '--' || /^--(?:interpreter|node-args|cron|cwd|watch|exec|update-env=)/.test(text),
    )
    if (
      verb?.text === 'start' &&
      (given || !name || !(project.test(name.text) || /^(?:\d+|all)$/.test(name.text)))
    )
      return call.program(`pm2 start ${name?.text ?? ''}`)
    act(
      call,
      verb?.text ?? '',
      name && project.test(name.text) ? [{ ...name, text: name.text.split('/').at(-1) ?? '' }] : operands,
    )
  },
  monit: (call) => act(call, call.args[0]?.text ?? '', call.args.slice(1)),
  ...each('update-rc.d chkconfig rc-update systemd-enable', (call) =>
    call.effect({ action: 'start', object: 'service', name: told(call.args[0]?.text ?? '') }),
  ),
  ...each('shutdown reboot halt poweroff init telinit kexec rtcwake pm-suspend systemd-reboot', (call) =>
    call.texts.some((text) => /^(?:-c|--help|--version)$/.test(text))
      ? undefined
      : call.effect({ action: 'stop', object: 'host' }),
  ),
  ...each('nginx apachectl apache2ctl haproxy varnishd caddy', server),
  kill,
  ...each('pkill killall killall5 skill slay xkill fuser', (call) => {
    if (call.name === 'fuser' && !call.texts.some((text) => /^-[^-]*k|^--k/.test(text))) return
    call.effect({
      action: 'stop',
      object: 'process',
      name: told(new Options(call.args, '-u -g -t -s').operands[0]?.text ?? 'every process'),
    })
  }),
  ...each('renice chrt taskset prlimit', (call) => call.effect({ action: 'write', object: 'process' })),
  ...each(
    `mkfs mke2fs mkswap fdisk sfdisk cfdisk gdisk sgdisk parted wipefs blkdiscard hdparm sdparm tune2fs resize2fs e2fsck fsck xfs_growfs xfs_repair debugfs dmsetup cryptsetup lvcreate lvremove
    lvextend lvreduce lvresize lvconvert vgcreate vgremove vgreduce vgextend pvcreate pvremove pvmove mdadm zpool zfs btrfs losetup swapoff swapon partprobe nvme badblocks dmraid multipath tcmu fstrim quotacheck
    mkfs.ext2 mkfs.ext3 mkfs.ext4 mkfs.xfs mkfs.btrfs mkfs.vfat mkfs.fat mkfs.ntfs mkfs.f2fs newfs zerofree scrub`,
    (call) => disk(call),
  ),
  ...each('mount umount pivot_root swapon eject', (call) =>
    call.args.length === 0 || (call.args.length === 1 && call.texts[0] === '-l')
      ? undefined
      : call.effect({
          action: 'write',
          object: 'mount',
          name: told(new Options(call.args, '-t -o').operands.at(-1)?.text ?? ''),
        }),
  ),
  sysctl: (call) => {
    const options = new Options(call.args, '-p -f -r')
    if (
      options.open ||
      options.has('-w', '--write', '-p', '--load', '--system', '-f') ||
      call.texts.some((text) => text.includes('='))
    )
      kernel(call)
  },
  ...each(
    'modprobe insmod rmmod depmod kmod setenforce bpftool perf swaplabel hwclock timedatectl ntpdate localectl hostnamectl loginctl machinectl',
    (call) => {
      const verb = call.args[0]?.text ?? ''
      if (/^(?:status|list.*|show.*|)$/.test(verb) && /ctl$/.test(call.name)) return
      kernel(call)
    },
  ),
  ...each(
    'iptables ip6tables iptables-restore ip6tables-restore nft ufw firewall-cmd ipset ebtables arptables tc fail2ban-client pfctl',
    (call) => {
      const listing = call.texts.some((text) =>
        /^(?:-L|-S|-nL|-vnL|-nvL|-Ln|--list.*|status|list|-C|--check|show|--state|--get.*|--query.*)$/.test(
          text,
        ),
      )
      const changing = call.texts.some((text) =>
        /^(?:-[ADIRFXNPEZ]|--(?!list|line|numeric|verbose|table|check|state|get|query|zone|permanent)[\w-]+|add|delete|flush|insert|replace|reset|enable|disable|allow|deny)$/.test(
          text,
        ),
      )
      if (!listing || changing) call.effect({ action: 'write', object: 'firewall' })
    },
  ),
  ip: (call) => {
    const { operands } = new Options(call.args, '-n -netns -b -batch -f', true)
    const verb = operands[1]?.text ?? 'show'
    if (operands[0]?.text === 'netns' && verb === 'exec')
      return void call.inner(operands.slice(3), 'ip netns exec')
    if (!/^(?:s|sh|sho|show|l|li|list|lst|ls|get|g)$/.test(verb))
      call.effect({ action: 'write', object: 'firewall' })
  },
  ...each('ifconfig route ethtool brctl nmcli ifup ifdown wg wg-quick dhclient resolvectl iw', (call) =>
    call.args.length > 1 || /^if(?:up|down)|dhclient/.test(call.name)
      ? call.effect({ action: 'write', object: 'firewall' })
      : undefined,
  ),
}

const kernel = (call: Call): undefined => call.effect({ action: 'write', object: 'kernel' })

function disk(call: Call): undefined {
  const reading = /^(?:list|status|get|show|subvolume|-l|--list|--detail|--examine|-V|--version)$/
  const [first] = call.texts
  if (
    first !== undefined &&
    /^(?:fdisk|parted|zpool|zfs|mdadm|sfdisk|nvme|swapon|losetup)$/.test(call.name) &&
    reading.test(first)
  )
    return
  const { operands } = new Options(call.args, '-t -L -m -n')
  call.effect({ action: 'write', object: 'disk', name: told(operands.at(-1)?.text ?? '') })
}

const TELLS = new Set(
  `status is-active is-enabled is-failed is-system-running list-units list-unit-files list-timers list-sockets list-dependencies list-jobs
  show get-default help avail tail logs ls list info summary version`.split(/\s+/),
)
const STARTS = new Set(
  'start restart reload try-restart condrestart reload-or-restart try-reload-or-restart force-reload daemon-reload enable reenable unmask reset-failed update reread scale startOrReload startOrRestart startOrGracefulReload save'.split(
    /\s+/,
  ),
)
const STOPS = new Set('stop disable mask kill freeze clean remove delete unmonitor del revert'.split(/\s+/))
const POWER = new Set(
  'reboot poweroff halt suspend hibernate kexec soft-reboot rescue emergency isolate exit switch-root default hybrid-sleep sleep'.split(
    /\s+/,
  ),
)

/** Servers that take their own signals as arguments. */
function server(call: Call): undefined {
  const options = new Options(call.args, '-c -s -f -k --config --adapter')
  const verb = options.values('-s', '-k')[0]?.text ?? call.texts[0] ?? ''
  if (
    options.has('-t', '-T', '-v', '-V', '--version') ||
    /^(?:configtest|validate|version|status)$/.test(verb)
  )
    return
  const object = 'service'
  if (/^(?:stop|quit|graceful-stop)$/.test(verb))
    return call.effect({ action: 'stop', object, name: call.name })
  if (/^(?:reload|reopen|graceful|restart)$/.test(verb))
    return call.effect({ action: 'start', object, name: call.name })
  call.program(call.name)
}

function systemctl(call: Call): undefined {
  const options = new Options(
    call.args,
    '-t -p -n -o -s -H -M --type --property --lines --output --signal --host --machine --state --kill-who --root --job-mode --what -P',
  )
  const [verb, ...names] = options.operands
  if (options.open) call.unknown('what systemctl does is only known when it runs')
  if (options.has('-H', '--host', '-M', '--machine', '--root', '--image'))
    call.effect({ action: 'reach', object: 'shell', name: 'another system' })
  const text = verb?.text ?? 'list-units'
  const shows = options.values('-p', '--property', '-P').map((field) => field.text)
  const telling =
    text === 'cat' ||
    (text === 'show' &&
      (shows.length === 0 ||
        shows.some((one) => !/^[A-Z]\w+(?:,[A-Z]\w+)*$/.test(one) || /Env|Pass|Cred|Exec/.test(one))))
  if (text === 'show-environment' || telling)
    return call.effect({ action: 'expose', object: 'environment', name: 'systemd' })
  if (
    /^(?:set-environment|import-environment|unset-environment|set-property|edit|link|set-default|preset|preset-all|log-level|bind|mount-image|add-wants|add-requires)$/.test(
      text,
    )
  )
    return call.effect({ action: 'write', object: 'path', name: 'units of systemd', place: 'startup' })
  act(call, text, names)
}

/** Units that stop the host, or open it. */
const HOST =
  /^(?:poweroff|reboot|halt|kexec|rescue|emergency|exit|shutdown|sleep|suspend|hibernate|hybrid-sleep|suspend-then-hibernate|ctrl-alt-del|soft-reboot|factory-reset|final|umount|runlevel[016]|initrd-.*)\.target$|^(?:systemd-(?:poweroff|reboot|halt|kexec|suspend|hibernate|hybrid-sleep|soft-reboot|exit)|debug-shell|emergency|rescue)(?:\.service)?$/

function act(call: Call, verb: string, names: readonly Field[]): undefined {
  if (POWER.has(verb)) return call.effect({ action: 'stop', object: 'host' })
  if (TELLS.has(verb) || verb === '') return
  const action = STARTS.has(verb) ? 'start' : STOPS.has(verb) ? 'stop' : undefined
  if (!action) return call.unknown(`${call.name} is given a verb that is not known`)
  if (names.some(({ text }) => HOST.test(text))) return call.effect({ action: 'stop', object: 'host' })
  if (names.some(({ text, many }) => many || !isKnown(text)))
    call.unknown('which service it is about is only known when it runs')
  if (names.length === 0) return call.effect({ action, object: 'service' })
  for (const name of names) {
    // A unit by its path comes from anywhere.
    if (name.text.includes('/'))
      call.effect({ action: 'write', object: 'path', name: call.nameOf(name.text), place: 'startup' })
    if (
      action === 'stop' &&
      /^(?:auditd|rsyslog|syslog|systemd-journald|falco|fail2ban|apparmor|osqueryd|wazuh.*|filebeat|fluent.*)(?:\.service)?$/.test(
        name.text,
      )
    )
      call.effect({ action: 'remove', object: 'history' })
    call.effect({ action, object: 'service', name: told(name.text) })
  }
}

/** Signal 0 only asks. */
function kill(call: Call): undefined {
  const texts = call.texts
  if (texts[0] === '-0' || texts[0] === '-l' || texts[0] === '-L' || (texts[0] === '-s' && texts[1] === '0'))
    return
  const last = call.args.at(-1)
  call.effect({
    action: 'stop',
    object: 'process',
    name: known(last) === '1' || known(last) === '-1' ? 'every process' : told(last?.text ?? ''),
  })
}
