import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  type ReferralWorld,
} from '@tests/factories/referral-world'
import { setDatabaseClock } from '@tests/support/database'
import { standingRows } from '../../../screens/referral/standing'
import { todayFor } from '../../../screens/today/facts.server'
import { boardWords } from '../../../screens/vacancies/board'
import { moveReleaseDate } from '../../casework/move-release-date.server'
import { vacancyBoardFor } from '../../vacancy/own/own-bedspaces.server'
import { reconfirmOffer } from '../events/reconfirm/act.server'
import { findReferralFor } from '../record/referral-queries.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** It is Mon 1 March 2027: an accepted place from Mon 8 March, whose release moves to the Thursday before. */
it('one that is to be reconfirmed says on both pages what it was and from when it would be, as Today and the board do', async () => {
  const { firstWorker, lowNewtonOfficer } = world.viewers
  const caseId = await anotherCase(world)
  const target = await accepted(world, 'womensHouse', caseId)
  world.passTo(new Date('2027-03-01T09:00:00Z'))
  await setDatabaseClock(world.database, new Date('2027-03-01T08:00:00Z'))
  const terms = { releaseConfidence: 'firm', releaseType: 'automatic', cause: 'court', version: 1 } as const
  const move = { releaseOn: '2027-03-04', ...terms }
  expect(await moveReleaseDate(world.app, lowNewtonOfficer, caseId, move, form())).toMatchObject({ ok: true })

  const stay = async () =>
    Promise.all(
      [firstWorker, lowNewtonOfficer].map(async viewer => {
        const referral = await findReferralFor(world.app, viewer, target.referralId)
        const rows = referral ? standingRows(referral, world.app.clock()) : []
        return rows
          .filter(({ key }) => key.startsWith('Place') || key === 'To be reconfirmed')
          .map(({ key, value }) => `${key}: ${value}`)
      }),
    )
  // Twelve weeks from Monday 8 March are Monday 31 May; four days sooner, Thursday 27 May.
  const both = [
    'Place as it was: Room 1, shared, from Mon 8 March until and including Mon 31 May',
    'To be reconfirmed: From Thu 4 March until and including Thu 27 May',
  ]
  expect(await stay()).toEqual([both, both])
  const today = await todayFor(world.app, firstWorker)
  expect(today.arriving.map(({ title }) => title)).toEqual([expect.stringMatching(/ · Thu 4 March$/)])
  const { womensHouse } = world.services
  const board = await vacancyBoardFor(world.app.db, firstWorker, womensHouse, world.app.clock())
  expect(board && boardWords(board, world.app.clock()).bedspaces[0]?.today).toContain(
    'claimed from Thu 4 March',
  )

  const yes = { ...(await current(world, target)), note: null }
  expect(await reconfirmOffer(world.app, firstWorker, yes, form())).toMatchObject({ ok: true })
  const now = ['Place: Room 1, shared, from Thu 4 March until and including Thu 27 May']
  expect(await stay()).toEqual([now, now])
})
