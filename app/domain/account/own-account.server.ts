import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSignIn, asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { Role } from './account'
import { readRole } from './session.server'

interface OwnAccess {
  membershipId: string
  organisationName: string
  role: Role
}

/** Somebody's own account: name, address, and every open organisation they may act for, the first they joined first. */
export function ownAccount({ db }: Pick<DomainContext, 'db'>, { personId }: SignedInViewer) {
  return asSignIn(db, async trx => {
    const person = await trx
      .selectFrom('person')
      .select(['name', 'email'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const rows = await trx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'organisationId')
      .select(['membership.id as membershipId', 'organisation.name as organisationName', 'role'])
      .where('personId', '=', personId)
      .where('endedAt', 'is', null)
      .where('closedAt', 'is', null)
      .orderBy('membership.createdAt')
      .orderBy('membership.id')
      .execute()
    const accesses: OwnAccess[] = rows.map(row => ({ ...row, role: readRole(row.role) }))
    return { ...person, accesses }
  })
}

/** What was changed of the viewer's own account, the latest first: at most a hundred. */
export function ownChanges({ db }: Pick<DomainContext, 'db'>, viewer: SignedInViewer) {
  return asViewer(db, viewer, trx => accountChanges(trx, viewer.personId).limit(100).execute())
}

/** What was changed of a person's account, as far as the viewer reads it, the latest first. */
export function accountChanges(trx: Transaction<DB>, personId: string) {
  return trx
    .selectFrom('accountChange')
    .leftJoin('person as doer', 'doer.id', 'byPerson')
    .leftJoin('organisation', 'organisation.id', 'accountChange.organisationId')
    .select(['accountChange.id', 'happenedAt', 'what', 'before', 'after'])
    .select(['doer.name as by', 'organisation.name as organisationName'])
    .where('personId', '=', personId)
    .orderBy('sequence', 'desc')
}

/** Changes the viewer's own name; what it was stays in their history. */
export function changeOwnName(
  { db }: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  name: string,
  request: FormRequest,
): Promise<{ ok: true } | { ok: false; reason: 'different' }> {
  return asViewer(db, viewer, async trx => {
    const result = await once(trx, viewer, request, async () => {
      await trx.updateTable('person').set({ name }).where('id', '=', viewer.personId).execute()
      await recordAudit(trx, viewer, {
        action: 'person.rename',
        subjectKind: 'person',
        subjectId: viewer.personId,
      })
      return { ok: true } as const
    })
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

/** Lets a session go on for another organisation of the same person. Whether it is theirs is asked in the same statement. */
export function actFor(
  { db }: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { sessionId, membershipId }: { sessionId: string; membershipId: string },
): Promise<Role | null> {
  return asSignIn(db, async trx => {
    const wanted = await trx
      .selectFrom('membership')
      .innerJoin('organisation', 'organisation.id', 'organisationId')
      .select('role')
      .where('membership.id', '=', membershipId)
      .where('personId', '=', viewer.personId)
      .where('endedAt', 'is', null)
      .where('closedAt', 'is', null)
      .executeTakeFirst()
    if (!wanted) return null
    await trx.updateTable('session').set({ membershipId }).where('id', '=', sessionId).execute()
    await recordAudit(trx, viewer, {
      action: 'session.act-for',
      subjectKind: 'membership',
      subjectId: membershipId,
    })
    return readRole(wanted.role)
  })
}
