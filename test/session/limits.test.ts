import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { after, alive, whenGone, whenIdle } from '../../src/session/limits.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function start(...[file, args]: [string, string[]]): ChildProcess {
  const child = spawn(file, args)
  children.push(child)
  return child
}

describe('a process', () => {
  it('is alive until it has ended', async () => {
    const child = start('sleep', ['60'])
    await once(child, 'spawn')
    expect(alive(child.pid!)).toBe(true)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(alive(child.pid!)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('that nobody waits for, as in a container, is over', async () => {
    // The second `sleep` takes the shell's place and knows of no child.
    const parent = start('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'])
    const [pid] = (await once(parent.stdout!, 'data')) as [Buffer]
    expect(alive(Number(pid))).toBe(true)
    await expect.poll(() => alive(Number(pid)), { timeout: 3000 }).toBe(false)
    expect(() => process.kill(Number(pid), 0)).not.toThrow()
  })

  it('is missed when it is gone', async () => {
    const child = start('sleep', ['0.2'])
    await new Promise<void>((resolve) => whenGone(child.pid!, resolve))
    expect(alive(child.pid!)).toBe(false)
  })
})

describe('a timer', () => {
  it('that is longer than Node’s longest does not fire at once', async () => {
    let fired = false
    const timer = after(2 ** 31 + 1000, () => {
      fired = true
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    timer.clear()
    expect(fired).toBe(false)
  })

  it('of idleness starts anew when the last connection has closed', async () => {
    let idle = 0
    const quiet = whenIdle(40, () => idle++)
    quiet.open()
    await new Promise((resolve) => setTimeout(resolve, 90))
    expect(idle).toBe(0)
    quiet.closed()
    await expect.poll(() => idle).toBe(1)
  })
})
