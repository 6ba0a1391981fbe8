import { rule } from '../rule.ts'

export const changeFirewall = rule({
  id: 'change-firewall',
  family: 'services',
  summary: 'firewalls, routes and addresses',
  match: [{ command: 'iptables -F' }, { command: 'ufw disable' }, { command: 'ip route del default' }],
  ignore: [{ command: 'iptables -L -n' }, { command: 'ip addr show' }],
  actions: ['write'],
  objects: ['firewall'],
  reason: () => 'who can reach what would change',
  hint: 'Leave it to the configuration management of the host',
})
