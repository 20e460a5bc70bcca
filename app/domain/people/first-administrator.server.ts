import type { Kysely, Transaction } from 'kysely'
import { newId } from '@db/id'
import { createJobQueue } from '@db/jobs'
import type { DB } from '@db/schema'
import { href } from '~/paths'
import { signLink } from '../account/signed-link.server'
import { recordAudit } from '../audit/record-audit.server'
import { formatInstant } from '../time/calendar'
import { INVITATION_MS } from './invitation'
import type { InviteArguments } from './invite-arguments'
import { lockPeople } from './lock-people.server'

interface Invitor {
  /** Of whoever may do anything: it lets in the first person of all. */
  owner: Kysely<DB>
  clock: () => Date
  linkKey: Buffer
  publicOrigin: string
  sendsMail: boolean
}

/**
 * Invites an administrator of the region, whose organisation is made where there is none. Asked again for the same address, it makes a
 * new link and the one before opens nothing.
 * @returns the link, which is kept nowhere
 * @throws Error that says what to do, where there is an administrator already, or no organisation and no name for one
 */
export function inviteFirstAdministrator(app: Invitor, wanted: InviteArguments) {
  const now = app.clock()
  return app.owner.transaction().execute(async trx => {
    if (!wanted.another) await refuseAnother(trx)
    const organisation = await regionOf(trx, wanted.organisationName)
    const id = newId()
    const expiresAt = new Date(now.getTime() + INVITATION_MS)
    const invited = { email: wanted.email, organisationId: organisation.id, role: 'administrator' }
    await lockPeople(trx, organisation.id)
    await withdrawEarlier(trx, invited, now)
    await trx
      .insertInto('invitation')
      .values({ id, ...invited, invitedAt: now, expiresAt })
      .execute()
    if (app.sendsMail) await createJobQueue().enqueue(trx, 'notify', { invitationId: id })
    await recordAudit(
      trx,
      { kind: 'public' },
      { action: 'invitation.by-command', subjectKind: 'invitation', subjectId: id },
    )
    const token = signLink(app.linkKey, 'invitation', id)
    return {
      organisationName: organisation.name,
      link: app.publicOrigin + href('join/:token', { token }),
      until: formatInstant(expiresAt),
    }
  })
}

async function refuseAnother(trx: Transaction<DB>): Promise<void> {
  const found = await trx
    .selectFrom('membership')
    .select('id')
    .where('role', '=', 'administrator')
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  if (!found) return
  throw new Error(
    'There is an administrator already: they invite others on the page People. ' +
      'Where none of them can sign in any more, add --another.',
  )
}

async function regionOf(trx: Transaction<DB>, name: string | null): Promise<{ id: string; name: string }> {
  const region = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'region')
    .where('closedAt', 'is', null)
    .orderBy('createdAt')
    .executeTakeFirst()
  if (region) return region
  if (name === null)
    throw new Error('There is no regional team yet. Name it: --organisation "North East regional team"')
  const made = { id: newId(), name }
  await trx
    .insertInto('organisation')
    .values({ ...made, kind: 'region' })
    .execute()
  return made
}

async function withdrawEarlier(
  trx: Transaction<DB>,
  { email, organisationId, role }: { email: string; organisationId: string; role: string },
  now: Date,
): Promise<void> {
  await trx
    .updateTable('invitation')
    .set({ withdrawnAt: now })
    .where('email', '=', email)
    .where('organisationId', '=', organisationId)
    .where('role', '=', role)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}
