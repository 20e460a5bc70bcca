import { expect, it } from 'vitest'
import { supplyAnswers } from '~/domain/supply/cell'
import { supplyReport } from '~/domain/supply/report'
import type { SupplyService } from '~/domain/supply/service'
import { columnsOf } from '~/screens/supply/page'
import { questionOf, readSought } from '~/screens/supply/sought'
import { supplyCellPage } from './page'

const SUNDERLAND = 'E08000024'
const HOUSE: SupplyService = {
  id: 'house',
  kind: 'supported_housing',
  isConfidential: false,
  authorities: [SUNDERLAND],
  sex: 'women',
  answers: { from_prison: 'yes' },
  policyVerifiedAt: new Date('2025-12-30T09:00:00Z'),
  isPolicyVerified: true,
  beds: 8,
  free: 0,
  isVacancyConfirmed: true,
  vacancyConfirmedAt: new Date('2026-11-20T09:00:00Z'),
}
const ASKED = { id: 'house', name: 'The house', provider: 'A provider', phone: null }
const CONTACT = { ...ASKED, outOfHoursPhone: null, email: null, isGone: false }

/** What is said of the beds behind the first cell of Sunderland, and of its one house. */
function bedsBehind(house: Partial<SupplyService>) {
  const { sought, problems } = readSought(new URLSearchParams(''), '2026-11-22')
  const [column] = columnsOf(questionOf(sought))
  if (!column) throw new Error('No column')
  const services = [{ ...HOUSE, ...house }]
  const asOf = new Date('2026-11-22T09:00:00Z')
  const read = { asOf, day: '2026-11-22', isEarlier: false, services }
  const page = supplyCellPage({
    ...{ authorityCode: SUNDERLAND, column, sought, problems, councils: [] },
    report: supplyReport(read, questionOf(sought)),
    answers: supplyAnswers(SUNDERLAND, services, column.asked),
    contacts: new Map([['house', CONTACT]]),
  })
  const facts = page.services[0]?.facts.filter(({ term }) => term.startsWith('Beds'))
  return [page.beds, ...(facts ?? []).map(({ words }) => words)]
}

it.each<[string, Partial<SupplyService>, string[]]>([
  ['all of which were confirmed', { free: 2 }, ['8 beds, 2 free', '8 beds, 2 free', '20 November 2026']],
  [
    'to which some were added since: they are not confirmed, and none of them free',
    { addedSince: 6 },
    [
      '8 beds, 0 free, 6 not confirmed',
      '8 beds, 0 free, 6 not confirmed',
      '20 November 2026; 6 beds added since, not yet confirmed',
    ],
  ],
  [
    'of which none is confirmed',
    { isVacancyConfirmed: false, addedSince: 6 },
    [
      '8 beds not confirmed',
      '8 beds not confirmed',
      '20 November 2026; 6 beds added since, not yet confirmed',
    ],
  ],
])('says of beds %s', (_, house, words) => {
  expect(bedsBehind(house)).toEqual(words)
})
