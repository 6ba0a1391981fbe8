/** A command line, parsed: what every POSIX shell has, and what bash adds. */
export type Command =
  | Simple
  | { readonly kind: 'pipeline'; readonly commands: readonly Command[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'subshell' | 'group'; readonly body: Command; readonly redirects: readonly Redirect[] }
  | {
      readonly kind: 'if'
      /** Conditions and bodies, in order; the `else` is a body of its own. */
      readonly parts: readonly Command[]
      readonly redirects: readonly Redirect[]
    }
  | { readonly kind: 'loop'; readonly parts: readonly Command[]; readonly redirects: readonly Redirect[] }
  | {
      readonly kind: 'for'
      readonly name: string
      /** Absent: the positional parameters. */
      readonly words?: readonly Word[]
      readonly body: Command
      readonly redirects: readonly Redirect[]
    }
  | {
      readonly kind: 'case'
      readonly words: readonly Word[]
      readonly bodies: readonly Command[]
      readonly redirects: readonly Redirect[]
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: Command }
  /** `[[ … ]]`: its words are expanded, and run nothing. */
  | { readonly kind: 'test'; readonly words: readonly Word[]; readonly redirects: readonly Redirect[] }

export interface Simple {
  readonly kind: 'simple'
  readonly assignments: readonly Assignment[]
  readonly words: readonly Word[]
  readonly redirects: readonly Redirect[]
}

export interface Item {
  readonly command: Command
  /** What stands before it; the first has `;`. */
  readonly after: ';' | '&&' | '||'
  /** `&` stands behind it. */
  readonly background: boolean
}

export interface Assignment {
  readonly name: string
  readonly value: Word
  /** `+=`, an element, or an array: the value is not all of it. */
  readonly partial: boolean
}

export interface Word {
  readonly parts: readonly Part[]
}

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | {
      readonly kind: 'parameter'
      readonly name: string
      readonly quoted: boolean
      /** Absent for `$x` and `${x}`; `:-`, `#`, … as written. */
      readonly operator?: string
      readonly operand?: Word
    }
  | { readonly kind: 'command'; readonly body: Command; readonly quoted: boolean }
  | { readonly kind: 'process'; readonly body: Command; readonly quoted: boolean }
  /** `$((…))`: its parts, and the names that it reads as numbers. */
  | { readonly kind: 'arithmetic'; readonly parts: readonly Part[]; readonly quoted: boolean }

export interface Redirect {
  readonly operator: '<' | '>' | '>>' | '>|' | '<>' | '<&' | '>&' | '&>' | '&>>' | '<<' | '<<<'
  /** The number before it, as written; absent when there is none. */
  readonly descriptor?: string
  readonly target: Word
}

/** What was parsed, and what shells read in different ways. */
export interface Parsed {
  readonly command: Command
  readonly doubts: readonly string[]
}
