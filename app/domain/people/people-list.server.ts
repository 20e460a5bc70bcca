import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Role } from '../account/account'
import { accountChanges } from '../account/own-account.server'
import { holdsWords } from '../list/holds-words'
import { type AskedList, PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import { readRole } from '../account/session.server'
import { type InvitationStanding, invitationStanding } from './invitation'
import { rolesOfKind } from './roles-of-kind'

/** Somebody's access: what they may do at one organisation. */
export interface Access {
  membershipId: string
  personId: string
  name: string
  email: string
  organisationId: string
  organisationName: string
  role: Role
  since: Date
  endedAt: Date | null
  /** Whether the organisation is closed: nobody of it signs in as long as it is. */
  isClosed: boolean
  version: number
}

export interface SentInvitation {
  id: string
  email: string
  organisationName: string
  role: Role
  invitedBy: string | null
  invitedAt: Date
  expiresAt: Date
  standing: InvitationStanding
}

export interface InvitableOrganisation {
  id: string
  name: string
  roles: readonly Role[]
}

/** Those who can sign in, or those who were invited and have not joined. */
export const PEOPLE_LISTS = ['here', 'invited'] as const
type PeopleList = (typeof PEOPLE_LISTS)[number]

/**
 * A page of those who have access now, or of everybody invited who has not joined: of the viewer's organisation, or of all for an
 * administrator. By words, those of organisations whose name holds them. How many each list holds goes with it.
 */
export function peopleKept(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  { list, words, page }: AskedList & { list: PeopleList },
  now: Date,
) {
  return asViewer(db, viewer, async trx => {
    const here = await standing(trx, words).select(MANY).executeTakeFirstOrThrow()
    const invited = await waiting(trx, words).select(MANY).executeTakeFirstOrThrow()
    const counts = { here: here.many, invited: invited.many }
    const paging = pageOf(page, counts[list])
    const rows = list === 'here' ? await accessPage(trx, words, paging) : []
    const invitations = list === 'invited' ? await invitationsPage(trx, words, { ...paging, now }) : []
    return { ...paging, list, counts, people: rows.map(asAccess), invitations }
  })
}

const MANY = sql<number>`count(*)::integer`.as('many')

function accessPage(trx: Transaction<DB>, words: string, { first }: Paging) {
  return selectAccess(standing(trx, words))
    .limit(PAGE_LENGTH)
    .offset(first - 1)
    .execute()
}

/** One access of the viewer's to keep, ended or not, with what changed of it and of the person; null where there is none. */
export function accessKept(db: Kysely<DB>, viewer: SignedInViewer, membershipId: string) {
  return asViewer(db, viewer, async trx => {
    const row = await selectAccess(held(trx)).where('membership.id', '=', membershipId).executeTakeFirst()
    if (!row) return null
    const access = asAccess(row)
    const changes = await accountChanges(trx, access.personId).execute()
    return { access, roles: rolesOfKind(row.organisationKind), changes }
  })
}

export type KeptAccess = NonNullable<Awaited<ReturnType<typeof accessKept>>>

/** Where the viewer may invite to: the organisations that are not closed, with the roles each may have. */
export function invitableOrganisations(
  db: Kysely<DB>,
  viewer: SignedInViewer,
): Promise<InvitableOrganisation[]> {
  return asViewer(db, viewer, async trx => {
    const rows = await trx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind'])
      .where('closedAt', 'is', null)
      .$if(viewer.role !== 'administrator', own => own.where('id', '=', viewer.organisationId))
      .orderBy('name')
      .orderBy('id')
      .execute()
    return rows.map(({ kind, ...organisation }) => ({ ...organisation, roles: rolesOfKind(kind) }))
  })
}

function held(trx: Transaction<DB>) {
  return trx
    .selectFrom('accountHeld')
    .innerJoin('membership', 'membership.id', 'accountHeld.membershipId')
    .innerJoin('person', 'person.id', 'membership.personId')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
}

function standing(trx: Transaction<DB>, words: string) {
  return held(trx)
    .where('endedAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where(holdsWords('organisation.name', words))
}

function selectAccess(query: ReturnType<typeof held>) {
  return query
    .select(['membership.id as membershipId', 'membership.personId', 'person.name', 'accountHeld.email'])
    .select([
      'membership.organisationId',
      'organisation.name as organisationName',
      'organisation.kind as organisationKind',
      'organisation.closedAt',
    ])
    .select(['membership.role', 'membership.createdAt as since', 'endedAt', 'membership.version'])
    .orderBy('organisation.name')
    .orderBy('person.name')
    .orderBy('membership.id')
}

function asAccess(row: Awaited<ReturnType<ReturnType<typeof selectAccess>['execute']>>[number]): Access {
  const { organisationKind: _kind, closedAt, ...access } = row
  // The view joins what is never null.
  return { ...access, email: row.email ?? '', role: readRole(row.role), isClosed: closedAt !== null }
}

/** The invitations that were neither used nor taken back. */
function waiting(trx: Transaction<DB>, words: string) {
  return trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'organisationId')
    .leftJoin('person', 'person.id', 'invitedBy')
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('organisation.closedAt', 'is', null)
    .where(holdsWords('organisation.name', words))
}

async function invitationsPage(
  trx: Transaction<DB>,
  words: string,
  { first, now }: Paging & { now: Date },
): Promise<SentInvitation[]> {
  const rows = await waiting(trx, words)
    .select(['invitation.id', 'invitation.email', 'organisation.name as organisationName', 'role'])
    .select(['person.name as invitedBy', 'invitedAt', 'expiresAt', 'usedAt', 'withdrawnAt'])
    .orderBy('invitedAt', 'desc')
    .orderBy('invitation.id')
    .limit(PAGE_LENGTH)
    .offset(first - 1)
    .execute()
  return rows.map(({ usedAt, withdrawnAt, ...row }) => ({
    ...row,
    role: readRole(row.role),
    standing: invitationStanding({ ...row, usedAt, withdrawnAt }, now),
  }))
}
