import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Role } from '../account/account'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { INVITATION_MS } from './invitation'
import { lockPeople } from './lock-people.server'
import { rolesKeptBy, rolesOfKind } from './roles-of-kind'

export interface Invited {
  email: string
  organisationId: string
  role: Role
}

/** 'role': not one of that organisation's, or not the viewer's to give. 'member': has that role there already. 'over': no open invitation. */
export type InviteResult =
  | { ok: true; invitationId: string }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'different' }
  | { ok: false; reason: 'role' | 'member' }
  /** It was used, withdrawn, or its organisation closed: when, and by whom where somebody withdrew it. */
  | { ok: false; reason: 'over'; how: 'used' | 'withdrawn' | 'closed'; at: string; by: string | null }

type Over = Extract<InviteResult, { reason: 'over' }>

type Act = (trx: Transaction<DB>) => Promise<InviteResult>

/**
 * Invites an address to an organisation in a role, for seven days, and owes the email. An invitation of the same that was open before is
 * withdrawn: the latest link alone lets anybody in.
 */
export function invite(
  app: DomainContext,
  viewer: SignedInViewer,
  invited: Invited,
  request: FormRequest,
): Promise<InviteResult> {
  return act(app, viewer, request, async trx => {
    const organisation = await organisationToKeep(trx, viewer, invited.organisationId)
    if (!organisation) return { ok: false, reason: 'not_found' }
    const may = rolesKeptBy(viewer.role).includes(invited.role)
    if (!may || !rolesOfKind(organisation.kind).includes(invited.role)) return { ok: false, reason: 'role' }
    await lockPeople(trx, invited.organisationId)
    if (await isMember(trx, invited)) return { ok: false, reason: 'member' }
    return sendNew(app, trx, viewer, invited)
  })
}

/**
 * Invites whoever applied for an organisation that was approved as its first person, inside a transaction; editors may, too.
 * @returns the invitation; null where somebody has joined, or it is not their application
 */
export async function inviteFirst(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  invited: Invited,
): Promise<string | null> {
  const { email, organisationId, role } = invited
  await lockPeople(trx, organisationId)
  const { rows } = await sql<{ may: boolean }>`
    select is_first_of_approved(${email}::citext, ${organisationId}::uuid, ${role}) as may`.execute(trx)
  if (!rows[0]?.may) return null
  return (await sendNew(app, trx, viewer, invited)).invitationId
}

/** Invites again whom an invitation that was not used was for: seven days more, by a new link. */
export function inviteAgain(
  app: DomainContext,
  viewer: SignedInViewer,
  invitationId: string,
  request: FormRequest,
): Promise<InviteResult> {
  return act(app, viewer, request, async trx => {
    const before = await heldUnused(trx, invitationId)
    if ('ok' in before) return before
    return (await isMember(trx, before)) ? { ok: false, reason: 'member' } : sendNew(app, trx, viewer, before)
  })
}

/** Takes an invitation back that was not used: its link opens nothing from now on. */
export function withdrawInvitation(
  app: DomainContext,
  viewer: SignedInViewer,
  invitationId: string,
  request: FormRequest,
): Promise<InviteResult> {
  return act(app, viewer, request, async trx => {
    const before = await heldUnused(trx, invitationId)
    if ('ok' in before) return before
    await withdraw(trx, viewer, before, app.clock())
    await audit(trx, viewer, 'invitation.withdraw', invitationId)
    return { ok: true, invitationId }
  })
}

async function act(app: DomainContext, viewer: SignedInViewer, request: FormRequest, run: Act) {
  return asViewer(app.db, viewer, async (trx): Promise<InviteResult> => {
    const result = await once(trx, viewer, request, () => run(trx))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}

/** An organisation that is not closed, of those whose people the viewer keeps. */
function organisationToKeep(trx: Transaction<DB>, viewer: SignedInViewer, id: string) {
  return trx
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .$if(viewer.role !== 'administrator', own => own.where('id', '=', viewer.organisationId))
    .executeTakeFirst()
}

async function isMember(trx: Transaction<DB>, { email, organisationId, role }: Invited): Promise<boolean> {
  const found = await trx
    .selectFrom('accountHeld')
    .innerJoin('membership', 'membership.id', 'accountHeld.membershipId')
    .select('membership.id')
    .where('email', '=', email)
    .where('membership.organisationId', '=', organisationId)
    .where('membership.role', '=', role)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The invitation, once whoever else invites, withdraws or joins there is done: what is read of it stands until this transaction ends. */
async function heldUnused(trx: Transaction<DB>, id: string): ReturnType<typeof unused> {
  const found = await trx
    .selectFrom('invitation')
    .select('organisationId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (found) await lockPeople(trx, found.organisationId)
  return unused(trx, id)
}

/** An invitation of the viewer's to keep to an open organisation that was neither used nor withdrawn, whether it still holds or not. */
async function unused(
  trx: Transaction<DB>,
  id: string,
): Promise<Invited | Extract<InviteResult, { ok: false }>> {
  const row = await trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'organisationId')
    .leftJoin('person as w', 'w.id', 'withdrawnBy')
    .select(['invitation.email', 'organisationId', 'role', 'usedAt', 'withdrawnAt', 'closedAt'])
    .select('w.name as withdrawnBy')
    .where('invitation.id', '=', id)
    .executeTakeFirst()
  if (!row) return { ok: false, reason: 'not_found' }
  const { usedAt, withdrawnAt, closedAt } = row
  const over = (how: Over['how'], at: Date, by: string | null = null): Over => ({
    ...{ ok: false, reason: 'over', how, at: at.toISOString(), by },
  })
  if (usedAt !== null) return over('used', usedAt)
  if (withdrawnAt !== null) return over('withdrawn', withdrawnAt, row.withdrawnBy)
  if (closedAt !== null) return over('closed', closedAt)
  return { email: row.email, organisationId: row.organisationId, role: row.role as Role }
}

async function sendNew(app: DomainContext, trx: Transaction<DB>, viewer: SignedInViewer, invited: Invited) {
  const now = app.clock()
  await withdraw(trx, viewer, invited, now)
  const id = newId()
  const { email, organisationId, role } = invited
  const expiresAt = new Date(now.getTime() + INVITATION_MS)
  await trx
    .insertInto('invitation')
    .values({ id, email, organisationId, role, invitedBy: viewer.personId, invitedAt: now, expiresAt })
    .execute()
  await app.jobs.enqueue(trx, 'notify', { invitationId: id })
  await audit(trx, viewer, 'invitation.send', id)
  return { ok: true, invitationId: id } as const
}

async function withdraw(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { email, organisationId, role }: Invited,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ withdrawnAt: now, withdrawnBy: viewer.personId })
    .where('email', '=', email)
    .where('organisationId', '=', organisationId)
    .where('role', '=', role)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

function audit(trx: Transaction<DB>, viewer: SignedInViewer, action: string, id: string): Promise<void> {
  return recordAudit(trx, viewer, { action, subjectKind: 'invitation', subjectId: id })
}
