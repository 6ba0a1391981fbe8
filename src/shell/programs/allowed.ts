// Options that programs may have: those that the tables understand, or that change nothing but what is shown.
import { HOLE } from '../expand/marks.ts'
import type { Field } from '../expand/words.ts'

interface Known {
  /** Letters without a value, and with one; `#` for digits. */
  readonly letters?: string
  readonly valued?: string
  /** Long options without dashes; `=` behind those that take a value as the next argument, too. */
  readonly long?: string
  /** Options end at the first operand. */
  readonly stop?: boolean
  /** Nothing else may stand there. */
  readonly operands?: RegExp
}

const COPY =
  'archive force recursive verbose no-clobber update preserve no-preserve no-target-directory target-directory= remove-destination parents dereference no-dereference link symbolic-link sparse reflink backup suffix= strip-trailing-slashes one-file-system interactive no-target-directory help version mode= owner= group= directory preserve-timestamps compare strip symbolic relative physical logical'
const GREP: Known = {
  letters: 'EFGPRUVZabchiHlLnoqrsTvwxyz0#',
  valued: 'ABCDefm',
  long: 'extended-regexp fixed-strings basic-regexp perl-regexp regexp= file= ignore-case no-ignore-case word-regexp line-regexp null-data no-messages invert-match version help max-count= byte-offset line-number line-buffered with-filename no-filename label= only-matching quiet silent binary-files= text recursive dereference-recursive include= exclude= exclude-from= exclude-dir= files-without-match files-with-matches count initial-tab null before-context= after-context= context= color colour binary',
}
const SQUEEZE: Known = {
  letters: 'cdfhkKlLnNqrtvV#eszT',
  valued: 'S',
  long: 'stdout to-stdout decompress uncompress force help keep list quiet recursive test verbose version fast best no-name name threads extreme ultra long rm no-progress',
}
const SHOW: Known = { letters: 'AbBcdefghHijklLmMnNopPqrRsStTuUvVwWxXyYzZ#', long: 'help version' }

const TABLE: Readonly<Record<string, Known>> = {
  tar: {
    letters: 'cxtruAdzjJvkmphOPSUWwaZiloq0',
    valued: 'fCXTIFHNVKb',
    long: 'create extract get list append update diff file= directory= exclude= exclude-vcs exclude-from= files-from= gzip bzip2 xz zstd lzma auto-compress verbose strip-components= to-stdout absolute-names dereference no-same-owner no-same-permissions same-owner same-permissions preserve-permissions numeric-owner owner= group= mode= mtime= sort= format= warning= overwrite keep-old-files keep-newer-files skip-old-files no-recursion one-file-system remove-files totals wildcards anchored ignore-failed-read no-overwrite-dir touch xattrs acls selinux help version transform= xform= checkpoint overwrite-dir unlink-first recursive-unlink',
  },
  zip: {
    letters: 'rqv9jymuofTXDdeFAlS#',
    valued: 'xiPntb',
    long: 'recurse-paths quiet exclude= include= move junk-paths symlinks update freshen',
  },
  unzip: { letters: 'oqlntvpujaCLX', valued: 'dxP' },
  curl: {
    letters: 'fsSLvikIGJONgqZ#046aBjlnpRVhM',
    valued: 'odXHuAbcemTFxwtKDErCyYzQP',
    long: 'fail fail-with-body silent show-error location verbose include insecure head get remote-name remote-header-name remote-name-all output= data= data-raw= data-binary= data-urlencode= data-ascii= json= form= form-string= request= header= user= user-agent= cookie= cookie-jar= referer= max-time= connect-timeout= write-out= retry= retry-delay= retry-max-time= retry-connrefused retry-all-errors compressed ipv4 ipv6 http1.1 http2 tlsv1.2 tlsv1.3 no-progress-meter progress-bar no-buffer create-dirs output-dir= upload-file= url= url-query= variable= max-redirs= limit-rate= range= dump-header= cacert= capath= parallel fail-early no-keepalive config= stderr= trace= trace-ascii= libcurl= etag-save= etag-compare= hsts= version help globoff path-as-is continue-at= quote= mail-from=',
  },
  wget: {
    letters: 'qvcNSdbkpEHKLrmxnV46hFs',
    valued: 'OoaPtTUeiBQwARDl',
    long: 'quiet verbose no-verbose continue timestamping no-clobber output-document= output-file= append-output= directory-prefix= tries= timeout= connect-timeout= read-timeout= user-agent= header= post-data= post-file= body-data= body-file= method= execute= input-file= user= password= wait= waitretry= no-check-certificate show-progress progress= spider server-response no-cache content-on-error retry-connrefused retry-on-http-error= max-redirect= inet4-only inet6-only mirror recursive use-askpass config= no-proxy version help limit-rate= content-disposition trust-server-names',
  },
  wget2: { letters: 'qvcN', valued: 'OoPtTU', long: 'quiet output-document= spider tries= timeout= version' },
  scp: { letters: '346ABCOpqRrTvstdf', valued: 'clPiJSoDX' },
  grep: GREP,
  egrep: GREP,
  fgrep: GREP,
  zgrep: GREP,
  rg: {
    letters: 'FNSciHhlLnopqsuvwxUP0',
    valued: 'gtABCmeMjTf',
    long: 'fixed-strings ignore-case smart-case line-number no-heading count files-with-matches glob= type= context= color= max-count= version no-ignore hidden pre',
  },
  ...Object.fromEntries(
    'gzip gunzip bzip2 bunzip2 xz unxz lz4 compress uncompress zcat bzcat xzcat'
      .split(' ')
      .map((name) => [name, SQUEEZE]),
  ),
  zstd: { ...SQUEEZE, valued: 'o' },
  unzstd: { ...SQUEEZE, valued: 'o' },
  zstdcat: { letters: 'qv', long: 'quiet' },
  lz4cat: { letters: 'qv', operands: /^[^-]/ },
  strings: {
    letters: 'afwd#',
    valued: 'nte',
    long: 'all bytes= radix= encoding= version help',
    operands: /^[^@\ue000-\ue003]/,
  },
  diff3: { letters: '', operands: /^[^-]/ },
  tree: {
    letters: 'adflshDCFipugiqNQrtUvxnSAJXcR',
    valued: 'LPIoH',
    long: 'dirsfirst filelimit= noreport du prune help version charset= sort= gitignore matchdirs ignore-case',
  },
  dmesg: {
    letters: 'THekrtuwWxLShVPd',
    valued: 'fls',
    long: 'human ctime time-format= level= facility= follow follow-new color nopager notime reltime raw kernel userspace decode show-delta help version since= until= json',
  },
  journalctl: {
    letters: 'afekrqxlmNVhbn#',
    valued: 'upotgSUFcsT',
    long: 'unit= user-unit= user system lines priority= output= output-fields= identifier= grep= since= until= boot follow no-tail no-pager all full no-full reverse quiet utc catalog dmesg disk-usage list-boots case-sensitive pager-end merge fields field= header verify version help no-hostname facility= this-boot machine=',
  },
  systemctl: {
    letters: 'alqifrTh0#',
    valued: 'tpnosHMP',
    long: 'type= state= property= lines= output= signal= host= machine= root= job-mode= kill-who= kill-whom= what= all full quiet no-pager no-legend plain no-block no-ask-password now force user system failed wait value recursive reverse after before dry-run runtime global show-types help version image= with-dependencies timestamp=',
  },
  'apt-cache': {
    letters: 'qnifh',
    long: 'quiet names-only full installed recurse no-all-versions help version',
  },
  apt: {
    letters: 'qyvhaudVm#',
    valued: 'otc',
    long: 'quiet yes assume-yes assume-no installed upgradable upgradeable manual-installed all-versions no-install-recommends no-install-suggests fix-broken only-upgrade reinstall purge auto-remove autoremove simulate dry-run option= target-release= config-file= allow-downgrades no-upgrade help version verbose',
  },
  'apt-get': {
    letters: 'qyvhaudVmsf#',
    valued: 'otc',
    long: 'quiet yes assume-yes assume-no no-install-recommends no-install-suggests fix-broken fix-missing only-upgrade reinstall purge auto-remove autoremove simulate dry-run option= target-release= config-file= allow-downgrades allow-releaseinfo-change no-upgrade help version download-only',
  },
  dnf: {
    letters: 'yqvhC',
    long: 'assumeyes quiet refresh installed available updates upgrades all showduplicates enabled version help',
    operands: /^(?!history$)/,
  },
  yum: {
    letters: 'yqvhC',
    long: 'assumeyes quiet refresh installed available updates upgrades all showduplicates enabled version help',
    operands: /^(?!history$)/,
  },
  rpm: {
    letters: 'qailfVpcdseUvhFR',
    long: 'last version requires provides changelog whatprovides install upgrade erase query verify all list',
  },
  rpmquery: { letters: 'ailfpcd' },
  dpkg: {
    letters: 'lLsSWVqirPECG',
    long: 'list status search listfiles get-selections print-architecture version help audit compare-versions verify purge remove install configure unpack force-confold force-confdef force-all',
  },
  pip: {
    letters: 'VhqvrUeI',
    long: 'version help quiet verbose outdated uptodate format= user local not-required files all no-deps upgrade requirement= no-cache-dir disable-pip-version-check',
    operands: /^(?!config$)/,
  },
  pip3: {
    letters: 'VhqvrUeI',
    long: 'version help quiet verbose outdated uptodate format= user local not-required files all no-deps upgrade requirement= no-cache-dir disable-pip-version-check',
    operands: /^(?!config$)/,
  },
  'ssh-keygen': { letters: 'lyBv', valued: 'fEFtbCNPR' },
  awk: { letters: '', valued: 'Fv', long: 'version field-separator= assign= re-interval posix', stop: true },
  sed: {
    letters: 'nErsuzi',
    valued: 'efl',
    long: 'quiet silent expression= file= regexp-extended in-place separate unbuffered null-data posix help version line-length= sandbox',
  },
  split: { letters: 'deux', valued: 'bnlaC', long: 'bytes= lines= number= suffix-length= verbose' },
  ...Object.fromEntries(
    'cp mv ln install'
      .split(' ')
      .map((name) => [name, { letters: 'abfirRvnuTdLPHplsxDCcZ', valued: 'tSmog', long: COPY }]),
  ),
  patch: {
    letters: 'NRsEflutc#',
    valued: 'pid',
    long: 'forward reverse dry-run strip= input= directory= silent force batch verbose',
  },
  helm: {
    letters: 'Aqadh',
    valued: 'nolfm',
    long: 'namespace= all-namespaces output= filter= max= kube-context= version= values= set= set-string= install atomic wait timeout= create-namespace debug short all deployed failed pending dry-run reuse-values reset-values history-max= cleanup-on-fail force keep-history no-hooks description= revision= help',
  },
  ip: {
    letters: '460hrdsjop',
    long: 'json brief stats details oneline color human-readable',
    operands: /^[^\ue000-\ue003]/,
  },
  fuser: { letters: 'avkmuiS4', valued: 'n', long: 'all kill verbose', operands: /^[^\ue000-\ue003]/ },
  logger: { letters: 'isdeT', valued: 'tp', long: 'tag= priority= id stderr', operands: /./ },
  strace: { letters: 'fFcCtTrvqxydhVwikz', valued: 'eopsuEaP', stop: true },
  ltrace: { letters: 'fcS', valued: 'eopsu', stop: true },
  fakeroot: { letters: '', stop: true },
  setarch: { letters: '', stop: true },
  linux64: { letters: '', stop: true },
  lastlog: { letters: 'ah', valued: 'btu', long: 'before= time= user= help' },
  at: { letters: 'lmMvV', valued: 'fqt' },
  arp: { letters: 'anve' },
  blkid: { letters: 'pik', valued: 'so', long: 'match-tag= output= probe info' },
  findmnt: {
    letters: 'nrlaJPDRufT',
    valued: 'oStM',
    long: 'noheadings raw list json pairs df output= target= source= types= mountpoint= verify',
  },
  nft: { letters: 'anjshvy', operands: /^[\w.-]+$/ },
  tc: { letters: 'sdpjirg', operands: /^[\w:./-]+$/ },
  ipset: { letters: 'nt' },
  timedatectl: { letters: '', long: 'no-pager all value' },
  hostnamectl: { letters: '', long: 'static transient pretty no-pager' },
  loginctl: { letters: 'al', valued: 'p', long: 'no-pager no-legend all property= value' },
  localectl: { letters: '', long: 'no-pager' },
  iptables: {
    letters: 'LSnvxCIADRFXNPEZ',
    valued: 'tpsdijmcgo',
    long: 'list numeric verbose line-numbers table= list-rules dport= sport= ctstate= state= comment= check',
  },
  ip6tables: {
    letters: 'LSnvxCIADRFXNPEZ',
    valued: 'tpsdijmcgo',
    long: 'list numeric verbose line-numbers table= list-rules dport= sport= ctstate= state= comment= check',
  },
  nginx: { letters: 'tTqvVh', valued: 's', stop: true },
  caddy: { letters: '', long: 'version' },
  apachectl: { letters: 'tvVSlMk' },
  apache2ctl: { letters: 'tvVSlMk' },
  varnishd: { letters: 'V' },
  nc: { letters: 'zvnu46N', valued: 'wpXxsi' },
  ncat: { letters: 'zvnu46', valued: 'w' },
  netcat: { letters: 'zvnu46N', valued: 'w' },
  chmod: { letters: 'RcfvrwxX', long: 'recursive verbose changes quiet silent' },
  chown: {
    letters: 'RcfvhHLP',
    long: 'recursive verbose changes quiet silent no-dereference dereference from=',
  },
  psql: {
    letters: 'AtqXaebEHlnwWx1SszV0?',
    valued: 'cdfvoLFRTPhpU',
    long: 'command= dbname= file= set= variable= output= log-file= field-separator= record-separator= table-attr= pset= host= port= username= no-psqlrc quiet tuples-only no-align csv expanded single-transaction no-password password list version echo-all echo-queries echo-errors echo-hidden html no-readline single-line single-step',
    operands: /^(?!.*(?:options|passfile|service|ssl(?:key|cert)|require_auth)\s*=)/i,
  },
  ...Object.fromEntries(
    'docker podman nerdctl'
      .split(' ')
      .map((name) => [
        name,
        { letters: 'Dv', valued: 'Hcl', long: 'debug version host= context= config= log-level=', stop: true },
      ]),
  ),
  kubectl: {
    letters: 'Awhitqpk',
    valued: 'nflocsR',
    long: 'namespace= context= kubeconfig= cluster= user= filename= selector= output= container= kustomize= server= tail= since= since-time= as= as-group= type= patch= replicas= timeout= token= image= field-selector= sort-by= all-namespaces watch follow previous timestamps prefix all-containers all no-headers show-labels recursive wait for= dry-run= record overwrite force prune grace-period= stdin tty client short raw= revision= to-revision= current-replicas= show-kind ignore-not-found watch-only limit-bytes= max-log-requests= containers help quiet local server-side field-manager= force-conflicts cascade= now',
  },
  oc: SHOW,
}

const ALIASES: Readonly<Record<string, string>> = {
  gtar: 'tar',
  bsdtar: 'tar',
  gawk: 'awk',
  mawk: 'awk',
  nawk: 'awk',
  'original-awk': 'awk',
  k: 'kubectl',
  ltar: 'tar',
}

/** Whether a program has an option that is not told of here. False for programs without a table. */
export function unfamiliar(name: string, args: readonly Field[]): boolean {
  const known = Object.hasOwn(TABLE, name) ? TABLE[name] : TABLE[ALIASES[name] ?? '']
  if (!known) return false
  const long = new Map(
    (known.long ?? '').split(/\s+/).map((one) => [one.replace('=', ''), one.endsWith('=')]),
  )
  for (let at = 0; at < args.length; at++) {
    const { text, many } = args[at] as Field
    if (text === '--') return false
    if (text === '-' || !text.startsWith('-')) {
      if (many && text.includes(HOLE) && known.operands) return true
      if (known.operands && !known.operands.test(text)) return true
      if (known.stop) return false
    } else if (text.startsWith('--')) {
      const [option = '', value] = text.slice(2).split(/=(.*)/s)
      const valued = long.get(option)
      if (valued === undefined) return true
      if (valued && value === undefined) at += 1
    } else {
      const taken = lettersOf(text.slice(1), known)
      if (taken === undefined) return true
      at += taken
    }
  }
  return false
}

/** How many arguments behind it belong to it; undefined where a letter is not known. */
function lettersOf(letters: string, { letters: plain = '', valued = '' }: Known): number | undefined {
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    if (valued.includes(letter)) return at === letters.length - 1 ? 1 : 0
    if (!plain.includes(letter) && !(plain.includes('#') && /\d/.test(letter))) return undefined
    // What is joined to it: a suffix.
    if (letter === 'i' && plain.includes('nErsuzi'))
      return /^[\w.~-]*$/.test(letters.slice(at + 1)) ? 0 : undefined
  }
  return 0
}
