// Who called: an address for the audit log, and the network that limits count.
import { BlockList, isIP } from 'node:net'

export interface Caller {
  readonly address: string
  /** An IPv6 customer has a whole /64, and could be another caller with each request otherwise. */
  readonly network: string
}

/**
 * Reads the caller's address. `X-Forwarded-For` counts only as far as trusted proxies wrote it, from its end: what the
 * caller itself sent stands before that.
 */
export function createCallers(
  trusted: readonly string[],
): (socket: string | undefined, forwarded: string | undefined) => Caller {
  const proxies = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  return (socket, forwarded) => {
    let address = plain(socket ?? '') ?? 'unknown'
    const hops = forwarded === undefined ? [] : forwarded.split(',')
    while (hops.length > 0 && isIP(address) !== 0 && isProxy(address)) {
      const before = plain(hops.pop()?.trim() ?? '')
      if (before === undefined) break
      address = before
    }
    return { address, network: networkOf(address) }
  }
}

/** An IP address without port, brackets and zone, an IPv4 address as such; undefined for anything else. */
function plain(text: string): string | undefined {
  const [, bracketed, four] = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/.exec(text) ?? []
  const address = (bracketed ?? four ?? text).replace(/%.*$/, '')
  if (isIP(address) === 0) return undefined
  return /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address
}

function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined) => (part ? part.split(':') : [])
  const known = [...groups(head), ...groups(tail)].length
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - known }, () => '0')
  return `${[...groups(head), ...zeros, ...groups(tail)].slice(0, 4).join(':')}::/64`
}
