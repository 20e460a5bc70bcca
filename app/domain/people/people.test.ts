import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { ROLES } from '../account/account'
import { readLink } from '../account/signed-link.server'
import { changeRole, endAccess, renamePerson } from './change-access.server'
import { inviteFirstAdministrator } from './first-administrator.server'
import { invite } from './invite.server'
import { readInviteArguments } from './invite-arguments'
import { accessKept } from './people-list.server'
import { rolesOfKind } from './roles-of-kind'

const KINDS = ['prison', 'provider', 'council', 'commissioner', 'region'] as const
const KEY = Buffer.alloc(32, 'links')

let world: ReferralWorld
let administrator: SignedInViewer
let manager: SignedInViewer
let worker: SignedInViewer
let stranger: SignedInViewer
let provider: string
const organisations: Record<string, string> = {}

beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  for (const kind of KINDS) organisations[kind] = await addOrganisation(owner, { kind, name: `A ${kind}` })
  administrator = await addMember(owner, organisations.region ?? '', 'administrator')
  provider = organisations.provider ?? ''
  manager = await addMember(owner, provider, 'provider_manager')
  worker = await addMember(owner, provider, 'provider_worker')
  stranger = await addMember(owner, await addOrganisation(owner, { kind: 'provider' }), 'provider_manager')
})
afterAll(() => world.database.drop())

function rowOf(viewer: SignedInViewer) {
  return world.database.owner
    .selectFrom('membership')
    .selectAll()
    .where('id', '=', viewer.membershipId)
    .executeTakeFirstOrThrow()
}

async function targetOf(viewer: SignedInViewer) {
  return { membershipId: viewer.membershipId, version: (await rowOf(viewer)).version }
}

/** Refused by a policy or a grant, or touches no row: nothing of the database is changed either way. */
async function touched(viewer: SignedInViewer, statement: ReturnType<typeof sql>): Promise<number> {
  return asViewer(world.app.db, viewer, async trx => {
    const { numAffectedRows } = await statement.execute(trx)
    return Number(numAffectedRows ?? 0)
  }).catch((error: unknown) => {
    if (error instanceof Error && /row-level security|permission denied/.test(error.message)) return 0
    throw error
  })
}

describe('the roles of a kind of organisation', () => {
  it('are the same in the code and in the database, of every kind and role', async () => {
    for (const kind of KINDS) {
      for (const role of ROLES) {
        const { rows } = await sql<{ fits: boolean }>`
          select role_fits(${organisations[kind]}, ${role}) as fits`.execute(world.database.owner)
        expect([kind, role, rows[0]?.fits]).toEqual([kind, role, rolesOfKind(kind).includes(role)])
      }
    }
    expect(rolesOfKind('prison')).toEqual(['officer'])
    expect(rolesOfKind('provider')).toEqual(['provider_worker', 'provider_manager'])
    expect(rolesOfKind('club')).toEqual([])
  })
})

describe('on the database itself, a stranger', () => {
  const invitationOf = (by: SignedInViewer, organisationId: string, role: string) =>
    sql`insert into invitation (id, email, organisation_id, role, invited_by, invited_at, expires_at)
      values (${newId()}, ${`${newId()}@db.example`}, ${organisationId}, ${role}, ${by.personId}, now(), now())`

  it('invites nobody to another’s organisation, nor to what is not theirs to give', async () => {
    const officer = world.viewers.lowNewtonOfficer
    expect(await touched(manager, invitationOf(manager, provider, 'provider_worker'))).toBe(1)
    expect(
      await touched(administrator, invitationOf(administrator, organisations.prison ?? '', 'officer')),
    ).toBe(1)
    for (const [by, to, role] of [
      [stranger, provider, 'provider_worker'],
      [worker, provider, 'provider_worker'],
      [manager, provider, 'officer'],
      [manager, organisations.region ?? '', 'administrator'],
      [officer, officer.organisationId, 'officer'],
      [administrator, provider, 'administrator'],
    ] as const)
      expect(await touched(by, invitationOf(by, to, role)), `${by.role} ${role}`).toBe(0)
    expect(await touched(manager, invitationOf(stranger, provider, 'provider_worker')), 'as another').toBe(0)
  })

  it('reads, withdraws and uses no invitation of another’s', async () => {
    const { owner } = world.database
    const all = (await owner.selectFrom('invitation').select('id').execute()).length
    expect(all).toBeGreaterThan(1)
    for (const viewer of [stranger, worker, world.viewers.lowNewtonOfficer]) {
      const seen = await asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('invitation').select('id').execute(),
      )
      expect(seen).toEqual([])
      const back = sql`update invitation set withdrawn_at = now(), withdrawn_by = ${viewer.personId}`
      expect(await touched(viewer, back)).toBe(0)
    }
    expect(await touched(administrator, sql`update invitation set used_at = now()`)).toBe(0)
    expect(await touched(administrator, sql`update invitation set expires_at = now()`)).toBe(0)
  })

  it('changes no role, access or name of another’s, and makes nobody more than they may be', async () => {
    const of = (id: string) => sql`where id = ${id}`
    const end = (id: string) => sql`update membership set ended_at = now(), ended_reason = 'left' ${of(id)}`
    const rename = (id: string) => sql`update person set name = 'Somebody else' ${of(id)}`
    for (const viewer of [stranger, worker, world.viewers.lowNewtonOfficer]) {
      expect(await touched(viewer, end(manager.membershipId))).toBe(0)
      expect(await touched(viewer, rename(manager.personId))).toBe(0)
      const promote = sql`update membership set role = 'administrator' ${of(viewer.membershipId)}`
      expect(await touched(viewer, promote)).toBe(0)
    }
    const rise = sql`update membership set role = 'administrator' ${of(worker.membershipId)}`
    expect(await touched(manager, rise)).toBe(0)
    expect(await touched(administrator, rise)).toBe(0)
    expect(await touched(manager, sql`update person set password_hash = 'x' ${of(worker.personId)}`)).toBe(0)
    expect(await touched(manager, sql`update person set email = 'x@y' ${of(worker.personId)}`)).toBe(0)
    expect(await touched(worker, rename(worker.personId)), 'one’s own').toBe(1)
  })

  it('reads no address, and no history, of another’s people', async () => {
    for (const viewer of [stranger, worker, world.viewers.lowNewtonOfficer]) {
      const held = await asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('accountHeld').select('email').where('personId', '=', manager.personId).execute(),
      )
      expect(held).toEqual([])
      const changes = await asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('accountChange').select('id').where('personId', '=', manager.personId).execute(),
      )
      expect(changes).toEqual([])
    }
  })
})

describe('what somebody may do', () => {
  it('is changed over the version that was shown, and what it was stays', async () => {
    const { owner } = world.database
    const somebody = await addMember(owner, provider, 'provider_worker')
    const target = await targetOf(somebody)
    expect(await changeRole(world.app, manager, target, 'provider_manager', form())).toEqual({ ok: true })
    expect(await changeRole(world.app, manager, target, 'provider_worker', form())).toEqual({
      ok: false,
      reason: 'stale',
    })
    expect(await renamePerson(world.app, manager, await targetOf(somebody), 'Ada Newname', form())).toEqual({
      ok: true,
    })
    expect(await endAccess(world.app, manager, await targetOf(somebody), 'moved', form())).toEqual({
      ok: true,
    })
    expect(await endAccess(world.app, manager, await targetOf(somebody), 'left', form())).toMatchObject({
      reason: 'ended',
    })
    const kept = await accessKept(world.app.db, manager, somebody.membershipId)
    expect(kept?.changes.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['ended', 'provider_manager', 'moved'],
      ['name', `provider_worker ${somebody.personId.slice(0, 4)}`, 'Ada Newname'],
      ['role', 'provider_worker', 'provider_manager'],
      ['joined', null, 'provider_worker'],
    ])
    expect(kept?.access.name).toBe('Ada Newname')
  })

  it('takes with it, when it ends, what else invites them to the same organisation', async () => {
    const { owner } = world.database
    const somebody = await addMember(owner, provider, 'provider_worker')
    const { email } = await owner
      .selectFrom('person')
      .select('email')
      .where('id', '=', somebody.personId)
      .executeTakeFirstOrThrow()
    const council = organisations.council ?? ''
    for (const [organisationId, role, to] of [
      [provider, 'provider_manager', email],
      [provider, 'provider_manager', 'not-them@people.example'],
      [council, 'council_officer', email],
    ] as const)
      expect(
        await invite(world.app, administrator, { email: to, organisationId, role }, form()),
      ).toMatchObject({ ok: true })
    expect(await endAccess(world.app, manager, await targetOf(somebody), 'security', form())).toEqual({
      ok: true,
    })
    const withdrawn = await owner
      .selectFrom('invitation')
      .select(['organisationId', 'email', 'withdrawnAt'])
      .where('email', 'in', [email, 'not-them@people.example'])
      .where('withdrawnBy', '=', manager.personId)
      .execute()
    expect(withdrawn).toEqual([{ organisationId: provider, email, withdrawnAt: world.app.clock() }])
  })

  it('is not found by a stranger, whatever they send', async () => {
    const before = await rowOf(worker)
    const target = { membershipId: worker.membershipId, version: before.version }
    for (const viewer of [stranger, worker, world.viewers.lowNewtonOfficer]) {
      expect(await changeRole(world.app, viewer, target, 'provider_manager', form())).toMatchObject({
        reason: 'not_found',
      })
      expect(await endAccess(world.app, viewer, target, 'left', form())).toMatchObject({
        reason: 'not_found',
      })
      expect(await renamePerson(world.app, viewer, target, 'X', form())).toMatchObject({
        reason: 'not_found',
      })
    }
    expect(await rowOf(worker)).toEqual(before)
  })

  it('is never one’s own last, the last administrator’s, nor of two at once', async () => {
    const { owner } = world.database
    expect(await endAccess(world.app, manager, await targetOf(manager), 'left', form())).toMatchObject({
      reason: 'own_last',
    })
    await owner
      .updateTable('membership')
      .set({ endedAt: new Date() })
      .where('role', '=', 'administrator')
      .where('id', '!=', administrator.membershipId)
      .where('endedAt', 'is', null)
      .execute()
    const role = await changeRole(world.app, administrator, await targetOf(administrator), 'editor', form())
    expect(role).toMatchObject({ reason: 'last_administrator' })
    const second = await addMember(owner, organisations.region ?? '', 'administrator')
    const ended = await Promise.all([
      endAccess(world.app, administrator, await targetOf(second), 'left', form()),
      endAccess(world.app, second, await targetOf(administrator), 'left', form()),
    ])
    expect(ended.map(each => each.ok).sort()).toEqual([false, true])
    await owner
      .updateTable('membership')
      .set({ endedAt: null, endedReason: null })
      .where('id', 'in', [administrator.membershipId, second.membershipId])
      .execute()
  })

  it('of the last manager ends only where no referral is open', async () => {
    const { owner } = world.database
    const { referralId } = await submitted(world, 'womensHouse', await anotherCase(world))
    const { providerOrganisationId } = await owner
      .selectFrom('referral')
      .select('providerOrganisationId')
      .where('id', '=', referralId)
      .executeTakeFirstOrThrow()
    await owner
      .updateTable('membership')
      .set({ endedAt: new Date() })
      .where('organisationId', '=', providerOrganisationId)
      .where('role', '=', 'provider_manager')
      .execute()
    const last = await addMember(owner, providerOrganisationId, 'provider_manager')
    const end = async () => endAccess(world.app, administrator, await targetOf(last), 'left', form())
    expect(await end()).toEqual({ ok: false, reason: 'last_manager' })
    await owner.updateTable('referral').set({ closedAt: new Date(), state: 'withdrawn' }).execute()
    expect(await end()).toEqual({ ok: true })
  })
})

describe('npm run invite', () => {
  const app = () => ({
    ...{ owner: world.database.owner, clock: world.app.clock, linkKey: KEY },
    ...{ publicOrigin: 'https://throughgate.example', sendsMail: false },
  })
  const wanted = { email: 'first@region.example', organisationName: null, another: false }

  it('refuses where an administrator is, unless another is asked for', async () => {
    await expect(inviteFirstAdministrator(app(), wanted)).rejects.toThrow('There is an administrator already')
    const made = await inviteFirstAdministrator(app(), { ...wanted, another: true })
    expect(made.organisationName).toBe('Throughgate regional team')
    expect(made.until).toBe('8 February 2027, 09:00')
    const token = made.link.replace('https://throughgate.example/join/', '')
    const id = readLink(KEY, 'invitation', token)
    const again = await inviteFirstAdministrator(app(), { ...wanted, another: true })
    expect(again.link).not.toBe(made.link)
    const rows = await world.database.owner
      .selectFrom('invitation')
      .select(['id', 'role', 'withdrawnAt', 'invitedBy'])
      .where('email', '=', 'first@region.example')
      .execute()
    expect(rows).toHaveLength(2)
    expect(rows.find(row => row.id === id)).toMatchObject({
      role: 'administrator',
      withdrawnAt: world.app.clock(),
    })
  })

  it.each([
    [[], 'Name an email address'],
    [['nobody'], 'Enter an email address in the correct format'],
    [['a@b.example', 'c@d.example'], 'One address at a time'],
    [['a@b.example', '--king'], "Unknown option '--king'"],
  ])('says how it is used: %j', (args, words) => {
    expect(() => readInviteArguments(args)).toThrow(words)
    expect(() => readInviteArguments(args)).toThrow('Usage: npm run invite -- EMAIL')
  })
})

describe('an invitation of two managers at once', () => {
  it('is one that holds', async () => {
    const somebody = {
      email: 'both@people.example',
      organisationId: provider,
      role: 'provider_worker',
    } as const
    const sent = await Promise.all([1, 2, 3].map(() => invite(world.app, manager, somebody, form())))
    expect(sent.every(each => each.ok)).toBe(true)
    const open = await world.database.owner
      .selectFrom('invitation')
      .select('id')
      .where('email', '=', somebody.email)
      .where('withdrawnAt', 'is', null)
      .execute()
    expect(open).toHaveLength(1)
  })
})
