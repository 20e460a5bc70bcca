import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '@db/id'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import type { AccountSecrets } from '../account/account-secrets.server'
import { signLink } from '../account/signed-link.server'
import { invite, inviteAgain, withdrawInvitation } from './invite.server'
import { join } from './join.server'

/**
 * Two who do something about one invitation at the same time, on connections of their own: both have begun before either ends, for a third
 * holds the invitation meanwhile.
 */

let world: ReferralWorld
let invitationId: string
const invited = { email: '', organisationId: '', role: 'provider_worker' as const }
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  const { administrator } = world.viewers
  invited.organisationId = await addOrganisation(world.database.owner, { kind: 'provider' })
  invited.email = `${newId()}@once.example`
  const sent = await invite(world.app, administrator, invited, form())
  if (!sent.ok) throw new Error(sent.reason)
  invitationId = sent.invitationId
})

/** Both begin while the invitation is held, the second once the first waits. */
async function atOnce<A, B>(first: () => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  return world.database.owner
    .transaction()
    .execute(async trx => {
      await trx.selectFrom('invitation').select('id').where('id', '=', invitationId).forUpdate().execute()
      const one = first()
      await untilWaiting(1)
      const two = second()
      await untilWaiting(2)
      return { one, two }
    })
    .then(({ one, two }) => Promise.all([one, two]))
}

async function untilWaiting(many: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await sql<{ waiting: number }>`
          select count(distinct l.pid)::int as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid
          where a.datname = current_database() and not l.granted`.execute(world.database.worker)
        return rows[0]?.waiting
      },
      { timeout: 20_000 },
    )
    .toBe(many)
}

async function kept() {
  const { owner } = world.database
  const invitations = await owner
    .selectFrom('invitation')
    .select(['id', 'usedAt', 'withdrawnAt'])
    .where('email', '=', invited.email)
    .execute()
  const audited = await owner
    .selectFrom('auditEntry')
    .select('action')
    .where(
      'subjectId',
      'in',
      invitations.map(({ id }) => id),
    )
    .execute()
  const open = invitations.filter(({ usedAt, withdrawnAt }) => usedAt === null && withdrawnAt === null)
  return { sent: invitations.length, open: open.length, audited: audited.map(({ action }) => action).sort() }
}

it('invites again once of two tabs, and tells the other that the one it showed is over', async () => {
  const { administrator } = world.viewers
  const again = () => inviteAgain(world.app, administrator, invitationId, form())
  const [one, two] = await atOnce(again, again)
  expect(one).toMatchObject({ ok: true })
  expect(two).toMatchObject({ ok: false, reason: 'over', how: 'withdrawn' })
  expect(await kept()).toEqual({ sent: 2, open: 1, audited: ['invitation.send', 'invitation.send'] })
})

it('is withdrawn by one of two administrators, and the other is told by whom', async () => {
  const { owner } = world.database
  const { administrator } = world.viewers
  const colleague = await addMember(owner, administrator.organisationId, 'administrator')
  const [one, two] = await atOnce(
    () => withdrawInvitation(world.app, administrator, invitationId, form()),
    () => withdrawInvitation(world.app, colleague, invitationId, form()),
  )
  expect(one).toEqual({ ok: true, invitationId })
  expect(two).toMatchObject({ ok: false, reason: 'over', how: 'withdrawn', by: expect.any(String) as string })
  expect(await kept()).toEqual({ sent: 1, open: 0, audited: ['invitation.send', 'invitation.withdraw'] })
})

it.each(['invite', 'again'] as const)('leaves nothing to %s whoever joins in that instant', async how => {
  const { administrator } = world.viewers
  // Of the keys joining asks for that of links alone.
  const secrets = { link: Buffer.alloc(32, 'once') } as AccountSecrets
  const account = { db: world.app.db, clock: world.app.clock, secrets }
  const token = signLink(secrets.link, 'invitation', invitationId)
  const input = {
    ...{ name: 'Wren Siskin', password: 'a hazel hedge by the weir', address: '127.0.0.1' },
    ...{ browser: 'other' as const, previousSessionId: null, secondFactor: 'given' as const },
  }
  const [joined, asked] = await atOnce(
    () => join(account, { kind: 'public' }, token, input),
    () =>
      how === 'invite'
        ? invite(world.app, administrator, invited, form())
        : inviteAgain(world.app, administrator, invitationId, form()),
  )
  expect(joined).toMatchObject({ ok: true, role: 'provider_worker' })
  expect(asked).toMatchObject(how === 'invite' ? { ok: false, reason: 'member' } : { ok: false, how: 'used' })
  expect(await kept()).toEqual({ sent: 1, open: 0, audited: ['invitation.send', 'invitation.use'] })
})
