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

/** A line of the job's log. */
export function quote(line: string): void {
  if (line.trim() !== '') console.log(`   ${dim('│')} ${line}`)
}

/** Something the demo claims, and looked up before it says so. */
export function check(claim: string, holds: boolean): void {
  if (!holds) failures += 1
  console.log(`   ${holds ? green('✓') : red('✗')} ${claim}`)
}

export const failed = (): number => failures
