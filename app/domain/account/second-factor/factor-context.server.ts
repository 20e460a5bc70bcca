import type { Kysely, Transaction } from 'kysely'
import { newId } from '@db/id'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { AccountSecrets } from '../account-secrets.server'
import type { BrowserFamily } from '../browser-family'
import { FACTOR_MESSAGES, type FactorMessage } from './factor-messages'

export interface FactorContext {
  db: Kysely<DB>
  jobs: JobQueue
  clock: () => Date
  secrets: AccountSecrets
}

/** Whoever keeps their own factors, in a session that is whole, or half until they have one. */
export interface FactorOwner {
  viewer: SignedInViewer
  sessionId: string
  isHalf: boolean
  browser: BrowserFamily
}

/** Lets the worker tell a person what was done with their second factor; once, however often its job runs. */
export async function oweNews(
  trx: Transaction<DB>,
  jobs: JobQueue,
  personId: string,
  news: FactorMessage,
): Promise<void> {
  const template = FACTOR_MESSAGES[news].name
  await jobs.enqueue(trx, 'notify', { messageId: newId(), personId, template })
}
