// Reads a script of psql: its commands are obeyed as far as they make statements, and left out otherwise.

export interface Sent {
  readonly text: string
  /** Lines between COPY … FROM STDIN and `\.` */
  readonly data: string
  /** Prefix of the variables that take the result: `\gset`. */
  readonly gset?: string
}

const TOKEN =
  /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*|(?<![\w$])(\$(?:[A-Za-z_]\w*)?\$)|\\[^\n]*|::|:=|:\{\?\w+\}|:(?:'\w+'|"\w+"|\w+)|[();]|\bbegin\s+atomic\b|\b(?:case|end)\b/gi

/** `variables` may be filled between two statements. */
export function* readScript(script: string, variables: Map<string, string>): Generator<Sent> {
  let text = ''
  let at = 0
  let brackets = 0
  let blocks = 0
  const take = (): string => {
    const whole = text.trim()
    text = ''
    brackets = 0
    blocks = 0
    return whole
  }
  const token = new RegExp(TOKEN)
  for (;;) {
    token.lastIndex = at
    const found = token.exec(script)
    text += script.slice(at, found?.index ?? script.length)
    if (!found) break
    at = token.lastIndex
    const word = found[0]
    if (found[1] !== undefined) {
      const close = script.indexOf(word, at)
      at = close === -1 ? script.length : close + word.length
      text += script.slice(found.index, at)
    } else if (word === '/*') {
      at = commentEnd(script, at)
      text += ' '
    } else if (word.startsWith('--')) text += ''
    else if (word.startsWith('\\;')) {
      text += ';'
      at = found.index + 2
    } else if (word.startsWith('\\')) {
      const [, command = '', rest = ''] = /^\\(\S+)\s*(.*)$/.exec(word) ?? []
      if (/^(g|gx|gset|gexec|gdesc|crosstabview|watch|bind)$/.test(command) && text.trim())
        yield { text: take(), data: '', ...(command === 'gset' && { gset: rest.trim() }) }
      else if (command === 'set') setVariable(rest, variables)
      else if (command === 'r') take()
    } else if (word.startsWith(':') && word !== '::' && word !== ':=') text += variable(word, variables)
    else {
      if (word === '(') brackets++
      else if (word === ')') brackets = Math.max(0, brackets - 1)
      else if (/^begin/i.test(word)) blocks++
      else if (/^case$/i.test(word) && blocks > 0) blocks++
      else if (/^end$/i.test(word) && blocks > 0) blocks--
      if (word !== ';' || brackets > 0 || blocks > 0) {
        text += word
        continue
      }
      const whole = take()
      if (!whole) continue
      let data = ''
      if (/^copy\b[^;]*\bfrom\s+stdin\b/i.test(whole)) {
        const line = script.indexOf('\n', at) + 1
        const close = script.startsWith('\\.', line) ? line : script.indexOf('\n\\.', line - 1) + 1
        data = close > 0 ? script.slice(line, close) : ''
        at = close > 0 ? close + 2 : script.length
      }
      yield { text: whole, data }
    }
  }
  if (text.trim()) yield { text: take(), data: '' }
}

function variable(word: string, variables: ReadonlyMap<string, string>): string {
  const name = word.replace(/^:|['"]/g, '')
  const value = variables.get(name)
  if (value === undefined) return word
  if (word.includes("'")) return `'${value.replaceAll("'", "''")}'`
  return word.includes('"') ? `"${value}"` : value
}

function setVariable(rest: string, variables: Map<string, string>): void {
  const [name = '', ...values] = rest.match(/:?'[^']*'|\S+/g) ?? []
  const parts = values.map((value) =>
    value.startsWith(':')
      ? (variables.get(value.replace(/^:|['"]/g, '')) ?? value)
      : value.replace(/^'|'$/g, ''),
  )
  variables.set(name, parts.join(''))
}

function commentEnd(script: string, from: number): number {
  let at = from
  for (let depth = 1; depth > 0; ) {
    const close = script.indexOf('*/', at)
    const open = script.indexOf('/*', at)
    if (close === -1) return script.length
    const opens = open !== -1 && open < close
    depth += opens ? 1 : -1
    at = (opens ? open : close) + 2
  }
  return at
}
