import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addAccount } from '@tests/factories/account'
import {
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { moveReleaseDate } from '../../casework/move-release-date.server'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { addToWaitingList } from '../events/add-to-waiting-list/act.server'
import { offerBedspace } from '../events/offer/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { REFERRAL_STATES } from '../states'
import { findReferralFor } from '../record/referral-queries.server'
import { inboxLine } from '../../../screens/inbox/page'
import { inboxFor } from '../list/referral-lists.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'

/** It is Mon 1 February 2027. A Wednesday five weeks on, the day it was before, and the eve, when limits end. */
const RELEASE = '2027-03-10'
const WAS = '2027-03-11'
const DAYS = /2027-03-(09|10|11)/
const DAYS_IN_WORDS = /2027-03-(09|10|11)|\b(9|10|11) March/

let world: ReferralWorld
/** Of the same house, and neither its manager nor the named assessor: triage. */
let triage: SignedInViewer
beforeAll(async () => {
  world = await createReferralWorld()
  const { firstProvider } = world.organisations
  triage = await addAccount(
    world.database.owner,
    firstProvider,
    'provider_worker',
    'triage@small.example.org',
  )
})
afterAll(() => world.database.drop())

/** Every table, and every column of it, that whoever signs in may ask for: what is added later is among them. */
async function everythingRead(viewer: SignedInViewer): Promise<Record<string, string>> {
  return asViewer(world.app.db, viewer, async trx => {
    const { rows: tables } = await sql<{ name: string; columns: string }>`
      select format('%I.%I', table_schema, table_name) as name, string_agg(quote_ident(column_name), ', ') as columns
      from information_schema.column_privileges
      where grantee = 'throughgate_professional' and privilege_type = 'SELECT' and table_schema in ('public', 'pgboss')
      group by table_schema, table_name`.execute(trx)
    const read: Record<string, string> = {}
    for (const { name, columns } of tables) {
      const { rows } = await sql<{ all: string | null }>`
        select jsonb_agg(to_jsonb(t))::text as all from (select ${sql.raw(columns)} from ${sql.raw(name)}) t`.execute(
        trx,
      )
      read[name] = rows[0]?.all ?? ''
    }
    return read
  })
}

async function tellingTables(viewer: SignedInViewer): Promise<string[]> {
  const read = await everythingRead(viewer)
  return Object.keys(read)
    .filter(name => DAYS.test(read[name] ?? ''))
    .sort()
}

/** Somebody under review by the first worker, whose release moved from the Thursday to the Wednesday. */
async function leavingOnTheWednesday(
  agreedTier: 1 | 3 = 3,
): Promise<{ target: ReferralTarget; caseId: string }> {
  const caseId = await anotherCase(world)
  await world.database.owner
    .updateTable('personCase')
    .set({ releaseOn: WAS })
    .where('id', '=', caseId)
    .execute()
  const target = await underReview(world, 'womensHouse', caseId, agreedTier)
  const move = {
    releaseOn: RELEASE,
    releaseConfidence: 'firm',
    releaseType: 'automatic',
    cause: 'court',
    version: 1,
  } as const
  const moved = await moveReleaseDate(world.app, world.viewers.lowNewtonOfficer, caseId, move, form())
  if (!moved.ok) throw new Error(moved.reason)
  return { target: { ...target, version: target.version + 1 }, caseId }
}

it('asks the database for everything there is to be read', async () => {
  const read = await everythingRead(triage)
  expect(Object.keys(read)).toEqual(
    expect.arrayContaining([
      'public.referral',
      'public.readable_release',
      'public.bedspace_claim',
      'pgboss.job',
    ]),
  )
  expect(Object.keys(read).length).toBeGreaterThan(40)
})

describe('triage, which reads the week of a release', () => {
  it('finds the day in no table, whatever was done with the referral', async () => {
    const { target, caseId } = await leavingOnTheWednesday()
    expect(await tellingTables(triage)).toEqual([])
    const waiting = next(
      target,
      await addToWaitingList(
        world.app,
        world.viewers.firstWorker,
        { ...target, reasons: { primary: 'waiting.no_bed_yet', others: [], note: null } },
        form(),
      ),
    )
    expect(await tellingTables(triage)).toEqual([])
    // From the Monday of the week on, as the form of who reads the week begins.
    const stay = {
      fromOn: '2027-03-08',
      untilOn: '2027-06-07',
      bedspaceId: world.bedspaces.womensHouse[0] ?? '',
    }
    const wanted = { ...waiting, ...stay, conflictCheckDone: true }
    const offered = next(waiting, await offerBedspace(world.app, world.viewers.firstWorker, wanted, form()))
    expect(await tellingTables(triage)).toEqual([])
    const { lowNewtonOfficer } = world.viewers
    next(offered, await acceptOffer(world.app, lowNewtonOfficer, { ...offered, note: null }, form()))
    expect(await tellingTables(triage)).toEqual([])

    const { due } = await world.database.owner
      .selectFrom('referral')
      .select(sql<string>`due_at::text`.as('due'))
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(due).toContain('2027-03-10')
    expect(await tellingTables(world.viewers.firstWorker)).toEqual([
      ...['public.readable_codes', 'public.readable_due', 'public.readable_needs'],
      ...['public.readable_release', 'public.release_date_change'],
    ])
  })

  it.each(REFERRAL_STATES)(
    'is told of one that is “%s” as the table of tiers says, by the database and on the page',
    async state => {
      const { target, caseId } = await leavingOnTheWednesday()
      const { referralId } = target
      const before = await referralPageFor(world.app, triage, referralId)
      await world.database.owner
        .updateTable('referral')
        .set({ state, dueAt: '2027-03-10T20:00:00Z', toldDueAt: '2027-03-05T12:00:00Z' })
        .where('id', '=', referralId)
        .execute()
      const { firstWorker, firstManager, lowNewtonOfficer, secondWorker } = world.viewers
      const asked = (viewer: SignedInViewer) =>
        asViewer(world.app.db, viewer, async trx => ({
          release: await trx.selectFrom('readableRelease').selectAll().where('caseId', '=', caseId).execute(),
          due: await trx
            .selectFrom('readableDue')
            .select('dueAt')
            .where('referralId', '=', referralId)
            .execute(),
          codes: await trx
            .selectFrom('readableCodes')
            .select('codes')
            .where('referralId', '=', referralId)
            .execute(),
        }))
      const theDay = {
        release: [{ caseId, releaseOn: '2027-03-10', releaseUntil: null }],
        due: [{ dueAt: new Date('2027-03-10T20:00:00Z') }],
        codes: expect.arrayContaining([{ codes: ['2027-03-11', '2027-03-10', 'court'] }]) as unknown,
      }
      for (const reader of [firstManager, firstWorker, lowNewtonOfficer])
        expect(await asked(reader)).toEqual(theDay)
      expect(await asked(triage)).toEqual({
        release: [{ caseId, releaseOn: '2027-03-08', releaseUntil: '2027-03-14' }],
        due: [{ dueAt: new Date('2027-03-05T12:00:00Z') }],
        codes: expect.arrayContaining([
          { codes: ['2027-03-08/2027-03-14', '2027-03-08/2027-03-14'] },
        ]) as unknown,
      })
      expect(await asked(secondWorker)).toEqual({ release: [], due: [], codes: [] })

      // No act brought it to that state, so what would be refused, which is read from what was arranged, is not asked.
      const referral = await findReferralFor(world.app, triage, referralId)
      if (!before || !referral) throw new Error('triage reads the page')
      const facts = { ...before, referral }
      expect(JSON.stringify(facts)).not.toMatch(DAYS_IN_WORDS)
      expect(JSON.stringify(referralScreen(facts, triage.personId, world.app.clock()))).not.toMatch(
        DAYS_IN_WORDS,
      )
    },
  )

  it('reads no clock of an accepted place until the day is told, in the list and on the page', async () => {
    const { target } = await leavingOnTheWednesday()
    const { owner } = world.database
    await owner
      .updateTable('referral')
      .set({ state: 'accepted', dueAt: '2027-03-10T20:00:00Z', toldDueAt: null })
      .where('id', '=', target.referralId)
      .execute()
    const { referrals } = await inboxFor(world.app, triage)
    const line = referrals.find(({ id }) => id === target.referralId)
    expect(line && inboxLine(line, world.app.clock())).toMatchObject({
      due: null,
      late: false,
      release: 'Release in the week of Mon 8 March',
    })
    expect(await findReferralFor(world.app, triage, target.referralId)).toMatchObject({
      dueAt: null,
      late: false,
    })
    expect(await findReferralFor(world.app, world.viewers.firstWorker, target.referralId)).toMatchObject({
      dueAt: new Date('2027-03-10T20:00:00Z'),
    })
  })

  it('is told no day by when an offer expires, however long a house lets people answer', async () => {
    const { owner } = world.database
    await owner
      .updateTable('service')
      .set({ offerWorkingDays: 5 })
      .where('id', '=', world.services.womensHouse)
      .execute()
    const { target } = await leavingOnTheWednesday(1)
    // Eight days before: five working days on is past the eve of the release, at noon of which it would end.
    world.passTo(new Date('2027-03-02T09:00:00Z'))
    const stay = {
      fromOn: '2027-03-08',
      untilOn: '2027-06-07',
      bedspaceId: world.bedspaces.womensHouse[1] ?? '',
    }
    const wanted = { ...target, ...stay, conflictCheckDone: true }
    next(target, await offerBedspace(world.app, world.viewers.firstWorker, wanted, form()))
    world.passTo(new Date('2027-02-01T09:00:00Z'))
    const offer = await owner
      .selectFrom('offer')
      .select('expiresAt')
      .where('referralId', '=', target.referralId)
      .executeTakeFirstOrThrow()
    // Noon of the last working day before the Monday of the week: of a release on any day of it.
    expect(offer.expiresAt).toEqual(new Date('2027-03-05T12:00:00Z'))
    expect(await tellingTables(triage)).toEqual([])
  })

  it('reads the day from seven days before it on, at London’s midnight', async () => {
    const { caseId } = await leavingOnTheWednesday()
    const release = () =>
      asViewer(world.app.db, triage, trx =>
        trx.selectFrom('readableRelease').selectAll().where('caseId', '=', caseId).executeTakeFirst(),
      )
    const timeIs = (instant: string) => setDatabaseClock(world.database, new Date(instant))
    await timeIs('2027-03-02T23:50:00Z')
    expect(await release()).toMatchObject({ releaseOn: '2027-03-08', releaseUntil: '2027-03-14' })
    await timeIs('2027-03-03T00:01:00Z')
    expect(await release()).toMatchObject({ releaseOn: '2027-03-10', releaseUntil: null })
    await timeIs('2027-02-01T08:00:00Z')
  })
})
