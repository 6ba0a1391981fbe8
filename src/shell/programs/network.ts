// Other hosts: what is fetched, sent and run there.
import { Options } from '../options.ts'
import { told } from '../paths.ts'
import { curl, wget } from './fetching.ts'
import { git } from './git.ts'
import { hostOf, reach } from './hosts.ts'
import { each, type Programs } from './program.ts'
import { rsync, scp, ssh } from './remote.ts'

export const NETWORK: Programs = {
  curl,
  ...each('wget wget2', wget),
  ...each(
    'fetch aria2c axel lynx w3m links httpie http https xh ftp lftp tftp rclone aws gcloud gsutil az s3cmd s5cmd mc gh glab heroku flyctl doctl hcloud oc-mirror skopeo',
    (call) => {
      call.outcome = { download: true }
      call.program(call.name)
    },
  ),
  ...each('nc ncat netcat socat telnet openssl-s_client', (call) => {
    const host = new Options(call.args, '-w -p -s -i -x -X -q').operands[0]
    if (
      call.name !== 'socat' &&
      call.texts.some((text) => /^-[a-zA-Z]*z/.test(text)) &&
      !call.texts.some((text) => /^-[a-zA-Z]*[ec]/.test(text))
    )
      return reach(call, host)
    call.outcome = { download: true }
    call.effect({ action: 'send', object: 'host', name: told(host?.text ?? '') })
    if (
      call.texts.some((text) =>
        /^-[a-zA-Z]*[ecl]|^--(?:exec|sh-exec|lua-exec)|exec:|system:|listen/i.test(text),
      )
    )
      call.effect({ action: 'run', object: 'shell' })
  }),
  ...each('ssh autossh mosh sshpass dropbear dbclient plink', ssh),
  ...each('scp', scp),
  ...each('sftp', (call) =>
    call.effect({
      action: 'send',
      object: 'host',
      name: told(hostOf(new Options(call.args, '-b -i -o -P -F -J -l').operands[0])),
    }),
  ),
  rsync,
  ...each('mail mailx sendmail mutt msmtp swaks', (call) =>
    call.effect({ action: 'send', object: 'host', name: 'mail' }),
  ),
  git,
  ...each('hg svn', (call) => call.program(call.name)),
  openssl: (call) => {
    const [verb] = call.texts
    if (verb === 's_client') {
      call.outcome = { download: true }
      if ((call.stdin.text === undefined || call.stdin.text.trim() !== '') && call.stdin.empty !== true)
        call.effect({ action: 'send', object: 'host', name: 'what openssl connects to' })
      if (
        call.texts
          .slice(1)
          .some(
            (text) =>
              /^-/.test(text) &&
              !/^-(?:connect|servername|showcerts|brief|quiet|CAfile|CApath|verify\w*|tls1(?:_[123])?|alpn|starttls|status|prexit|[46])$/.test(
                text,
              ),
          )
      )
        call.unknown('openssl has an option whose effect is not known here')
      return reach(call, new Options(call.args.slice(1), '-connect').values('-connect')[0])
    }
    if (
      /^(?:version|x509|verify|dgst|rand|ciphers|list|asn1parse|crl|sha256|md5)$/.test(verb ?? '') &&
      !call.texts.some((text) =>
        /^-(?:out|engine|provider|passin|signkey|inkey|writerand|sign|CAserial|CAkey)/.test(text),
      )
    ) {
      for (const field of new Options(call.args.slice(1), '-in').values('-in')) call.read(field)
      return
    }
    call.effect({ action: 'run', object: 'code', name: 'openssl' })
  },
}
