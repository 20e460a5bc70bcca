import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { referralOf } from '../unmet-need/drawing/referral-of'
import { readSettings } from './read-settings.server'
import { setSetting, strikeSetting } from './set-setting.server'
import { settingForm } from './setting-form'
import { settingOn } from './settings'

let world: ReferralWorld
let administrator: SignedInViewer

beforeAll(async () => {
  world = await createReferralWorld()
  administrator = world.viewers.administrator
})
afterAll(() => world.database.drop())

const set = (value: number, validFrom: string, viewer = administrator) =>
  setSetting(
    world.app,
    viewer,
    { setting: 'limit_submitted', value, validFrom, why: 'Agreed in spring' },
    form(),
  )

async function dueOf({ referralId }: { referralId: string }): Promise<string> {
  const row = await world.database.owner
    .selectFrom('referral')
    .select('dueAt')
    .where('id', '=', referralId)
    .executeTakeFirstOrThrow()
  return row.dueAt?.toISOString() ?? 'never'
}

it.each([
  ['06', '06', true],
  ['6', '06', true],
  ['6', '7', false],
  ['6', undefined, false],
])('of %s with a tick at %s is sure: %s', (value, sure, isSure) => {
  const facts = { today: '2027-03-01' } as const
  const validFrom = { day: '1', month: '4', year: '2027' }
  const parsed = settingForm('keep_case', facts).parse({ value, sure, validFrom, why: 'Agreed in spring' })
  expect(parsed).toMatchObject({ value: 6, isSure })
})

describe('a dated setting', () => {
  const rows = [
    { setting: 'limit_submitted', value: 2, validFrom: '2027-03-01', struckAt: null },
    { setting: 'limit_submitted', value: 4, validFrom: '2027-04-01', struckAt: null },
    { setting: 'limit_submitted', value: 5, validFrom: '2027-02-15', struckAt: new Date() },
  ] as const

  it.each([
    ['2027-02-28', 1],
    ['2027-03-01', 2],
    ['2027-03-31', 2],
    ['2027-04-01', 4],
  ])(
    'is on %s the last row that had begun and stands, else the number of the specification: %i',
    (day, value) => {
      expect(settingOn(rows, 'limit_submitted', day)).toBe(value)
    },
  )

  it.each([
    ['0', 'Enter how many working days, as a whole number from 1 to 5'],
    ['6', 'Enter how many working days, as a whole number from 1 to 5'],
    ['two', 'Enter how many working days, as a whole number from 1 to 5'],
  ])('takes no %s', (value, words) => {
    const typed = { value, validFrom: { day: '1', month: '3', year: '2027' }, why: 'A meeting' }
    const read = settingForm('limit_submitted', { today: '2027-02-01' }).safeParse(typed)
    expect(read.error?.issues.map(issue => issue.message)).toEqual([words])
  })
})

describe('a setting of how long something is kept', () => {
  it.each([
    ['keep_case', '2', 'Enter how many months, as a whole number from 3 to 36'],
    ['keep_referral', '37', 'Enter how many months, as a whole number from 3 to 36'],
    ['keep_audit', '5', 'Enter how many years, as a whole number from 6 to 12'],
    ['keep_posts', '0', 'Enter how many hours, as a whole number from 1 to 12'],
  ] as const)('%s takes no %s', (setting, value, words) => {
    const typed = { value, validFrom: { day: '1', month: '3', year: '2027' }, why: 'A meeting' }
    const read = settingForm(setting, { today: '2027-02-01' }).safeParse(typed)
    expect(read.error?.issues.map(issue => issue.message)).toEqual([words])
  })
})

describe('a limit that the region set', () => {
  it('holds for what happens from its day on, and changes nothing that was due before', async () => {
    const before = await submitted(world, 'hostel', await anotherCase(world))
    expect(await set(3, '2027-02-01')).toEqual({ ok: true })
    const after = await submitted(world, 'hostel', await anotherCase(world))
    // Monday 1 February: one working day, and three.
    expect([await dueOf(before), await dueOf(after)]).toEqual([
      '2027-02-02T17:00:00.000Z',
      '2027-02-04T17:00:00.000Z',
    ])
    // Another state keeps its own: three working days to decide.
    expect(await dueOf(await underReview(world, 'hostel', await anotherCase(world)))).toBe(
      '2027-02-04T17:00:00.000Z',
    )
  })

  it('is the one a figure asks for of a referral of that day', () => {
    const day = (at: string) => new Date(`2027-02-${at}:00Z`)
    const history = [
      { event: 'submit', toState: 'submitted', at: day('01T10:00'), byRole: 'officer' },
      { event: 'decline', toState: 'declined', at: day('03T10:00'), byRole: 'provider_worker' },
    ] as const
    const referral = {
      state: 'declined' as const,
      reasons: [],
      submittedAt: day('01T10:00'),
      isWomenOnly: false,
      assessmentAt: null,
      history,
    }
    const drawn = (limits: Record<string, number>) =>
      referralOf(referral as never, null, day('05T10:00'), () => limits).withinLimits
    expect([drawn({}), drawn({ submitted: 3 })]).toEqual([false, true])
  })

  it('is set once a day, struck once, and stays with who did', async () => {
    expect(await set(2, '2027-02-01')).toEqual({ ok: false, reason: 'taken' })
    const [row] = await readSettings(world.database.app, administrator)
    const strike = () =>
      strikeSetting(world.app, administrator, { id: row?.id ?? '', setting: 'limit_submitted' }, form())
    expect([await strike(), await strike()]).toEqual([{ ok: true }, { ok: false, reason: 'struck' }])
    const [struck] = await readSettings(world.database.app, administrator)
    expect(struck).toMatchObject({ value: 3, why: 'Agreed in spring' })
    expect(struck?.struckBy).toBe(struck?.setBy)
    expect(await set(2, '2027-02-01')).toEqual({ ok: true })
  })

  it('is set by an administrator alone, the database says so too', async () => {
    for (const viewer of [world.viewers.editor, world.viewers.lowNewtonOfficer, world.viewers.firstManager]) {
      expect(await set(2, '2027-05-01', viewer)).toEqual({ ok: false, reason: 'not_allowed' })
      await expect(
        asViewer(world.database.app, viewer, trx =>
          trx
            .insertInto('settingValue')
            .values({
              setting: 'limit_submitted',
              value: 2,
              validFrom: '2027-05-01',
              why: 'x',
              setBy: viewer.personId,
              setAt: new Date(),
            })
            .execute(),
        ),
      ).rejects.toThrow(/row-level security/)
      const struck = await asViewer(world.database.app, viewer, trx =>
        sql`update setting_value set struck_at = now(), struck_by = ${viewer.personId}`.execute(trx),
      )
      expect(struck.numAffectedRows).toBe(0n)
    }
  })
})
