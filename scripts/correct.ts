import { createDatabase } from '@db/connection'
import { resolveDatabase } from '@db/resolve-database'
import { readPeriod } from '~/domain/unmet-need/period'
import { publishCorrection } from '~/domain/unmet-need/publishing/publish-due.server'
import { machineClock } from '~/server/clock'

/** npm run correct -- PERIOD: a new version at once, where a published figure is wrong by more than rounding. */
async function main(): Promise<void> {
  const period = readPeriod(process.argv[2] ?? '')
  if (!period)
    throw new Error('Name a period: 2025-26-q1, 2025-26 or 2023-26. For example: npm run correct -- 2025-26')
  const database = await resolveDatabase(process.env, ['worker'])
  const db = createDatabase(database.urls.worker)
  try {
    const published = await publishCorrection(db, machineClock(), period)
    if (published.length === 0)
      console.log(`Every published figure of ${period.code} holds: nothing was published.`)
    for (const each of published) console.log(`${each.period.code}, version ${each.version}, is published.`)
  } finally {
    await db.destroy()
    await database.stop()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
