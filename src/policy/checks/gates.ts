// What must hold of receivers of notices and of gated environments.
import { REFERENCE } from '../schema/values.ts'
import type { Checked } from './references.ts'
import type { Report } from './report.ts'

export function checkGates({ server }: Checked, report: Report): void {
  const names = new Set<string>()
  server?.notify.forEach((receiver, index) => {
    const at = ['server', 'notify', index]
    const here = `server.notify[${index}] "${receiver.name}"`
    if (names.has(receiver.name))
      report.error([...at, 'name'], `${here}: another receiver has this name too`, 'Give each its own name')
    names.add(receiver.name)
    if (receiver.preset === 'json') {
      if (receiver.secret === undefined)
        report.error(at, `${here}: nothing is signed, so anybody could post such an event`, 'Add `secret:`')
    } else if (!REFERENCE.test(receiver.url))
      report.error(
        [...at, 'url'],
        `${here}: whoever has this address can post to the channel: it is a secret`,
        'Write env:NAME or file:PATH, and replace the address if it was committed',
      )
  })
  const gated = new Set<string>()
  server?.github?.environments.forEach(({ repositoryId, environment }, index) => {
    const key = `${repositoryId} ${environment.toLowerCase()}`
    if (gated.has(key))
      report.error(
        ['server', 'github', 'environments', index],
        `server.github.environments[${index}]: this environment was named before`,
        'Keep one of them',
      )
    gated.add(key)
  })
}
