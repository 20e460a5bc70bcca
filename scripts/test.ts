import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { isBuildStale } from './build-freshness'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')
const RESULTS_FILE = resolve(PROJECT_ROOT, '.cache/test-results.json')

const resultsFile = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

/**
 * Builds when the build is older than its sources and a test may use it, runs the tests, and counts them in one line.
 * `--long` runs the long walks (*.long.test.ts) instead of all the others.
 */
function main(): number {
  const given = process.argv.slice(2)
  const args = given.filter(arg => arg !== '--long')
  if (mayUseBuild(args) && isBuildStale(PROJECT_ROOT)) {
    const built = run('remix', ['vite:build'])
    if (built !== 0) return built
  }
  rmSync(RESULTS_FILE, { force: true })
  mkdirSync(resolve(RESULTS_FILE, '..'), { recursive: true })
  const status = run('vitest', [
    'run',
    given.length === args.length ? '--project=!long' : '--project=long',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${RESULTS_FILE}`,
    ...args,
  ])
  return printCount() ? status : status || 1
}

/** Only what lies in tests/ drives the built server; a path elsewhere needs no build. */
function mayUseBuild(args: string[]): boolean {
  const paths = args.filter(arg => !arg.startsWith('-'))
  return paths.length === 0 || paths.some(path => path.includes('tests'))
}

function run(command: string, args: string[]): number {
  const done = spawnSync(resolve(PROJECT_ROOT, 'node_modules/.bin', command), args, {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
  })
  return done.status ?? 1
}

/** Prints the count. A file that broke before its first test, or after its last, counts as one that failed. */
function printCount(): boolean {
  const results = readResults()
  if (!results) {
    console.log('0 passed, 1 failed, 0 skipped')
    return false
  }
  const failed = results.testResults.map(file => {
    const tests = file.assertionResults.filter(test => test.status === 'failed').length
    return tests === 0 && file.status === 'failed' ? 1 : tests
  })
  const total = failed.reduce((sum, count) => sum + count, 0)
  const skipped = results.numPendingTests + results.numTodoTests
  console.log(`${results.numPassedTests} passed, ${total} failed, ${skipped} skipped`)
  return results.success && total === 0
}

function readResults(): z.infer<typeof resultsFile> | null {
  try {
    return resultsFile.parse(JSON.parse(readFileSync(RESULTS_FILE, 'utf8')))
  } catch {
    return null
  }
}

process.exitCode = main()
