// Clients of databases: SQL that stands in the command line is handed to who judges SQL.
import type { Embedded } from '../../core/statement.ts'
import type { Call } from '../call.ts'
import { HOME, isKnown } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { each, type Programs } from './program.ts'

type Dialect = Embedded['dialect']

const PSQL =
  '-c -d -f -v -o -L -F -R -T -P -h -p -U --command --dbname --file --set --variable --output --log-file --field-separator --record-separator --table-attr --pset --host --port --username'
const MYSQL =
  '-e -D -h -P -u -S --execute --database --host --port --user --socket --protocol --default-character-set --init-command --defaults-file --defaults-extra-file --tee --prompt --delimiter --max-allowed-packet'

export const DATABASES: Programs = {
  psql,
  ...each('mysql mariadb mycli', mysql),
  ...each('sqlite3 sqlite', (call) => {
    const options = new Options(call.args, '-cmd -init -separator -nullvalue', false)
    const [file, ...texts] = options.operands
    if (options.has('-init') || options.has('-c')) call.unknown('sqlite3 reads its commands from a file')
    if (file) call.write(file)
    sql(call, 'sqlite', texts, '.')
  }),
  dropdb: (call) =>
    call.effect({
      action: 'drop',
      object: 'database',
      name: told(new Options(call.args, '-h -p -U -O -T -D -E -l').operands.at(-1)?.text ?? ''),
    }),
  ...each(
    'createdb createuser dropuser vacuumdb reindexdb clusterdb pg_restore pg_dump pg_dumpall pg_basebackup pg_ctl pg_ctlcluster pg_resetwal initdb pg_upgrade pg_rewind pg_createcluster pg_dropcluster',
    opaque,
  ),
  ...each(
    'mysqldump mariadb-dump mysqladmin mariadb-admin mysqlimport mysqlcheck mysql_upgrade mysqlbinlog xtrabackup mariabackup',
    opaque,
  ),
  ...each(
    'redis-cli mongo mongosh mongodump mongorestore cqlsh influx clickhouse-client clickhouse sqlcmd bcp rabbitmqctl rabbitmqadmin etcdctl consul vault nomad memcached-tool kafka-topics kafka-topics.sh ldapsearch sqlplus',
    opaque,
  ),
  ...each('pg_isready pg_lsclusters pg_config pg_controldata', () => undefined),
}

function opaque(call: Call): undefined {
  if (call.args.length === 1 && /^(?:--version|-V|--help|ping)$/.test(call.texts[0] ?? '')) return
  const options = new Options(call.args, '-f --file -F -d -h -p -U -t -n -T -N')
  // -r of mysqldump, -f of pg_dump.
  if (/dump|basebackup/.test(call.name))
    for (const field of options.values('-f', '--file', '-D', '--pgdata', '-r', '--result-file'))
      call.write(field)
  call.effect({ action: 'run', object: 'database', name: call.name })
}

function psql(call: Call): undefined {
  const options = new Options(call.args, PSQL)
  if (call.args.length === 1 && options.has('--version', '-V', '-?', '-l', '--list')) return
  for (const field of options.values('-o', '--output', '-L', '--log-file')) piped(call, field)
  if (options.open) call.unknown('what psql is given is only known when it runs')
  if (options.has('-f', '--file')) call.effect({ action: 'run', object: 'database', name: 'psql' })
  sql(call, 'postgres', options.values('-c', '--command'), '\\', options.has('-l', '--list', '-f', '--file'))
}

/** `-o '|command'` runs a command. */
function piped(call: Call, field: Field): undefined {
  if (field.text.startsWith('|')) call.unknown('psql gives its output to a command')
  else call.write(field)
}

function mysql(call: Call): undefined {
  const options = new Options(call.args, MYSQL)
  if (call.args.length === 1 && options.has('--version', '-V')) return
  if (
    options.open ||
    options.has(
      '--defaults-file',
      '--defaults-extra-file',
      '--init-command',
      '--plugin-dir',
      '--pager',
      '--tee',
    )
  )
    call.unknown('mysql has an option whose effect is not known')
  sql(call, 'mysql', options.values('-e', '--execute'), '\\')
}

/** Texts, or the input; `own` begins a command of the client itself, which may run programs. */
function sql(call: Call, dialect: Dialect, texts: readonly Field[], own: string, other = false): undefined {
  const fields = texts.map(({ text }) => text)
  const { stdin } = call
  if (fields.length === 0) {
    if (other) return
    if (stdin.text === undefined) return call.effect({ action: 'run', object: 'database', name: call.name })
    fields.push(stdin.text)
  }
  // Only PostgreSQL’s statements are judged so far.
  if (dialect !== 'postgres') call.effect({ action: 'run', object: 'database', name: call.name })
  for (const text of fields) {
    const safe = isKnown(text) && !text.includes(HOME)
    if (!safe) call.unknown('the SQL that it sends is only known when it runs')
    else if (
      own === '.' ? /^\s*\./m.test(text) : text.includes(own) || (dialect === 'mysql' && commands(text))
    )
      call.unknown(`${call.name} is given a command of its own, or a text with a backslash`)
    else call.runner.findings.embedded.push({ dialect, text, via: [...call.via, call.name] })
  }
}

/** Words at the beginning of a line that mysql itself takes. */
const commands = (text: string): boolean =>
  /^\s*(?:system|source|tee|pager|edit|delimiter|connect|nopager|notee|print|prompt|rehash|status|use\s+`)\b/im.test(
    text,
  )
