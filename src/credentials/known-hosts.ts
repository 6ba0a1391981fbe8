// Lines of known_hosts: https://man.openbsd.org/sshd#SSH_KNOWN_HOSTS_FILE_FORMAT
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Keys of a host, `ssh-ed25519 AAAA…`, without those that are revoked. Lines of certificate authorities do not count. */
export function knownKeys(text: string, host: string, port: number): string[] {
  const name = port === 22 ? host : `[${host}]:${port}`
  const keys: string[] = []
  const revoked = new Set<string>()
  for (const line of text.split(/\r?\n/)) {
    const { marker, hosts, key } = parts(line)
    if (key === undefined || !matches(hosts, name.toLowerCase())) continue
    if (marker === '@revoked') revoked.add(key)
    else if (marker === undefined) keys.push(key)
  }
  return keys.filter((key) => !revoked.has(key))
}

function parts(line: string): { marker: string | undefined; hosts: string; key: string | undefined } {
  const words = line.trim().split(/[ \t]+/)
  const marker = words[0]?.startsWith('@') ? words.shift() : undefined
  const [hosts = '', type, blob] = words
  const whole = type !== undefined && blob !== undefined && !hosts.startsWith('#')
  return { marker, hosts, key: whole ? `${type} ${blob}` : undefined }
}

/** A negated pattern that matches ends it, whatever else is there. */
function matches(hosts: string, name: string): boolean {
  let found = false
  for (const pattern of hosts.split(',')) {
    if (pattern.startsWith('!') && glob(pattern.slice(1), name)) return false
    found ||= pattern.startsWith('|') ? hashed(pattern, name) : glob(pattern, name)
  }
  return found
}

/** `|1|salt|hash`, both in base64. */
function hashed(pattern: string, name: string): boolean {
  const [, version, salt = '', hash = ''] = pattern.split('|')
  if (version !== '1') return false
  const expected = createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest()
  const given = Buffer.from(hash, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** `*` and `?`, in one pass back from the last star. */
function glob(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase()
  let [p, n, star, from] = [0, 0, -1, 0]
  while (n < name.length) {
    if (wanted[p] === '*') {
      star = p++
      from = n
    } else if (wanted[p] === '?' || wanted[p] === name[n]) {
      p++
      n++
    } else if (star >= 0) {
      p = star + 1
      n = ++from
    } else return false
  }
  while (wanted[p] === '*') p++
  return p === wanted.length
}
