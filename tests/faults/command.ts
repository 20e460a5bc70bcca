import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'

const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

/** A command of the project in a process of its own. */
export interface RunningCommand {
  /** Resolves when it has ended by itself. */
  ended: Promise<{ code: number | null; output: string }>
  kill(): Promise<void>
}

/** Runs `npm run NAME` with arguments, and settings that replace those of whoever runs the tests. */
export function runCommand(
  name: string,
  settings: Record<string, string>,
  args: readonly string[] = [],
): RunningCommand {
  const { PATH, HOME, NODE_ENV } = process.env
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', `scripts/${name}.ts`, ...args], {
    cwd: PROJECT_ROOT,
    env: { PATH, HOME, NODE_ENV, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (said: Buffer) => (output += said.toString()))
  const exited = once(child, 'close')
  return {
    ended: exited.then(() => ({ code: child.exitCode, output })),
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
