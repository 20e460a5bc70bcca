import type { Kysely, Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { Day } from '../../time/calendar'
import { lockPeople } from '../lock-people.server'

export interface CoverDates {
  fromOn: Day
  /** The last day away. */
  untilOn: Day
  coveredBy: string
}

/** 'colleague': nobody of the viewer's organisation. 'overlaps': they say already that they are away then. 'taken_back': it was already, then. */
export type CoverResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'colleague' | 'overlaps' | 'different' }
  | { ok: false; reason: 'taken_back'; at: string }

/** When the viewer says they are away, those to come first and then those past, and the colleagues who could act for them. */
export function ownCover(db: Kysely<DB>, viewer: SignedInViewer) {
  return asViewer(db, viewer, async trx => ({
    covers: await trx
      .selectFrom('cover')
      .innerJoin('person', 'person.id', 'coveredBy')
      .select(['cover.id', 'fromOn', 'untilOn', 'person.name as coveredBy', 'saidAt', 'withdrawnAt'])
      .where('personId', '=', viewer.personId)
      .where('organisationId', '=', viewer.organisationId)
      .orderBy('untilOn', 'desc')
      .orderBy('cover.id')
      .limit(50)
      .execute(),
    colleagues: await colleaguesOf(trx, viewer).orderBy('person.name').execute(),
  }))
}

/** Says that the viewer is away, and who acts for them. */
export function sayAway(
  app: DomainContext,
  viewer: SignedInViewer,
  { fromOn, untilOn, coveredBy }: CoverDates,
  request: FormRequest,
): Promise<CoverResult> {
  return act(app, viewer, request, async trx => {
    const colleague = await colleaguesOf(trx, viewer).where('person.id', '=', coveredBy).executeTakeFirst()
    if (!colleague) return { ok: false, reason: 'colleague' }
    const overlapping = await trx
      .selectFrom('cover')
      .select('id')
      .where('personId', '=', viewer.personId)
      .where('organisationId', '=', viewer.organisationId)
      .where('withdrawnAt', 'is', null)
      .where('fromOn', '<=', untilOn)
      .where('untilOn', '>=', fromOn)
      .executeTakeFirst()
    if (overlapping) return { ok: false, reason: 'overlaps' }
    const { personId, organisationId } = viewer
    const id = newId()
    const said = { id, personId, organisationId, coveredBy, fromOn, untilOn, saidAt: app.clock() }
    await trx.insertInto('cover').values(said).execute()
    await recordAudit(trx, viewer, { action: 'cover.say', subjectKind: 'person', subjectId: personId })
    return { ok: true }
  })
}

/** Takes back that the viewer is away: nothing more goes to the colleague. It stays in the list of what was said. */
export function takeCoverBack(
  app: DomainContext,
  viewer: SignedInViewer,
  coverId: string,
  request: FormRequest,
): Promise<CoverResult> {
  return act(app, viewer, request, async trx => {
    const { personId } = viewer
    const said = await trx
      .selectFrom('cover')
      .select('withdrawnAt')
      .where('id', '=', coverId)
      .where('personId', '=', personId)
      .executeTakeFirst()
    if (!said) return { ok: false, reason: 'not_found' }
    if (said.withdrawnAt) return { ok: false, reason: 'taken_back', at: said.withdrawnAt.toISOString() }
    await trx.updateTable('cover').set({ withdrawnAt: app.clock() }).where('id', '=', coverId).execute()
    await recordAudit(trx, viewer, { action: 'cover.take-back', subjectKind: 'person', subjectId: personId })
    return { ok: true }
  })
}

/** Until when somebody is away on a day from an organisation, and whom to ask; null where they are not. In the viewer's transaction. */
export async function awayOn(
  trx: Transaction<DB>,
  { personId, organisationId }: { personId: string; organisationId: string },
  today: Day,
): Promise<{ untilOn: Day; ask: string } | null> {
  const cover = await trx
    .selectFrom('cover')
    .innerJoin('person', 'person.id', 'coveredBy')
    .select(['untilOn', 'person.name as ask'])
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where('untilOn', '>=', today)
    .executeTakeFirst()
  return cover ?? null
}

function act(
  app: DomainContext,
  viewer: SignedInViewer,
  request: FormRequest,
  run: (trx: Transaction<DB>) => Promise<CoverResult>,
) {
  return asViewer(app.db, viewer, async (trx): Promise<CoverResult> => {
    const result = await once(trx, viewer, request, async () => {
      await lockPeople(trx, viewer.personId)
      return run(trx)
    })
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

/** Everybody else of the viewer's organisation. */
function colleaguesOf(trx: Transaction<DB>, viewer: SignedInViewer) {
  return trx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.personId')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('organisationId', '=', viewer.organisationId)
    .where('endedAt', 'is', null)
    .where('person.id', '!=', viewer.personId)
}
