import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const PROJECT_ROOT = resolve(import.meta.dirname, '../..')

/** `npm start` itself, in a process of its own, which can be ended and started again at the same address. */
export interface WebProcess {
  url: string
  /** Everything it has said so far, over all its lives. */
  output(): string
  isAlive(): boolean
  start(): Promise<void>
  /** Sends the signal. Resolves with the exit code once it has ended; null when it was killed. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export function webProcess(port: number, settings: Record<string, string>): WebProcess {
  let child: ChildProcess | null = null
  let output = ''
  const isAlive = () => child !== null && child.exitCode === null && child.signalCode === null

  async function start(): Promise<void> {
    const before = output.length
    const next = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
      cwd: PROJECT_ROOT,
      env: { ...cleanEnvironment(), PORT: String(port), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = next
    for (const stream of [next.stdout, next.stderr])
      stream.on('data', (said: Buffer) => (output += said.toString()))
    while (!output.slice(before).includes('is listening at')) {
      if (!isAlive()) throw new Error(`The service did not start:\n${output}`)
      await delay(50)
    }
  }

  return {
    url: `http://localhost:${port}`,
    output: () => output,
    isAlive,
    start,
    async end(signal) {
      const ending = child
      if (!ending || !isAlive()) return ending?.exitCode ?? null
      const ended = once(ending, 'exit')
      ending.kill(signal)
      await ended
      return ending.exitCode
    },
  }
}

/** The settings of whoever runs the tests say nothing about the service. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env
  return { PATH, HOME, NODE_ENV: 'production' }
}
