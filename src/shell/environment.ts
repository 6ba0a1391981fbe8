import type { Call } from './call.ts'
import { isKnown } from './expand/marks.ts'

/** Variables that make programs run other code, or look for it elsewhere. */
const DANGEROUS =
  /^(?:PATH|IFS|ENV|BASH_ENV|BASH_CMDS|BASH_ALIASES|ZDOTDIR|SHELL|SHELLOPTS|BASHOPTS|BASH_FUNC_.*|PS[0-4]|PROMPT_COMMAND|CDPATH|GLOBIGNORE|FPATH|FIGNORE|HOME|LD_.*|DYLD_.*|GCONV_PATH|GLIBC_TUNABLES|MALLOC_.*|LOCPATH|HOSTALIASES|RES_OPTIONS|NLSPATH|PYTHON.*|PERL.*|RUBY.*|NODE_OPTIONS|NODE_PATH|NODE_REPL.*|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|CLASSPATH|MAVEN_OPTS|GRADLE_OPTS|LUA_.*|PHPRC|PHP_INI.*|GIT_.*|SSH_.*|RSYNC_.*|TAR_OPTIONS|GZIP|XZ_.*|ZSTD_.*|PAGER|MANPAGER|SYSTEMD_PAGER|SYSTEMD_EDITOR|EDITOR|VISUAL|BROWSER|LESS.*|MORE|GREP_OPTIONS|POSIXLY_CORRECT|MAKEFLAGS|MAKEFILES|CC|CXX|SUDO_.*|DOCKER_HOST|DOCKER_CONTEXT|DOCKER_CONFIG|KUBECONFIG|PSQLRC|PGSERVICEFILE|PGSYSCONFDIR|PSQL_.*|PGPASSFILE|MYSQL_.*|OPENSSL_.*|CURL_HOME|WGETRC|http_proxy|https_proxy|all_proxy|HTTP_PROXY|HTTPS_PROXY|ALL_PROXY|TERMINFO.*|XDG_.*|VIM.*|EXINIT|TMPDIR|INPUTRC|HISTFILE.*|HISTSIZE|HISTCONTROL|ANSIBLE_.*|COMPOSE_.*|APT_CONFIG|DPKG_.*|SYSTEMD_.*|PIP_.*|GEM_.*|RIPGREP_CONFIG_PATH|PGOPTIONS|PGSERVICE|PGSSLKEY|PGSSLCERT|PS_FORMAT|PS_PERSONALITY|TOPRC|ZIP|ZIPOPT|UNZIP.*|TAPE|RSH|BZIP2?|SSLKEYLOGFILE|NETRC|KUBECTL_.*|KUBE_.*|HELM_.*|CONTAINERS?_.*|PODMAN_.*|STORAGE_.*|BUILDAH_.*|AWKPATH|AWKLIBPATH|GAWK_.*|KRB5.*|BASH_.*|RANDFILE|MAVEN_.*|COMPOSER_.*|YARN_.*|npm_config_.*|BUNDLE_.*|RAILS_.*_PRELOAD)$/

const ORDINARY = /^(?:\/usr\/local\/sbin|\/usr\/local\/bin|\/usr\/sbin|\/usr\/bin|\/sbin|\/bin|\/snap\/bin)$/

/** What a shell is told to keep in a variable. */
export function environment(call: Call, name: string, value: string): undefined {
  if (!DANGEROUS.test(name)) return
  if (name === 'PATH' && ordinary(value)) return
  if (/^(?:HISTFILE|HISTSIZE|HISTCONTROL)/.test(name))
    return call.effect({ action: 'remove', object: 'history' })
  call.effect({ action: 'write', object: 'environment', name })
  if (name === 'PATH') call.scope.lost = true
}

/** PATH itself, and places where only root installs programs. */
const ordinary = (value: string): boolean =>
  value.split(':').every((part) => isKnown(part) && ORDINARY.test(part))

/** Where programs are looked for when nobody says so. */
export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'
