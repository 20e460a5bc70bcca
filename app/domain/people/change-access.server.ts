import { sql, type Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Role } from '../account/account'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import type { EndReason } from './end-reasons'
import { lockPeople } from './lock-people.server'
import { rolesKeptBy, rolesOfKind } from './roles-of-kind'

/** Whose access, and how often it had been changed when its page was drawn. */
export interface AccessTarget {
  membershipId: string
  version: number
}

/**
 * 'stale': somebody changed it first. 'ended': it ended before. 'role': not one of that organisation's. 'has_role': the person has that
 * role there already. 'own_last': the viewer's own only access. 'last_administrator', 'last_manager': nobody would be left.
 */
export type AccessRefusal =
  | 'not_found'
  | 'stale'
  | 'ended'
  | 'role'
  | 'has_role'
  | 'own_last'
  | 'last_administrator'
  | 'last_manager'
  | 'different'

export type AccessResult = { ok: true } | { ok: false; reason: AccessRefusal }

/** Lets somebody do something else at the same organisation, from their next request on. */
export function changeRole(
  app: DomainContext,
  viewer: SignedInViewer,
  target: AccessTarget,
  role: Role,
  request: FormRequest,
): Promise<AccessResult> {
  return act(app, viewer, target, request, async (trx, access) => {
    const isOffered = rolesKeptBy(viewer.role).includes(role) && rolesOfKind(access.kind).includes(role)
    if (!isOffered) return 'role'
    if (role === access.role) return null
    const last = await lastOf(trx, access)
    if (last) return last
    if (await hasRole(trx, access, role)) return 'has_role'
    await update(trx, target, { role })
    await audit(trx, viewer, 'membership.role', target.membershipId, { from: access.role, to: role })
    return null
  })
}

/**
 * Ends somebody's access: their next request is signed out. What invites their address to the same organisation ends with it, or they
 * would let themselves in again.
 */
export function endAccess(
  app: DomainContext,
  viewer: SignedInViewer,
  target: AccessTarget,
  reason: EndReason,
  request: FormRequest,
): Promise<AccessResult> {
  return act(app, viewer, target, request, async (trx, access) => {
    if (access.personId === viewer.personId && (await isOnly(trx, access))) return 'own_last'
    const last = await lastOf(trx, access)
    if (last) return last
    const ended = { endedAt: app.clock(), endedBy: viewer.personId, endedReason: reason }
    await update(trx, target, ended)
    await withdrawInvitations(trx, viewer, access, app.clock())
    await audit(trx, viewer, 'membership.end', target.membershipId, { reason })
    return null
  })
}

/** Corrects a name; what it was stays in the person's history. */
export function renamePerson(
  app: DomainContext,
  viewer: SignedInViewer,
  target: AccessTarget,
  name: string,
  request: FormRequest,
): Promise<AccessResult> {
  return act(app, viewer, target, request, async (trx, access) => {
    await trx.updateTable('person').set({ name }).where('id', '=', access.personId).execute()
    await update(trx, target, {})
    await recordAudit(trx, viewer, {
      action: 'person.rename',
      subjectKind: 'person',
      subjectId: access.personId,
    })
    return null
  })
}

interface HeldAccess extends AccessTarget {
  personId: string
  email: string
  organisationId: string
  kind: string
  role: string
}

type Act = (trx: Transaction<DB>, access: HeldAccess) => Promise<AccessRefusal | null>

/** Changes one access over the version that was shown. Whoever changes another of the organisation waits until this is done. */
function act(
  app: DomainContext,
  viewer: SignedInViewer,
  target: AccessTarget,
  request: FormRequest,
  run: Act,
): Promise<AccessResult> {
  return asViewer(app.db, viewer, async (trx): Promise<AccessResult> => {
    const result = await once<AccessResult>(trx, viewer, request, async () => {
      const found = await findAccess(trx, target.membershipId)
      if (!found) return { ok: false, reason: 'not_found' }
      await lockPeople(trx, found.role === 'administrator' ? found.role : found.organisationId)
      const access = await findAccess(trx, target.membershipId)
      const reason = await refusalOf(trx, access, target, run)
      return reason === null ? { ok: true } : { ok: false, reason }
    })
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

async function refusalOf(
  trx: Transaction<DB>,
  access: Awaited<ReturnType<typeof findAccess>>,
  { version }: AccessTarget,
  run: Act,
): Promise<AccessRefusal | null> {
  if (!access) return 'not_found'
  if (access.endedAt !== null) return 'ended'
  return access.version === version ? run(trx, access) : 'stale'
}

/** Of those whose access the viewer keeps: the view holds no others. */
function findAccess(trx: Transaction<DB>, membershipId: string) {
  return trx
    .selectFrom('accountHeld')
    .innerJoin('membership', 'membership.id', 'accountHeld.membershipId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .select(['membership.id as membershipId', 'membership.personId', 'membership.organisationId'])
    .select(['membership.role', 'membership.version', 'membership.endedAt', 'organisation.kind'])
    .select('accountHeld.email')
    .$narrowType<{ email: string }>()
    .where('membership.id', '=', membershipId)
    .executeTakeFirst()
}

async function update(
  trx: Transaction<DB>,
  { membershipId }: AccessTarget,
  fields: { role?: Role; endedAt?: Date; endedBy?: string; endedReason?: EndReason },
): Promise<void> {
  await trx
    .updateTable('membership')
    .set({ ...fields, version: sql`version + 1` })
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow()
}

/** Of an administrator's the lock is the role's: who invites holds the organisation's, which is asked for here all the same. */
async function withdrawInvitations(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { email, organisationId }: HeldAccess,
  now: Date,
): Promise<void> {
  await lockPeople(trx, organisationId)
  const withdrawn = await trx
    .updateTable('invitation')
    .set({ withdrawnAt: now, withdrawnBy: viewer.personId })
    .where('email', '=', email)
    .where('organisationId', '=', organisationId)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of withdrawn)
    await recordAudit(trx, viewer, {
      action: 'invitation.withdraw',
      subjectKind: 'invitation',
      subjectId: id,
    })
}

/** Whether it is the only access of its person. */
async function isOnly(trx: Transaction<DB>, { personId, membershipId }: HeldAccess): Promise<boolean> {
  const other = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('id', '!=', membershipId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return other === undefined
}

async function hasRole(
  trx: Transaction<DB>,
  { personId, organisationId }: HeldAccess,
  role: Role,
): Promise<boolean> {
  const found = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Why an access may not be lost: a region has an administrator, and a provider with open referrals a manager. */
async function lastOf(
  trx: Transaction<DB>,
  access: HeldAccess,
): Promise<'last_administrator' | 'last_manager' | null> {
  if (access.role === 'administrator') return (await isLast(trx, access)) ? 'last_administrator' : null
  if (access.role !== 'provider_manager' || !(await isLast(trx, access))) return null
  return (await hasOpenReferrals(trx, access.organisationId)) ? 'last_manager' : null
}

async function isLast(trx: Transaction<DB>, { membershipId, organisationId, role }: HeldAccess) {
  const other = await trx
    .selectFrom('membership')
    .select('id')
    .$if(role !== 'administrator', own => own.where('organisationId', '=', organisationId))
    .where('role', '=', role)
    .where('id', '!=', membershipId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return other === undefined
}

async function hasOpenReferrals(trx: Transaction<DB>, organisationId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select has_open_referrals(${organisationId}) as has`.execute(
    trx,
  )
  return rows[0]?.has ?? false
}

function audit(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  action: string,
  subjectId: string,
  detail: Record<string, string>,
): Promise<void> {
  return recordAudit(trx, viewer, { action, subjectKind: 'membership', subjectId, detail })
}
