import { describe, expect, test } from 'vitest'
import { createCallers } from '../../src/server/address.ts'

describe('the caller’s address', () => {
  const direct = createCallers([])
  const behind = createCallers(['10.0.0.0/8', '127.0.0.1', 'fd00::/8'])

  test.each<[string, string | undefined, string | undefined, string]>([
    ['nobody is trusted', '10.0.0.1', '203.0.113.9', '10.0.0.1'],
    ['an IPv4 address in IPv6 clothes', '::ffff:192.0.2.1', undefined, '192.0.2.1'],
    ['no socket', undefined, '203.0.113.9', 'unknown'],
  ])('without proxies: %s', (_name, socket, forwarded, address) => {
    expect(direct(socket, forwarded).address).toBe(address)
  })

  test.each<[string, string, string | undefined, string]>([
    ['the proxy’s word', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['IPv4 in IPv6 clothes', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['a caller that is no proxy', '198.51.100.1', '203.0.113.9', '198.51.100.1'],
    ['what the caller put in front', '10.0.0.1', '192.0.2.66, 203.0.113.9', '203.0.113.9'],
    ['a proxy’s address that the caller put in front', '10.0.0.1', '10.9.9.9, 203.0.113.9', '203.0.113.9'],
    ['two proxies', '10.0.0.1', '203.0.113.9, fd00::1', '203.0.113.9'],
    ['proxies alone', '10.0.0.1', '10.0.0.7, 10.0.0.8', '10.0.0.7'],
    ['with a port', '10.0.0.1', '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6 with a port', '10.0.0.1', '[2001:db8::9]:4711', '2001:db8::9'],
    ['no header', '10.0.0.1', undefined, '10.0.0.1'],
    ['an empty one', '10.0.0.1', '', '10.0.0.1'],
    ['no address', '10.0.0.1', '203.0.113.9, unknown', '10.0.0.1'],
    ['text for a log', '10.0.0.1', '203.0.113.9\u2028{"level":"info"}', '10.0.0.1'],
  ])('behind a proxy: %s', (_name, socket, forwarded, address) => {
    expect(behind(socket, forwarded).address).toBe(address)
  })

  test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['192.0.2.1', '192.0.2.1'],
  ])('limits count %s as %s', (address, network) => {
    expect(direct(address, undefined).network).toBe(network)
  })
})
