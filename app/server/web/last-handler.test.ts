import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A process that catches the rest, has gone wrong in the way told, and says so when it is still there, or ends in order. */
const CHILD = `
  import { catchTheRest } from './app/server/web/last-handler'
  import { createLog } from './app/server/log'
  import { stopOnSignal } from './app/server/stop'
  catchTheRest(createLog('info'))
  stopOnSignal(async () => console.log('ended in order'))
  const error = process.argv[2] ? Object.assign(new Error('quoted value'), { code: process.argv[2] }) : new TypeError('ours')
  if (process.argv[1] === 'rejected') void Promise.reject(error)
  else setTimeout(() => { throw error })
  setTimeout(() => { console.log('lives'); process.exit(0) }, 1000)
`

describe('what nobody caught', () => {
  it.each(['rejected', 'thrown'])('is noted and ends nothing when it is the database away: %s', async how => {
    const { code, said } = await run(how, '57P01')
    expect(code).toBe(0)
    expect(said).toContain('lives')
    expect(said.match(/database-away/g)).toHaveLength(1)
    expect(said).not.toContain('quoted value')
  })

  it('is noted as our mistake when a promise of ours fails, and the others are still served', async () => {
    const { code, said } = await run('rejected')
    expect(code).toBe(0)
    expect(said).toContain('"level":60')
    expect(said).toContain('lives')
  })

  it('ends the process in order, as failed, when a mistake of ours was thrown', async () => {
    const { code, said } = await run('thrown')
    expect(code).toBe(1)
    expect(said).toContain('"level":60')
    expect(said).toContain('ended in order')
    expect(said).not.toContain('lives')
  })
})

function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const options = ['--import', 'tsx', '--input-type=module', '--eval', CHILD, '--', ...args]
  return new Promise(done => {
    const child = execFile(
      process.execPath,
      options,
      { cwd: resolve(import.meta.dirname, '../../..') },
      (_error, stdout, stderr) => done({ code: child.exitCode, said: stdout + stderr }),
    )
  })
}
