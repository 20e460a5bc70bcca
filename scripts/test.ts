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

/** What a run of the tests asks for. */
interface Run {
  projects: string[]
  /** Where the clocks of tests, databases and demonstrations stand when they begin; the machine's unless told. */
  now?: string
  /** Which part of the files, as '1/4'; all of them unless told. */
  shard?: string
  /** Journeys are walked the way the usual run does not take: with scripts or without. */
  otherWay?: boolean
}

const USUAL: Run = { projects: ['parts', 'walks', 'faults', 'journeys', 'pages'] }
/** A Monday, a Saturday, Christmas Eve and a leap day. */
const OTHER_CLOCKS = [
  '2026-11-30T08:00:00Z',
  '2027-05-29T14:00:00Z',
  '2026-12-24T16:30:00Z',
  '2028-02-29T23:30:00Z',
]
const WEEK_MS = 7 * 24 * 60 * 60 * 1000

/**
 * The long walks, every other week with the journeys among them the other way; then every other file once more, a quarter of them under
 * each of the other clocks, for all of them under each would take hours. Each week the quarters meet another clock.
 */
function longRuns(): Run[] {
  const turn = Math.floor(Date.now() / WEEK_MS)
  const quarters = OTHER_CLOCKS.map((_, quarter): Run => ({
    projects: ['parts', 'walks', 'journeys'],
    now: OTHER_CLOCKS[(quarter + turn) % OTHER_CLOCKS.length],
    shard: `${quarter + 1}/${OTHER_CLOCKS.length}`,
    otherWay: true,
  }))
  return [{ projects: ['long', 'long-browsers'], otherWay: turn % 2 === 1 }, ...quarters]
}

/**
 * Builds when the build is older than its sources and a test may use it, runs the tests, and counts them in one line.
 * `--long` runs the long walks (*.long.test.ts), then the rest under other clocks.
 */
function main(): number {
  const given = process.argv.slice(2)
  const args = given.filter(arg => arg !== '--long')
  if (mayUseBuild(args) && isBuildStale(PROJECT_ROOT)) {
    const built = run('remix', ['vite:build'])
    if (built !== 0) return built
  }
  if (given.length === args.length) return testOnce(USUAL, args)
  // A path may have long walks alone, or none.
  return longRuns().reduce((worst, each) => testOnce(each, [...args, '--passWithNoTests']) || worst, 0)
}

function testOnce({ projects, now, shard, otherWay }: Run, args: string[]): number {
  rmSync(RESULTS_FILE, { force: true })
  mkdirSync(resolve(RESULTS_FILE, '..'), { recursive: true })
  if (now) console.log(`${shard} of the files, with the clocks at ${now}:`)
  const status = run(
    'vitest',
    [
      'run',
      ...projects.map(project => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${RESULTS_FILE}`,
      ...(shard ? [`--shard=${shard}`] : []),
      ...args,
    ],
    {
      ...process.env,
      ...(now && { TEST_NOW: now }),
      ...(otherWay && { TEST_SCRIPTS: 'other' }),
    },
  )
  return printCount() ? status : status || 1
}

/** Only what lies in tests/ drives the built server; a path elsewhere needs no build. */
function mayUseBuild(args: string[]): boolean {
  const paths = args.filter(arg => !arg.startsWith('-'))
  return paths.length === 0 || paths.some(path => path.includes('tests'))
}

function run(command: string, args: string[], env = process.env): number {
  const done = spawnSync(resolve(PROJECT_ROOT, 'node_modules/.bin', command), args, {
    cwd: PROJECT_ROOT,
    stdio: 'inherit',
    env,
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
