import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStatistician } from '@db/viewer-transaction'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { findCaseFor } from '../../screens/case/facts.server'
import { applyList, previewList } from './apply-list.server'
import type { ListedPerson } from './read-list'

/** The woman of the small world, who leaves on 8 March 2027 by her case, and one without a case. */
const CASE: ListedPerson = { prisonNumber: 'Z9001AA', releaseOn: '2027-03-08', sex: 'woman' }
const CASELESS: ListedPerson = { prisonNumber: 'Z7777ZZ', releaseOn: '2027-03-15', sex: 'woman' }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

async function changes(people: ListedPerson[], viewer = officer()) {
  return (await previewList(world.app, viewer, people)).map(({ kind, from, to }) => [kind, from, to])
}

async function apply(people: ListedPerson[], of = (key: string) => key !== '') {
  const ticked = (await previewList(world.app, officer(), people))
    .filter(({ kind, key }) => kind !== 'unchanged' && of(key))
    .map(({ key }) => key)
  return applyList(world.app, officer(), { people, ticked, cause: 'calculation' }, form())
}

async function standing() {
  const rows = await world.database.owner
    .selectFrom('releaseListEntry')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('releaseOn')
    .execute()
  return rows.map(({ releaseOn, sex, prisonCode }) => [releaseOn, sex, prisonCode])
}

describe('taking over a release list', () => {
  it('changes nothing without a tick, lists who has no case without name or number, and nothing the second time', async () => {
    expect(await changes([CASE, CASELESS])).toEqual([
      ['new', null, '2027-03-08'],
      ['new', null, '2027-03-15'],
    ])
    expect(await apply([CASE, CASELESS], () => false)).toEqual({ ok: false, reason: 'nothing_ticked' })
    expect(await standing()).toEqual([])
    expect(await apply([CASE, CASELESS])).toEqual({ ok: true, added: 2, moved: 0, removed: 0, casesMoved: 0 })
    expect(await standing()).toEqual([
      ['2027-03-08', 'woman', 'LNI'],
      ['2027-03-15', 'woman', 'LNI'],
    ])
    expect((await changes([CASE, CASELESS])).map(([kind]) => kind)).toEqual(['unchanged', 'unchanged'])
    const rows = await world.database.owner.selectFrom('releaseListEntry').selectAll().execute()
    expect(
      JSON.stringify(rows.map(row => ({ ...row, hash: row.prisonNumberHash.toString('latin1') }))),
    ).not.toMatch(/Z7777ZZ|Z9001AA/)
    expect(await changes([], world.viewers.durhamOfficer)).toEqual([])
  })

  it('moves the case with its entry, keeps why, and takes off who is gone', async () => {
    const moved = { ...CASE, releaseOn: '2027-03-22' }
    expect(await changes([moved])).toEqual([
      ['moved', '2027-03-08', '2027-03-22'],
      ['gone', '2027-03-15', null],
    ])
    expect(await apply([moved])).toEqual({ ok: true, added: 0, moved: 1, removed: 1, casesMoved: 1 })
    const found = await findCaseFor(world.app, officer(), world.cases.woman)
    expect(found).toMatchObject({ releaseOn: '2027-03-22', releaseConfidence: 'firm' })
    expect(found?.dateChanges).toMatchObject([
      { oldReleaseOn: '2027-03-08', newReleaseOn: '2027-03-22', cause: 'calculation' },
    ])
    expect(await standing()).toEqual([['2027-03-22', 'woman', 'LNI']])
  })

  it('is all or nothing: a tick for what is no change any more changes nothing', async () => {
    const people = [{ ...CASE, releaseOn: '2027-03-29' }]
    const ticked = [...(await previewList(world.app, officer(), people)).map(({ key }) => key), 'ab12']
    expect(await applyList(world.app, officer(), { people, ticked, cause: 'court' }, form())).toEqual({
      ok: false,
      reason: 'stale',
    })
    expect(await standing()).toEqual([['2027-03-22', 'woman', 'LNI']])
  })

  it('is read by the statistician as days and sexes of hashes, and not who listed them', async () => {
    const { worker } = world.database
    const read = await asStatistician(worker, trx =>
      trx.selectFrom('releaseListEntry').select(['prisonCode', 'releaseOn', 'removedBecause']).execute(),
    )
    expect(read).toHaveLength(3)
    const asks = asStatistician(worker, trx =>
      trx.selectFrom('releaseListEntry').select('listedBy').execute(),
    )
    await expect(asks).rejects.toThrow(/permission denied/)
  })
})
