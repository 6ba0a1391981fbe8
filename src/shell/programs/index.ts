import { ACCOUNTS } from './accounts.ts'
import { unfamiliar } from './allowed.ts'
import { ARCHIVES } from './archives.ts'
import { BUILTINS } from './builtins.ts'
import { CONTAINERS } from './containers.ts'
import { DATABASES } from './databases.ts'
import { INTERPRETERS } from './interpreters.ts'
import { NETWORK } from './network.ts'
import type { Program } from './program.ts'
import { READING } from './reading.ts'
import { SERVICES } from './services.ts'
import { WRAPPERS } from './wrappers.ts'
import { WRITING } from './writing.ts'

const PROGRAMS: ReadonlyMap<string, Program> = new Map(
  [
    READING,
    WRITING,
    SERVICES,
    ACCOUNTS,
    INTERPRETERS,
    DATABASES,
    NETWORK,
    CONTAINERS,
    ARCHIVES,
    WRAPPERS,
    BUILTINS,
  ].flatMap((programs) => Object.entries(programs)),
)

/** Where only root installs programs. */
const STANDARD =
  /^\/(?:usr\/(?:local\/)?)?s?bin\/([^/]+)$|^\/usr\/lib(?:exec)?\/(?:openssh|git-core|ssh)\/([^/]+)$|^\/snap\/bin\/([^/]+)$/

/** An option that nobody thought of may run or write anything. */
const guarded =
  (name: string, run: Program): Program =>
  (call) => {
    if (unfamiliar(name, call.args))
      call.unknown(`${name} has an option whose effect is not known here, or one that is cut short`)
    run(call)
  }

/** The program that a name or path stands for; undefined for one that no table tells about. */
export function programOf(text: string): { readonly name: string; readonly run: Program } | undefined {
  const name = text.includes('/')
    ? STANDARD.exec(text)
        ?.slice(1)
        .find((part) => part !== undefined)
    : text
  const run = name === undefined ? undefined : PROGRAMS.get(name)
  return name !== undefined && run ? { name, run: guarded(name, run) } : undefined
}
