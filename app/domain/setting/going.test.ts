import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { closeCase } from '../casework/close-case.server'
import { retain } from '../retention/retain.server'
import { drawEpisodes } from '../unmet-need/drawing/draw-episodes.server'
import { goingFrom } from './going.server'
import type { Day } from '../time/calendar'
import { setSetting } from './set-setting.server'
import { goesWords, makesGo, type SettingCode, SETTINGS } from './settings'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(() => world.database.owner.deleteFrom('settingValue').execute())

async function passTo(at: string): Promise<void> {
  world.passTo(new Date(at))
  await setDatabaseClock(world.database, new Date(at))
}

/** Closed on 1 March 2027, with her figures drawn that night. */
async function closed(): Promise<string> {
  const caseId = await anotherCase(world)
  await passTo('2027-03-01T15:00:00Z')
  const { version } = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const closing = { reason: 'transferred', note: null, notKnown: 'yes' } as const
  expect(
    await closeCase(world.app, world.viewers.lowNewtonOfficer, { caseId, version }, closing, form()),
  ).toEqual({ ok: true })
  return caseId
}

const set = (setting: SettingCode, value: number, validFrom: Day) => {
  const { app, viewers } = world
  return setSetting(
    app,
    viewers.administrator,
    { setting, value, validFrom, why: 'Agreed in spring' },
    form(),
  )
}

const shorter = (value: number, isSure?: boolean) =>
  setSetting(
    world.app,
    world.viewers.administrator,
    { setting: 'keep_case', value, validFrom: '2027-06-01', why: 'Agreed in spring', isSure },
    form(),
  )

/** How many cases go where they are kept so long from 1 June on, and a year until then. */
const going = async (value: number, viewer = world.viewers.administrator) => {
  const shorter = { setting: 'keep_case', value, before: 12, validFrom: '2027-06-01' } as const
  const kinds = await asViewer(world.app.db, viewer, trx => goingFrom(trx, shorter))
  return kinds.find(({ what }) => what === 'case')?.many ?? 0
}

it('says how many go the first night before a shorter time is set, which is as many as go', async () => {
  await closed()
  await closed()
  await passTo('2027-06-01T10:00:00Z')
  await drawEpisodes(world.database.worker, new Date('2027-06-01T10:00:00Z'))
  // Three months after 1 March is 1 June, four is 1 July.
  expect([await going(3), await going(4)]).toEqual([2, 0])
  for (const viewer of [world.viewers.editor, world.viewers.lowNewtonOfficer])
    await expect(going(3, viewer)).rejects.toThrow('an administrator asks this')
  expect(await shorter(3)).toEqual({ ok: false, reason: 'going', going: [{ what: 'case', many: 2 }] })
  // Nothing was changed: the night deletes nothing.
  expect(await night()).toBe(0)
  expect(await shorter(3, true)).toEqual({ ok: true })
  expect(await night()).toBe(2)
})

it('asks nobody to be sure where nothing goes, or it is kept for longer', async () => {
  expect(await going(3)).toBe(0)
  await closed()
  await passTo('2027-06-01T10:00:00Z')
  await drawEpisodes(world.database.worker, new Date('2027-06-01T10:00:00Z'))
  // Shorter than the year that would hold, and nothing is over by it; then longer.
  for (const [value, validFrom] of [
    [4, '2027-06-02'],
    [12, '2027-06-03'],
  ] as const)
    expect(await set('keep_case', value, validFrom)).toEqual({ ok: true })
})

it('counts what goes the night after a day to come, without what goes before it by the time that holds', async () => {
  // Closed on 1 March, of the test before: over by 5 months on 1 August.
  const one = [{ what: 'case', many: 1 }]
  expect(await set('keep_case', 5, '2027-07-30')).toEqual({ ok: true })
  await world.database.owner.deleteFrom('settingValue').execute()
  expect(await set('keep_case', 5, '2027-07-31')).toEqual({ ok: false, reason: 'going', going: one })
  expect(await set('keep_case', 11, '2028-02-15')).toEqual({ ok: false, reason: 'going', going: one })
  // It goes on 1 March 2028 anyhow.
  expect(await set('keep_case', 11, '2028-03-01')).toEqual({ ok: true })
})

it('counts the rows of lists without a case, which go by the same time as cases', async () => {
  const { personId: listedBy, organisationId } = world.viewers.lowNewtonOfficer
  const prisonNumberHash = world.app.keys.lookupHash('A7699AB')
  const woman = { prisonCode: 'LNI', sex: 'woman', prisonNumberHash } as const
  const row = { id: newId(), organisationId, listedBy, listedAt: world.app.clock(), ...woman }
  const { owner } = world.database
  await owner
    .insertInto('releaseListEntry')
    .values({ ...row, releaseOn: '2027-03-10' })
    .execute()
  // Four months after 1 March and after 10 March.
  const going = [
    { what: 'case', many: 1 },
    { what: 'listed', many: 1 },
  ]
  expect(await set('keep_case', 4, '2027-07-09')).toEqual({ ok: false, reason: 'going', going })
  expect(goesWords('keep_case', going)).toBe(
    '1 closed case is deleted and 1 release of a list without a case is deleted',
  )
  expect(await set('keep_case', 4, '2027-07-08')).toMatchObject({ going: [going[0]] })
})

it('asks before every time that deletes is made shorter, and says of each that it cannot be brought back', async () => {
  const deletes = (Object.keys(SETTINGS) as SettingCode[]).filter(
    code => SETTINGS[code].group === 'retention' && code !== 'keep_posts',
  )
  for (const code of deletes) {
    expect(makesGo(code), code).toBe(true)
    if (code !== 'keep_audit') expect(SETTINGS[code].about, code).toContain('cannot be brought back')
  }
  const { firstWorker, lowNewtonOfficer } = world.viewers
  const toldBy = { toldBy: lowNewtonOfficer.personId, toldOrganisationId: lowNewtonOfficer.organisationId }
  const answered = { answer: 'mended', answeredBy: firstWorker.personId, answeredAt: new Date('2027-04-01') }
  await world.database.owner
    .insertInto('entryNote')
    .values({ id: newId(), serviceId: world.services.womensHouse, kind: 'contact', ...toldBy, ...answered })
    .execute()
  const going = [{ what: 'note', many: 1 }]
  expect(await set('keep_entry_note', 3, '2027-06-30')).toEqual({ ok: false, reason: 'going', going })
  expect(await set('keep_entry_note', 3, '2027-06-29')).toEqual({ ok: true })
})

async function night(): Promise<number> {
  await passTo('2027-06-02T03:00:00Z')
  const { cases } = await retain(world.worker, error => {
    throw error
  })
  await passTo('2027-06-01T10:00:00Z')
  return cases
}
