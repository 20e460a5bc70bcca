import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { LOW, lowRisk, saveTopic, screenOf, VERY_HIGH } from '@tests/factories/changed-referral'
import { peopleOwed } from '@tests/factories/messages-owed'
import {
  anotherCase,
  createReferralWorld,
  current,
  form,
  offer,
  offered,
  type ReferralWorld,
  stateOf,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import type { ReferralTarget } from '../events/act-on-referral.server'
import { offerBedspace } from '../events/offer/act.server'
import { acceptOffer } from '../events/accept/act.server'
import { inboxFor, teamReferralsFor } from '../list/referral-lists.server'
import { findReferralFor } from '../record/referral-queries.server'
import { withdrawReferral } from '../events/withdraw/act.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const ROSH_FACT = 'Risk of serious harm: low → very high'

/** What a viewer reads at triage, by a query of hers. */
async function factsRead(viewer: SignedInViewer, caseId: string): Promise<unknown> {
  const row = await asViewer(world.app.db, viewer, trx =>
    trx.selectFrom('readableTriage').select('facts').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
  )
  return row.facts
}

/** Which facts changed, as far as a viewer can find out. */
async function codesRead(viewer: SignedInViewer, { referralId }: ReferralTarget) {
  return asViewer(world.app.db, viewer, async trx => {
    const facts = await trx
      .selectFrom('referralChangeFact')
      .select('fact')
      .where('referralId', '=', referralId)
      .orderBy('fact')
      .execute()
    const history = await trx
      .selectFrom('referralHistory')
      .innerJoin('readableCodes', 'readableCodes.historyId', 'referralHistory.id')
      .select('codes')
      .where('referralHistory.referralId', '=', referralId)
      .where('event', '=', 'changed')
      .execute()
    return { facts: facts.map(({ fact }) => fact), history: history.map(({ codes }) => codes) }
  })
}

describe('a risk that changes after referring', () => {
  it('is saved only once it is said whether it may be passed on, naming the referrals it affects', async () => {
    const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    const asked = await saveTopic(world, caseId, 'risk', VERY_HIGH)
    expect(asked).toMatchObject({
      ok: false,
      reason: 'pass_on_unanswered',
      affected: [{ id: target.referralId, serviceName: 'Larch House' }],
      asked: [{ id: target.referralId, providerName: 'Larch Women (fictional)' }],
    })
    expect((await findCaseFor(world.app, world.viewers.lowNewtonOfficer, caseId))?.facts.rosh).toBe('low')
    expect(await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')).toMatchObject({
      ok: true,
      affected: [{ id: target.referralId, serviceName: 'Larch House' }],
    })
    expect((await findCaseFor(world.app, world.viewers.lowNewtonOfficer, caseId))?.facts.rosh).toBe(
      'very_high',
    )
  })

  it('is read by the provider where she agrees, and his page and list no longer say that it fits', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    const { firstWorker, lowNewtonColleague } = world.viewers
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed).toEqual({
      title: 'Changed since it was referred',
      lines: [`${ROSH_FACT}, at 09:00 today. Now to discuss`],
      ring: null,
    })
    expect(provider.history[0]).toMatchObject({
      what: 'Changed since it was referred',
      details: [`${ROSH_FACT}. Now to discuss`],
    })
    const officer = await screenOf(world, lowNewtonColleague, target)
    expect(officer.changed?.lines).toEqual([
      `${ROSH_FACT}, at 09:00 today. Now to discuss. The provider reads it, as far as was agreed`,
    ])
    expect(officer.fit.rows.filter(({ rule }) => rule.startsWith('Risk of serious harm'))).toMatchObject([
      { fit: 'discuss', known: 'Very high' },
    ])
    const team = await teamReferralsFor(world.app, lowNewtonColleague)
    expect(team.referrals.find(({ id }) => id === target.referralId)?.changed.changes).toHaveLength(1)
  })

  it('is no more to the provider than something to ring about where she does not', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const { firstWorker, lowNewtonColleague } = world.viewers
    const provider = await screenOf(world, firstWorker, target)
    expect(provider.changed).toMatchObject({
      title: 'The referrer has something to tell you: ring',
      lines: [],
      ring: { text: 'Phone' },
    })
    expect(JSON.stringify([provider.changed, provider.history])).not.toMatch(/harm|high/i)
    expect(provider.glance.find(({ key }) => key === 'Risk in bands')?.value).toBe(
      'The referrer has something to tell you: ring',
    )
    expect(JSON.stringify(provider)).not.toMatch(/very high/i)
    expect(provider.fit.asOf).toBe(
      'as of the day it was referred. The referrer has something to tell you: ring',
    )
    const inbox = await inboxFor(world.app, firstWorker)
    expect(inbox.referrals.find(({ id }) => id === target.referralId)?.changed).toMatchObject({
      somethingToTell: true,
      changes: [],
    })
    const officer = await screenOf(world, lowNewtonColleague, target)
    expect(officer.changed?.lines).toEqual([
      `${ROSH_FACT}, at 09:00 today. Now to discuss. The provider reads only: ring`,
    ])
    const details = await asViewer(world.app.db, firstWorker, trx =>
      trx
        .selectFrom('referralChangeDetail')
        .selectAll()
        .where('referralId', '=', target.referralId)
        .execute(),
    )
    expect(details).toEqual([])
  })

  it('is withheld by the database until it is passed on with all that the question names, or she is referred there again', async () => {
    const { caseId } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    const { firstWorker, lowNewtonOfficer } = world.viewers
    await saveTopic(world, caseId, 'risk', { ...VERY_HIGH, violence: 'low' }, 'no')
    const withheld = await factsRead(firstWorker, caseId)
    expect(withheld).toMatchObject({ arson: 'unknown' })
    expect(withheld).not.toHaveProperty('rosh')
    expect(withheld).not.toHaveProperty('violence')
    expect(await factsRead(lowNewtonOfficer, caseId)).toMatchObject({ rosh: 'very_high', violence: 'low' })
    await expect(
      asViewer(world.app.db, firstWorker, trx =>
        trx.selectFrom('caseTriage').select('facts').where('caseId', '=', caseId).execute(),
      ),
    ).rejects.toThrow('permission denied')
    const high = { rosh: 'high', roshAssessedOn: '2026-12-01' } as const
    expect(await saveTopic(world, caseId, 'risk', high)).toMatchObject({
      asked: [{ untold: ['risk of serious harm', 'violence'] }],
    })
    await saveTopic(world, caseId, 'risk', high, 'yes')
    expect(await factsRead(firstWorker, caseId)).toMatchObject({ rosh: 'high', violence: 'low' })
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    expect(await factsRead(firstWorker, caseId)).not.toHaveProperty('rosh')
    world.passTo(new Date('2027-02-01T09:01:00Z'))
    await submitted(world, 'refuge', caseId)
    expect(await factsRead(firstWorker, caseId)).toMatchObject({ rosh: 'very_high', violence: 'low' })
    world.passTo(new Date('2027-02-01T09:00:00Z'))
  })

  it('tells the provider by no query which facts they are above his tier, nor the history of any', async () => {
    const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    await saveTopic(
      world,
      caseId,
      'risk',
      { ...VERY_HIGH, arson: 'conviction', arsonYear: 2019, violence: 'high', violenceLastYear: 2021 },
      'no',
    )
    const { firstWorker, lowNewtonOfficer } = world.viewers
    const [provider, officer] = [
      await codesRead(firstWorker, target),
      await codesRead(lowNewtonOfficer, target),
    ]
    expect(provider).toEqual({ facts: ['arson', 'rosh', 'violence'], history: [[]] })
    expect(officer).toEqual({
      facts: ['arson', 'arsonYear', 'rosh', 'violence', 'violenceLastYear'],
      history: [[]],
    })
  })

  it('is told to the officer’s team and the named assessor, not to who saved it, and once an hour', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', { rosh: 'high', roshAssessedOn: '2026-12-01' }, 'no')
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const { lowNewtonColleague, firstWorker } = world.viewers
    expect(await peopleOwed(world, target, 'changed')).toEqual(
      [lowNewtonColleague.personId, firstWorker.personId].sort(),
    )
  })

  it('is told to the whole team of the provider while nobody has taken it to assess', async () => {
    const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    const { lowNewtonColleague, firstWorker, firstManager } = world.viewers
    expect(await peopleOwed(world, target, 'changed')).toEqual(
      [lowNewtonColleague, firstWorker, firstManager].map(({ personId }) => personId).sort(),
    )
  })

  it('keeps what it was worked out from', async () => {
    const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'yes')
    const { madeFrom } = await world.database.owner
      .selectFrom('referralChangeDetail')
      .select('madeFrom')
      .where('referralId', '=', target.referralId)
      .executeTakeFirstOrThrow()
    expect(madeFrom).toEqual({
      cause: 'fact',
      releaseVersion: 1,
      triage: 3,
      needs: 3,
      safety: 3,
      policy: 1,
    })
  })

  it('is nothing to read once it is as it was, and the record of the day never changes', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'womensHouse', id))
    const { firstWorker } = world.viewers
    const before = (await findReferralFor(world.app, firstWorker, target.referralId))?.decision
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    await saveTopic(world, caseId, 'risk', LOW, 'no')
    const { lowNewtonOfficer } = world.viewers
    expect((await screenOf(world, lowNewtonOfficer, target)).changed).toBeNull()
    // What she said no to twice is withheld still.
    expect((await screenOf(world, firstWorker, target)).changed?.lines).toEqual([])
    expect(await offer(world, 'womensHouse', await current(world, target), 2)).toMatchObject({ ok: true })
    expect((await findReferralFor(world.app, firstWorker, target.referralId))?.decision).toEqual(before)
  })
})

describe('an answer on abuse, women-only or what to avoid', () => {
  it('makes no notice, no line and no message for the provider, and the officer reads it', async () => {
    const caseId = await anotherCase(world)
    await saveTopic(world, caseId, 'safety', { needsWomenOnly: 'no', abuse: 'none', fleeingViolence: 'no' })
    const target = await underReview(world, 'hostel', caseId)
    const { secondWorker, lowNewtonOfficer } = world.viewers
    const before = await screenOf(world, secondWorker, target)
    const saved = await saveTopic(world, caseId, 'safety', {
      needsWomenOnly: 'yes',
      abuse: 'current',
      avoid: { authorities: ['E08000021'], serviceIds: [] },
    })
    expect(saved).toMatchObject({ ok: true, affected: [{ id: target.referralId }] })
    const after = await screenOf(world, secondWorker, target)
    expect([after.changed, after.history, after.version, after.fit]).toEqual([
      null,
      before.history,
      before.version,
      before.fit,
    ])
    const officer = await screenOf(world, lowNewtonOfficer, target)
    expect(officer.changed?.lines[0]).toBe(
      'Sex: woman, at 09:00 today. Now to discuss. The provider is not told',
    )
    expect(officer.history[0]).toMatchObject({ note: 'The provider is not told' })
    expect(await peopleOwed(world, target, 'changed')).toEqual([])
    const seen = await asViewer(world.app.db, secondWorker, trx =>
      trx.selectFrom('referralChange').select('id').where('referralId', '=', target.referralId).execute(),
    )
    expect(seen).toEqual([])
  })
})

describe('an offer and a yes', () => {
  it('ask first whether what changed has been read', async () => {
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'refuge', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const now = await current(world, target)
    expect(await offer(world, 'refuge', now)).toEqual({ ok: false, reason: 'changes_unread' })
    const read = { ...now, changesRead: true }
    expect(await offer(world, 'refuge', read)).toMatchObject({ ok: true, state: 'offered' })
    const { lowNewtonOfficer } = world.viewers
    const yes = { ...(await current(world, target)), note: null }
    expect(await acceptOffer(world.app, lowNewtonOfficer, yes, form())).toEqual({
      ok: false,
      reason: 'changes_unread',
    })
    expect(
      await acceptOffer(world.app, lowNewtonOfficer, { ...yes, changesRead: true }, form()),
    ).toMatchObject({ ok: true, state: 'accepted' })
  })

  it('keep nothing of having been read where the bed is taken', async () => {
    const taken = await offered(world, 'refuge', await anotherCase(world), 1)
    expect(await stateOf(world, taken)).toBe('offered')
    const { caseId, target } = await lowRisk(world, id => underReview(world, 'refuge', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const read = { ...(await current(world, target)), changesRead: true }
    expect(await offer(world, 'refuge', read, 1)).toMatchObject({ ok: false, reason: 'bedspace_taken' })
    const noted = await world.database.owner
      .selectFrom('referralChange')
      .select(['providerReadAt', 'referrerReadAt'])
      .where('referralId', '=', target.referralId)
      .execute()
    expect(noted).toEqual([{ providerReadAt: null, referrerReadAt: null }])
  })

  it('are named to the officer who moves the release date', async () => {
    const { lowNewtonOfficer } = world.viewers
    const { caseId, target } = await lowRisk(world, id => offered(world, 'hostel', id, 1))
    const version = (await findCaseFor(world.app, lowNewtonOfficer, caseId))?.version ?? 0
    const move = {
      releaseOn: '2027-03-15',
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version,
    } as const
    expect(await moveReleaseDate(world.app, lowNewtonOfficer, caseId, move, form())).toMatchObject({
      ok: true,
      toReconfirm: [target.referralId],
      affected: [{ id: target.referralId }],
    })
  })

  it('are refused where the release date moved while the form was open', async () => {
    const caseId = await anotherCase(world)
    const target = await underReview(world, 'hostel', caseId)
    const { secondWorker, lowNewtonOfficer } = world.viewers
    const { version } = (await findCaseFor(world.app, lowNewtonOfficer, caseId)) ?? { version: 0 }
    const move = {
      releaseOn: '2027-03-02',
      releaseConfidence: 'firm',
      releaseType: 'automatic',
      cause: 'calculation',
      version,
    } as const
    expect(await moveReleaseDate(world.app, lowNewtonOfficer, caseId, move, form())).toMatchObject({
      ok: true,
      affected: [],
    })
    const wanted = {
      ...(await current(world, target)),
      seen: { releaseVersion: 1, changes: 0 },
      bedspaceId: world.bedspaces.hostel[0] ?? '',
      fromOn: '2027-03-08',
      untilOn: '2027-05-31',
      conflictCheckDone: true,
    }
    expect(await offerBedspace(world.app, secondWorker, wanted, form())).toEqual({
      ok: false,
      reason: 'basis_changed',
    })
    expect(await stateOf(world, target)).toBe('under_review')
    const drawnAgain = { ...wanted, seen: { releaseVersion: 2, changes: 0 } }
    expect(await offerBedspace(world.app, secondWorker, drawnAgain, form())).toMatchObject({ ok: true })
  })

  it('stand where something else of the case was saved meanwhile', async () => {
    const { caseId, target } = await lowRisk(world, id => offered(world, 'womensHouse', id, 1))
    await saveTopic(world, caseId, 'areas', { preferredAuthorities: ['E08000021'] })
    const { lowNewtonOfficer } = world.viewers
    const yes = { ...target, seen: { releaseVersion: 1, changes: 0 }, note: null }
    expect(await acceptOffer(world.app, lowNewtonOfficer, yes, form())).toMatchObject({ ok: true })
  })

  it('are the only ones asked: nobody is kept from withdrawing', async () => {
    const { caseId, target } = await lowRisk(world, id => submitted(world, 'womensHouse', id))
    await saveTopic(world, caseId, 'risk', VERY_HIGH, 'no')
    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    const { lowNewtonOfficer } = world.viewers
    const now = await current(world, target)
    expect(await withdrawReferral(world.app, lowNewtonOfficer, { ...now, reasons }, form())).toMatchObject({
      ok: true,
    })
  })
})
