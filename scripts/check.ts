import { spawnSync } from 'node:child_process'
import { londonDay } from '~/domain/time/calendar'
import { machineClock } from '~/server/clock'
import { bankHolidayHorizon } from './bank-holiday-horizon'
import { measureSizes } from './sizes'

/** Everything that can be said of the code without running the service; stops at the first thing that fails. */
const STEPS: { name: string; command: string[] }[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'what nothing uses', command: ['knip', '--treat-config-hints-as-errors'] },
  { name: 'guards', command: ['vitest', 'run', '--config', 'tests/guards/vitest.config.ts'] },
]

for (const step of STEPS) {
  const started = Date.now()
  const { status } = spawnSync('npx', ['--no-install', ...step.command], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`check: ${step.name} failed`)
    process.exit(1)
  }
  console.log(`check: ${step.name} ok (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

const horizon = bankHolidayHorizon(londonDay(machineClock()))
if (horizon) console.warn(`check: ${horizon.words}`)
if (horizon?.fails) process.exit(1)

const sizes = measureSizes()
console.table({ 'lines per file': sizes.files, 'lines per function': sizes.functions })
for (const file of sizes.long) console.log(`over 300 lines: ${file.path} (${file.lines})`)
