import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer, Viewer } from '@db/viewer'
import { asSignIn } from '@db/viewer-transaction'
import type { Role } from '../account/account'
import { hashPassword, isPassword } from '../account/hash-password.server'
import { whyTooEasy } from '../account/password-rules.server'
import type { BrowserFamily } from '../account/browser-family'
import { endSession, type Opening, openSession, readRole } from '../account/session.server'
import type { AccountContext } from '../account/sign-in.server'
import { readLink } from '../account/signed-link.server'
import { countTry, forgiveTry } from '../account/throttle.server'
import { recordAudit } from '../audit/record-audit.server'
import { type InvitationStanding, invitationStanding } from './invitation'
import { lockPeople } from './lock-people.server'

/**
 * Who has an invitation before them. new: nobody here has its address · known: somebody has, and is signed out · self: that person,
 * signed in · other: somebody else is signed in.
 */
type Joiner = 'new' | 'known' | 'self' | 'other'

export interface OpenedInvitation {
  standing: InvitationStanding
  joiner: Joiner
  email: string
  organisationName: string
  role: Role
  expiresAt: Date
}

export interface JoinInput {
  /** Of somebody new. */
  name: string
  /** A new one of somebody new, their own of somebody known; of who is signed in, nothing. */
  password: string
  /** The client's network address. */
  address: string
  browser: BrowserFamily
  /** The session this browser had, half or whole, which ends. */
  previousSessionId: string | null
  /** 'given' to who is signed in already, and in the demonstration. */
  secondFactor: Opening['secondFactor']
}

export type JoinResult =
  | { ok: true; token: string; sessionId: string; role: Role; organisationName: string }
  | {
      ok: false
      reason: 'not_found' | 'other' | 'password' | 'throttled' | Exclude<InvitationStanding, 'open'>
    }
  | { ok: false; reason: 'too_easy'; words: string }

/** What the page of an invitation shows; null where the link is none of this service's. */
export async function openInvitation(
  app: AccountContext,
  viewer: Viewer,
  token: string,
): Promise<OpenedInvitation | null> {
  const id = readLink(app.secrets.link, 'invitation', token)
  if (id === null) return null
  const row = await asSignIn(app.db, trx => findInvitation(trx, id))
  if (!row) return null
  const { email, organisationName, role, expiresAt } = row
  const standing = standingOf(row, app.clock())
  return { standing, joiner: joinerOf(row, viewer), email, organisationName, role: readRole(role), expiresAt }
}

/**
 * Joins by an invitation: a new person with a name and a password, or one who is known with theirs, and opens a session in the new
 * membership. Of two at once one joins, and the other is told that it was used.
 */
export async function join(
  app: AccountContext,
  viewer: Viewer,
  token: string,
  input: JoinInput,
): Promise<JoinResult> {
  const id = readLink(app.secrets.link, 'invitation', token)
  const found = id === null ? undefined : await asSignIn(app.db, trx => findInvitation(trx, id))
  if (!found) return { ok: false, reason: 'not_found' }
  const standing = standingOf(found, app.clock())
  if (standing !== 'open') return { ok: false, reason: standing }
  const joiner = joinerOf(found, viewer)
  const refusal = await refusalOf(app, joiner, found, input)
  if (refusal) return refusal
  // Outside any transaction: it takes tens of milliseconds on purpose.
  const passwordHash = joiner === 'new' ? await hashPassword(input.password) : null
  return asSignIn(app.db, trx => letIn(trx, app.clock(), found, { ...input, passwordHash }))
}

type Row = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

function findInvitation(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .leftJoin('person', 'person.email', 'invitation.email')
    .select(['invitation.id', 'invitation.email', 'invitation.role', 'invitation.organisationId'])
    .select(['usedAt', 'withdrawnAt', 'expiresAt', 'organisation.name as organisationName', 'closedAt'])
    .select(['person.id as personId', 'person.passwordHash', 'person.disabledAt'])
    .where('invitation.id', '=', id)
    .executeTakeFirst()
}

/** Nobody joins an organisation that is closed. */
function standingOf({ closedAt, ...dates }: Row, now: Date): InvitationStanding {
  const standing = invitationStanding(dates, now)
  return standing === 'open' && closedAt !== null ? 'withdrawn' : standing
}

function joinerOf({ personId }: Row, viewer: Viewer): Joiner {
  if (viewer.kind === 'member') return viewer.personId === personId ? 'self' : 'other'
  return personId === null ? 'new' : 'known'
}

async function refusalOf(
  app: AccountContext,
  joiner: Joiner,
  found: Row,
  { name, password, address }: JoinInput,
): Promise<Extract<JoinResult, { ok: false }> | null> {
  if (joiner === 'other') return { ok: false, reason: 'other' }
  if (joiner === 'self') return null
  if (joiner === 'new') {
    const words = whyTooEasy(password, [name, found.email, found.organisationName])
    return words === null ? null : { ok: false, reason: 'too_easy', words }
  }
  const attempt = { email: found.email, address }
  const within = await asSignIn(app.db, trx => countTry(trx, app.secrets.throttle, attempt, app.clock()))
  if (within === 'beyond') return { ok: false, reason: 'throttled' }
  const isRight = await isPassword(found.passwordHash, password)
  if (!isRight || found.disabledAt !== null) return { ok: false, reason: 'password' }
  await asSignIn(app.db, trx => forgiveTry(trx, app.secrets.throttle, attempt))
  return null
}

type Entering = Omit<JoinInput, 'password' | 'address'> & { passwordHash: string | null }

/** The organisation's people and the row of the invitation are locked until all of it is done: whoever comes second finds it used, and who invites finds a member. */
async function letIn(
  trx: Transaction<DB>,
  now: Date,
  { id: invitationId, organisationId, personId: asked }: Row,
  { name, passwordHash, previousSessionId, ...entering }: Entering,
): Promise<JoinResult> {
  await lockPeople(trx, organisationId)
  await trx.selectFrom('invitation').select('id').where('id', '=', invitationId).forUpdate().execute()
  const found = await findInvitation(trx, invitationId)
  if (!found) return { ok: false, reason: 'not_found' }
  const standing = standingOf(found, now)
  if (standing !== 'open') return { ok: false, reason: standing }
  const personId = asked ?? (await addPerson(trx, { email: found.email, name, passwordHash }))
  // By another invitation the address has just become somebody's, whose password was not asked for.
  if (personId === null) return { ok: false, reason: 'password' }
  const viewer = await becomeMember(trx, personId, found)
  await trx
    .updateTable('invitation')
    .set({ usedAt: now, usedBy: personId })
    .where('id', '=', invitationId)
    .execute()
  if (previousSessionId) await endSession(trx, previousSessionId, now)
  const { browser, secondFactor } = entering
  const session = await openSession(trx, { membershipId: viewer.membershipId, browser, secondFactor }, now)
  await recordAudit(trx, viewer, {
    action: 'invitation.use',
    subjectKind: 'invitation',
    subjectId: invitationId,
  })
  const { organisationName } = found
  return { ok: true, token: session.token, sessionId: session.id, role: viewer.role, organisationName }
}

interface NewPerson {
  email: string
  name: string
  passwordHash: string | null
}

/** The new person's id; null where the address is somebody's. */
async function addPerson(trx: Transaction<DB>, { passwordHash, ...who }: NewPerson): Promise<string | null> {
  if (passwordHash === null) return null
  const added = await trx
    .insertInto('person')
    .values({ id: newId(), passwordHash, ...who })
    .onConflict(conflict => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added?.id ?? null
}

/** The membership an invitation is for; one they have already, by another invitation, stays theirs. */
async function becomeMember(
  trx: Transaction<DB>,
  personId: string,
  { organisationId, role }: Row,
): Promise<SignedInViewer> {
  await trx
    .insertInto('membership')
    .values({ id: newId(), personId, organisationId, role })
    .onConflict(conflict =>
      conflict.columns(['personId', 'organisationId', 'role']).where('endedAt', 'is', null).doNothing(),
    )
    .execute()
  const { id: membershipId } = await trx
    .selectFrom('membership')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('role', '=', role)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return { kind: 'member', personId, organisationId, membershipId, role: readRole(role) }
}
