import { contentsOf } from '@db/seeds/seeded-database'
import { seedWorld, WORLD_NAMES, type WorldName } from '@db/seeds/seed-world'
import { migrateToLatest } from '@db/migrate'
import { resolveDatabase } from '@db/resolve-database'
import { machineClock } from '~/server/clock'
import { readConfig } from '~/config/config'
import { resolveMasterKey } from '~/config/master-key'

/** npm run db:seed NAME: fills an empty database with a named world. */
async function main(): Promise<void> {
  const name = worldNamed(process.argv[2])
  const config = readConfig(process.env, 'development')
  const database = await resolveDatabase(process.env, ['owner', 'app'])
  try {
    await migrateToLatest(database.urls.owner)
    const contents = await contentsOf(database.urls.owner)
    if (contents.kind !== 'nothing')
      throw new Error('The database is not empty: a world is laid out in an empty one alone.')
    await seedWorld(name, database.urls, await resolveMasterKey(config), machineClock())
    console.log(`The ${name} world is laid out.`)
  } finally {
    await database.stop()
  }
}

function worldNamed(given: string | undefined): WorldName {
  const name = WORLD_NAMES.find(each => each === given)
  if (!name)
    throw new Error(`Name a world: ${WORLD_NAMES.join(' or ')}. For example: npm run db:seed demonstration`)
  return name
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
