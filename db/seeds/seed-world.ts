import { createDatabase } from '@db/connection'
import type { DatabaseUrls } from '@db/database-urls'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import type { DomainContext } from '~/domain/context'
import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { seedDemonstration } from './demonstration/seed-demonstration'
import { seedSmallWorld } from './small'

type Seed = (owner: Kysely<DB>, app: DomainContext) => Promise<void>

/** The named worlds, each for an empty, migrated database. */
const WORLDS: Record<WorldName, Seed> = {
  demonstration: seedDemonstration,
  small: async (owner, { keys, clock }) => void (await seedSmallWorld(owner, keys, clock())),
}

export const WORLD_NAMES = ['demonstration', 'small'] as const
export type WorldName = (typeof WORLD_NAMES)[number]

/** Nobody waits for a page: a busy machine may take its time. */
const PATIENT = { max: 2, statementTimeoutMs: 60_000 }

/** Fills an empty, migrated database with a world dated from `now`, its people's identities sealed under `masterKey`. */
export async function seedWorld(
  name: WorldName,
  urls: Pick<DatabaseUrls, 'owner' | 'app'>,
  masterKey: Buffer,
  now: Date,
): Promise<void> {
  const owner = createDatabase(urls.owner, PATIENT)
  const db = createDatabase(urls.app, PATIENT)
  try {
    const app = { db, jobs: createJobQueue(), keys: createKeyRing(masterKey), clock: () => now }
    await WORLDS[name](owner, app)
  } finally {
    await Promise.all([owner.destroy(), db.destroy()])
  }
}
