// JSON of tokens: a member that occurs twice means different things to different readers, so it is refused.

export type JsonObject = Readonly<Record<string, unknown>>

/** Parses a JSON object. Throws `SyntaxError` for anything else, and for duplicate members at any depth. */
export function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SyntaxError('not a JSON object')
  refuseDuplicates(text)
  return value as JsonObject
}

/** Parses any JSON value. Throws `SyntaxError` also for duplicate members at any depth. */
export function parseStrict(text: string): unknown {
  const value: unknown = JSON.parse(text)
  refuseDuplicates(text)
  return value
}

/** `text` is known to be JSON: its strings and brackets are all that is needed to find the members. */
function refuseDuplicates(text: string): void {
  const open: (Set<string> | undefined)[] = []
  const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g
  for (const [token, colon] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (colon !== undefined) addMember(open.at(-1), token.slice(0, -colon.length))
  }
}

function addMember(members: Set<string> | undefined, quoted: string): void {
  const name: unknown = JSON.parse(quoted)
  if (typeof name !== 'string' || members === undefined) return
  if (members.has(name)) throw new SyntaxError('a member occurs twice')
  members.add(name)
}
