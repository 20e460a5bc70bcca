import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { eventPage } from '../../../screens/referral-event/page'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import { serviceVacancies } from '../../service/service-vacancy.server'
import { vacancyInWords } from '../../../screens/results/vacancy-in-words'
import { addVoid } from '../claims/add-void.server'
import { boardWords } from '../../../screens/vacancies/board'
import { readyWords, throughThenWords } from './last-day'
import { vacancyBoardFor } from '../own/own-bedspaces.server'

/**
 * Room 1 is offered from Monday 8 March until and including Monday 31 May 2027, a bank holiday: two working days after it,
 * somebody may come on Wednesday 2 June. Before the offer somebody may stay until and including Thursday 4 March: Friday and
 * Monday are the two working days.
 */
let world: ReferralWorld
let referralId: string
beforeAll(async () => {
  world = await createReferralWorld()
  referralId = (await offered(world, 'womensHouse', await anotherCase(world))).referralId
})
afterAll(() => world.database.drop())

const FREE = 'until and including Thu 4 March, then turnaround; promised from Mon 8 March'
const HELD = 'held until and including Mon 31 May, then turnaround; ready from Wed 2 June'

async function screenOf(id: string, viewer: ReferralWorld['viewers'][keyof ReferralWorld['viewers']]) {
  const facts = await referralPageFor(world.app, viewer, id)
  if (!facts) throw new Error('no such referral')
  return referralScreen(facts, viewer.personId, world.app.clock())
}

describe('the last day of one stay', () => {
  it('is on the board that of the referral, and says the turnaround after it', async () => {
    const { app, viewers, services } = world
    const board = await vacancyBoardFor(app.db, viewers.firstWorker, services.womensHouse, app.clock())
    const words = board && boardWords(board, app.clock())
    expect(words?.bedspaces[0]).toMatchObject({ today: `free ${FREE}`, later: [`from Mon 8 March: ${HELD}`] })
    expect(words?.now).toMatch(new RegExp(`^\\d+ free now, 1 of those \\d+ ${FREE}$`))
    // Before the promise, whoever left on the 4th would leave four nights of turnaround. From Monday 1 February the eight weeks end on
    // Monday 29 March: the one after it is not in sight.
    expect(words?.bedspaces[0]?.strip).toEqual([
      { kind: 'hold', start: 35, length: 21 },
      { kind: 'turnaround', start: 31, length: 4 },
    ])
  })

  it('is the same on the referral, to both sides, and where the officer reads the offer out', async () => {
    const { viewers, app } = world
    for (const viewer of [viewers.firstWorker, viewers.lowNewtonOfficer]) {
      const { standing } = await screenOf(referralId, viewer)
      expect(standing.find(({ key }) => key === 'Offer')?.value).toMatch(
        /, from Mon 8 March until and including Mon 31 May$/,
      )
    }
    const asked = await eventPageFor(app, viewers.lowNewtonOfficer, referralId, 'accept')
    expect(asked && eventPage('accept', asked, app.clock()).offered).toContainEqual({
      key: 'Last day',
      value: 'Mon 31 May',
    })
  })

  it('is the same beside the referral of another, and where a bedspace is chosen for her', async () => {
    const { viewers, app } = world
    const other = await underReview(world, 'womensHouse', await anotherCase(world))
    const { bedspaces } = await screenOf(other.referralId, viewers.firstWorker)
    expect(bedspaces?.rows.some(({ words }) => words.startsWith(`${HELD}: can be offered from`))).toBe(true)
    const asked = await eventPageFor(app, viewers.firstWorker, other.referralId, 'offer')
    const hints = asked ? eventPage('offer', asked, app.clock()).bedspaces.map(({ hint }) => hint) : []
    expect(hints).toContain(`H${HELD.slice(1)}: can be offered from Wed 2 June`)
  })

  it('limits what a card says is free now, and is silent on a day on which it is not', async () => {
    const { viewers, app, services } = world
    const id = services.womensHouse
    const words = (day: string | null) =>
      asViewer(app.db, viewers.lowNewtonOfficer, async trx => {
        const vacancy = (await serviceVacancies(trx, [id], app.clock(), day)).get(id)
        const now = app.clock()
        const fresh = { state: 'confirmed', freshUntil: now, checkUntil: now } as const
        return vacancy && vacancyInWords({ ...vacancy, freshness: fresh, confirmedAt: now }, now).limited
      })
    expect(await words(null)).toMatch(new RegExp(`^1 of those \\d+ ${FREE}$`))
    expect(await words('2027-03-08')).toBeNull()
  })
})

describe('the last day of a void', () => {
  it('is the day before it is free again', async () => {
    const { app, viewers, bedspaces, services } = world
    const bedspaceId = bedspaces.womensHouse[1] ?? ''
    const dates = { fromOn: '2027-02-01', untilOn: '2027-04-04', reason: 'repair' } as const
    await addVoid(app, viewers.firstWorker, { bedspaceId, ...dates }, form())
    const board = await vacancyBoardFor(app.db, viewers.firstWorker, services.womensHouse, app.clock())
    expect(board && boardWords(board, app.clock()).bedspaces[1]?.today).toBe(
      'void (repair) until and including Sat 3 April; ready from Sun 4 April',
    )
  })
})

it('leaves no day without a word', () => {
  const today = '2026-11-26'
  const words = (lastOn: string, nextOn: string) => throughThenWords({ lastOn, nextOn, next: 'ready' }, today)
  expect([
    // Friday: two working days are Monday and Tuesday.
    words('2026-11-27', '2026-12-01'),
    words('2026-11-29', '2026-12-01'),
    words('2026-11-30', '2026-12-01'),
    words('2026-12-31', '2027-01-05'),
  ]).toEqual([
    'until and including Fri 27 November, then turnaround; ready from Tue 1 December',
    'until and including Sun 29 November, then turnaround; ready from Tue 1 December',
    'until and including Mon 30 November; ready from Tue 1 December',
    'until and including Thu 31 December, then turnaround; ready from Tue 5 January 2027',
  ])
  expect([readyWords('2027-04-28'), readyWords(null)]).toEqual([
    'and ready from 28 April 2027',
    'until further notice',
  ])
})
