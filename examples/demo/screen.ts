// How the demo looks: numbered parts, what was checked, and what the job's log says.
const coloured = process.stdout.isTTY && !process.env.NO_COLOR
const paint = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text)

export const bold = paint(1)
export const dim = paint(2)
const green = paint(32)
const red = paint(31)

let parts = 0
let failures = 0

export function title(text: string): void {
  console.log(`\n${bold(text)}`)
}

export function part(text: string): void {
  parts += 1
  console.log(`\n${bold(`${parts}  ${text}`)}`)
}

export function say(text: string): void {
  for (const line of text.split('\n')) console.log(`   ${line}`)
}

/** What tools add that has nothing to do with the demo: stack traces, empty fields, progress of an upload. */
const NOISE = [
  /^npm (warn|notice)/,
  /^\s+at /,
  /: undefined,?$/,
  /^\s*(length|severity): /,
  /^\s*[;}]?\s*$/,
  /^(Artifact name|Root directory|Beginning upload|Uploaded bytes|Finished uploading|SHA256 digest|Finalizing)/,
]

/** A line of the job's log. */
export function quote(line: string): void {
  if (!NOISE.some((pattern) => pattern.test(line))) console.log(`   ${dim('│')} ${line}`)
}

/** A part of the job's summary, as much of Markdown as it uses. */
export function showMarkdown(markdown: string): void {
  for (const line of markdown.split('\n')) {
    if (/^\|( --- \|)+$/.test(line)) continue
    const cells = line
      .replace(/<\/?code>/g, '')
      .replaceAll('<br>', ', ')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    const [, name, value] = /^\| (.*?) \| (.*) \|$/.exec(cells) ?? []
    quote(
      name === undefined || value === undefined ? cells.replace(/^#+ /, '') : `${name.padEnd(20)}${value}`,
    )
  }
}

/** Something the demo claims, and looked up before it says so. */
export function check(claim: string, holds: boolean): void {
  if (!holds) failures += 1
  console.log(`   ${holds ? green('✓') : red('✗')} ${claim}`)
}

export const failed = (): number => failures
