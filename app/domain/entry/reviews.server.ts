import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import type { Struck } from '../words/struck'
import type { Decision } from './review'

export interface ReviewKept {
  id: string
  decision: Decision
  words: string | null
  by: string
  at: Date
  /** By whom and when it was taken back; null for what stands. */
  takenBack: { by: string; at: Date } | null
  /** Who struck its words out, and when. */
  struck: Struck | null
}

/** What editors decided of an entry, the latest first. */
export async function reviewsOf(trx: Transaction<DB>, serviceId: string): Promise<ReviewKept[]> {
  const rows = await trx
    .selectFrom('entryReview as r')
    .innerJoin('person as p', 'p.id', 'r.byPerson')
    .leftJoin('person as t', 't.id', 'r.takenBackBy')
    .select(['r.id', 'r.decision', 'r.words', 'p.name as by', 'r.happenedAt as at'])
    .leftJoin('person as striker', 'striker.id', 'r.struckBy')
    .select(['t.name as takenBackBy', 'r.takenBackAt', 'r.struckAt', 'striker.name as struckBy'])
    .where('r.serviceId', '=', serviceId)
    .orderBy('r.happenedAt', 'desc')
    .execute()
  return rows.map(({ takenBackBy, takenBackAt, struckBy, struckAt, ...row }) => ({
    ...row,
    decision: row.decision as Decision,
    takenBack: takenBackAt && { by: takenBackBy ?? '', at: takenBackAt },
    struck: struckAt && { by: struckBy ?? '', at: struckAt },
  }))
}

/** Up to which change of an entry an editor has read. */
export async function readThrough(trx: Transaction<DB>, serviceId: string): Promise<number> {
  const { through } = await trx
    .selectFrom('entryReview')
    .select(build => build.fn.max('through').as('through'))
    .where('serviceId', '=', serviceId)
    .where('takenBackAt', 'is', null)
    .executeTakeFirstOrThrow()
  return through ?? 0
}

export interface Waiting {
  id: string
  name: string
  provider: string
  /** When it was sent; null of an approved one that changed since an editor looked. */
  submittedAt: Date | null
  changes: number
}

/** What waits for an editor: first entries, the earliest first, then approved ones that others changed since an editor looked. */
export async function waitingEntries(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
): Promise<Waiting[]> {
  return asViewer(app.db, viewer, async trx => {
    const { rows } = await sql<Waiting & { approvedAt: Date | null }>`
      select s.id, s.name, o.name as provider, s.submitted_at as "submittedAt", s.approved_at as "approvedAt",
        (select count(distinct c.happened_at) from record_change c where c.service_id = s.id and c.by_person is not null
          and c.sequence > coalesce((select max(r.through) from entry_review r where r.service_id = s.id and r.taken_back_at is null), 0)
          and not exists (select from membership m where m.person_id = c.by_person
            and m.role in ('editor', 'administrator'))) as changes
      from service s join organisation o on o.id = s.organisation_id
      where s.archived_at is null and (s.approved_at is not null or s.submitted_at is not null)
      order by s.approved_at is not null, s.submitted_at, s.name`.execute(trx)
    return rows
      .map(row => ({ ...row, changes: Number(row.changes) }))
      .filter(row => row.approvedAt === null || row.changes > 0)
      .map(({ approvedAt, ...row }) => ({
        ...row,
        submittedAt: approvedAt === null ? row.submittedAt : null,
      }))
  })
}
