import { afterAll, beforeAll, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { closeCase } from '../casework/close-case.server'
import { retain } from '../retention/retain.server'
import { drawEpisodes } from '../unmet-need/drawing/draw-episodes.server'
import { goingTonight } from './going-tonight.server'
import { setSetting } from './set-setting.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

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

const shorter = (value: number, isSure?: boolean) =>
  setSetting(
    world.app,
    world.viewers.administrator,
    { setting: 'keep_case', value, validFrom: '2027-06-01', why: 'Agreed in spring', isSure },
    form(),
  )

const going = (months: number, viewer = world.viewers.administrator) =>
  asViewer(world.app.db, viewer, trx => goingTonight(trx, 'keep_case', months))

it('says how many go the first night before a shorter time is set, which is as many as go', async () => {
  await closed()
  await closed()
  await passTo('2027-06-01T10:00:00Z')
  await drawEpisodes(world.database.worker, new Date('2027-06-01T10:00:00Z'))
  // Three months after 1 March is 1 June, four is 1 July.
  expect([await going(3), await going(4)]).toEqual([2, 0])
  for (const viewer of [world.viewers.editor, world.viewers.lowNewtonOfficer])
    await expect(going(3, viewer)).rejects.toThrow('an administrator asks this')
  expect(await shorter(3)).toEqual({ ok: false, reason: 'going', many: 2 })
  // Nothing was changed: the night deletes nothing.
  expect(await night()).toBe(0)
  expect(await shorter(3, true)).toEqual({ ok: true })
  expect(await night()).toBe(2)
})

it('asks nobody to be sure where nothing goes, or it is kept for longer', async () => {
  expect(await going(3)).toBe(0)
  const row = { setting: 'keep_case', validFrom: '2027-06-02', why: 'Agreed in spring' } as const
  const { app, viewers } = world
  await closed()
  await passTo('2027-06-01T10:00:00Z')
  await drawEpisodes(world.database.worker, new Date('2027-06-01T10:00:00Z'))
  expect(await setSetting(app, viewers.administrator, { ...row, value: 12 }, form())).toEqual({ ok: true })
})

async function night(): Promise<number> {
  await passTo('2027-06-02T03:00:00Z')
  const { cases } = await retain(world.worker, error => {
    throw error
  })
  await passTo('2027-06-01T10:00:00Z')
  return cases
}
