import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { TopicCode } from './fact-topics'

/** How often each topic of a case was saved. */
export type TopicVersions = Readonly<Record<TopicCode, number>>

const NEVER_SAVED: TopicVersions = { household: 0, needs: 0, risk: 0, areas: 0, money: 0, safety: 0 }

/** The versions of a case's topics: 0 for one that was never saved, or that the viewer's tier does not reach. */
export async function topicVersions(trx: Transaction<DB>, caseId: string): Promise<TopicVersions> {
  const rows = await trx
    .selectFrom('caseTopic')
    .select(['topic', 'version'])
    .where('caseId', '=', caseId)
    .execute()
  return { ...NEVER_SAVED, ...Object.fromEntries(rows.map(row => [row.topic, row.version])) }
}

/** Counts a save of one topic after `version`, in a transaction that holds the case and has found it there. */
export async function countSave(
  trx: Transaction<DB>,
  caseId: string,
  topic: TopicCode,
  version: number,
): Promise<void> {
  await trx
    .insertInto('caseTopic')
    .values({ caseId, topic })
    .onConflict(row => row.columns(['caseId', 'topic']).doUpdateSet({ version: version + 1 }))
    .execute()
}
