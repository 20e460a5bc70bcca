import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { machineClock } from '~/server/clock'
import { readArguments } from './backup/arguments'
import { buildIfStale } from './build-if-stale'

const PROJECT_ROOT = resolve(import.meta.dirname, '..')
const USE = 'npm run soak, npm run soak -- MINUTES, or npm run soak -- --seed NUMBER'
const MINUTES = 30
const MINUTE_MS = 60_000
/** A seed that is short to type, and seldom drawn twice. */
const SEEDS = 1_000_000

/** Its load is drawn from the seed: who reads, opens, offers and takes back what, and when. */
const WALK = 'tests/faults/database-faults.long.test.ts'

/** npm run soak: the walk of faults over and over, each round from another seed. Ends with 1 where any round failed. */
function main(): void {
  const { file: minutes, switches } = readArguments(process.argv.slice(2), { '--seed': true }, USE)
  const seed = switches.get('--seed')
  const until = machineClock().getTime() + (minutes === null ? MINUTES : positive(minutes)) * MINUTE_MS
  buildIfStale(PROJECT_ROOT)
  const failed: number[] = []
  let rounds = 0
  do {
    const drawn = seed === undefined ? randomInt(1, SEEDS) : positive(seed)
    rounds += 1
    console.log(`soak: round ${rounds}, seed ${drawn} (again: npm run soak -- --seed ${drawn})`)
    if (!walk(drawn)) failed.push(drawn)
  } while (seed === undefined && machineClock().getTime() < until)
  console.log(
    failed.length === 0
      ? `soak: nothing was lost or done twice; rounds walked: ${rounds}.`
      : `soak: ${failed.length} of ${rounds} rounds FAILED, seeds ${failed.join(', ')}.`,
  )
  if (failed.length > 0) process.exitCode = 1
}

function walk(seed: number): boolean {
  const { status } = spawnSync(
    resolve(PROJECT_ROOT, 'node_modules/.bin/vitest'),
    ['run', '--project=long', WALK],
    { cwd: PROJECT_ROOT, stdio: 'inherit', env: { ...process.env, FAULT_SEED: String(seed) } },
  )
  return status === 0
}

function positive(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`“${text}” is no whole number. Use: ${USE}`)
  return number
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
