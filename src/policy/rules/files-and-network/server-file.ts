import { rule } from '../rule.ts'

export const serverFile = rule({
  id: 'server-file',
  family: 'files-and-network',
  summary: 'files of the database server',
  match: ["COPY t FROM '/etc/passwd'", "SELECT pg_read_file('x')", "SELECT lo_import('/etc/passwd')"],
  ignore: ['COPY t FROM STDIN'],
  actions: ['copy-in', 'copy-out', 'call'],
  objects: ['file', 'server-file'],
  keepsBlock: true,
  reason: (effect) =>
    `this reads or writes files of the database server${effect.name ? `: ${effect.name}` : ''}`,
  hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
})
