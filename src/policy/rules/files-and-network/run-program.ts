import { rule } from '../rule.ts'

export const runProgram = rule({
  id: 'run-program',
  family: 'files-and-network',
  summary: 'COPY … PROGRAM: a command on the database server',
  match: ["COPY users TO PROGRAM 'cat'"],
  ignore: ['COPY users FROM STDIN'],
  actions: ['execute'],
  objects: ['program'],
  keepsBlock: true,
  reason: () => 'COPY … PROGRAM runs a command on the database server',
  hint: 'Send the data over the connection: COPY … FROM STDIN, COPY … TO STDOUT',
})
