import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createKeyRing } from '@db/encryption/key-ring'
import { startEmbeddedPostgres } from '@db/embedded/start-embedded-postgres'
import {
  anotherCase,
  layOutReferralWorld,
  type ReferralWorld,
  underReview,
} from '../factories/referral-world'
import { ensureBuilt } from '../support/build'
import { openTestDatabase, type TestDatabase } from '../support/database'
import { freePort } from '../support/demonstration'
import { type MailServer, startMailServer } from '../support/mail-server'
import { TEST_MASTER_KEY } from '../support/server'
import { type PostgresFaults, postgresFaults } from './postgres-faults'
import { type WebProcess, webProcess } from './web-process'

/** The whole service as it runs for real, on a PostgreSQL and a mail server of its own, to be hurt. */
export interface FaultStage {
  world: ReferralWorld
  mail: MailServer
  /** Referrals under review, each with a bedspace of its own to be offered; and the bedspaces that voids are added to. */
  offers: { referralId: string; bedspaceId: string }[]
  voided: string[]
  postgres: PostgresFaults
  owner: TestDatabase['owner']
  web: WebProcess
  close(): Promise<void>
}

/** Seconds for which /readyz says no before the port closes: long enough to be seen on a busy machine. */
const STOP_NOTICE_SECONDS = '3'

export async function openFaultStage(): Promise<FaultStage> {
  await ensureBuilt()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'throughgate-faults-'))
  // Commits are written before they are acknowledged, as for real; no power cut is tried, so nothing waits for the disk.
  const server = await startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } })
  const database = await openTestDatabase({ ...server, runId: process.pid })
  const world = await layOutReferralWorld(database, createKeyRing(TEST_MASTER_KEY), new Date())
  // A real service refuses to start beside accounts of the demonstration, which alone have addresses at example.org.
  await sql`update person set email = replace(email::text, 'example.org', 'example.net')`.execute(
    database.owner,
  )
  const offers = await offersToMake(world)
  const mail = await startMailServer()
  const web = webProcess(await freePort(), {
    MASTER_KEY: TEST_MASTER_KEY.toString('base64'),
    DATABASE_URL: database.urls.app,
    DATABASE_WORKER_URL: database.urls.worker,
    SMTP_URL: mail.url,
    STOP_NOTICE_SECONDS,
  })
  await web.start()
  return {
    world,
    offers,
    voided: world.bedspaces.refuge,
    mail,
    web,
    owner: database.owner,
    postgres: postgresFaults(server, dataDirectory),
    async close() {
      await web.end('SIGKILL')
      await mail.stop()
      await database.drop()
      await server.stop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

async function offersToMake(world: ReferralWorld): Promise<FaultStage['offers']> {
  const offers: FaultStage['offers'] = []
  for (const bedspaceId of world.bedspaces.womensHouse) {
    const { referralId } = await underReview(world, 'womensHouse', await anotherCase(world))
    offers.push({ referralId, bedspaceId })
  }
  return offers
}

/** An address of the small world as it is on this stage. */
export function addressOnStage(email: string): string {
  return email.replace('example.org', 'example.net')
}
