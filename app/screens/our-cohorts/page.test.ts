import { expect, it } from 'vitest'
import type { Standing } from '~/domain/entry/standing'
import type { Run } from '~/domain/run/runs.server'
import { runLine } from './page'

const RUN = {
  ...{ id: 'r', startsOn: '2027-03-01', endsOn: '2027-03-26', lastReferralOn: '2027-02-24' },
  ...{ capacity: 8, taken: 3, waiting: 0, reachChildren: null, place: null },
  ...{ weekdays: [], timeOfDay: null, cancelledAt: null, cancelledReason: null },
  here: { named: 0, places: 0, waits: 0, begun: 0 },
} as unknown as Run

it.each<[Standing, string, string]>([
  ['open', '2027-02-24', 'Takes nominations'],
  ['closed', '2027-02-24', 'Takes no nominations'],
  ['paused', '2027-02-24', 'Takes no nominations'],
  ['draft', '2027-02-24', 'Takes no nominations'],
  ['open', '2027-02-25', 'Takes no more nominations'],
  ['closed', '2027-02-25', 'Takes no more nominations'],
  ['closed', '2027-03-27', 'Over'],
])('a run of a programme that is %s says on %s: %s', (programme, today, said) => {
  expect(runLine(RUN, programme, today).standingWords).toBe(said)
})
