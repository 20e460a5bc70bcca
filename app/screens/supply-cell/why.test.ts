import { describe, expect, it } from 'vitest'
import { supplyAnswers } from '~/domain/supply/cell'
import type { SupplyAsked } from '~/domain/supply/columns'
import type { SupplyService } from '~/domain/supply/service'
import { policyAnswers, whyWords } from './why'

const ASKED: SupplyAsked = { place: 'women_only', asks: ['from_prison', 'children'] }
const HOUSE: SupplyService = {
  id: 'house',
  kind: 'supported_housing',
  isConfidential: false,
  authorities: ['E08000024'],
  sex: 'women',
  answers: { from_prison: 'yes', children: 'yes' },
  policyVerifiedAt: null,
  isPolicyVerified: true,
  beds: 1,
  free: 1,
  isVacancyConfirmed: true,
  vacancyConfirmedAt: null,
}

function why(house: Partial<SupplyService>, asked = ASKED): string {
  const [answer] = supplyAnswers('E08000024', [{ ...HOUSE, ...house }], asked)
  if (!answer) throw new Error('No answer')
  return whyWords(answer, asked)
}

describe('why a service answers as it does', () => {
  it.each<[Partial<SupplyService>, string]>([
    [{}, 'It says yes to everything asked.'],
    [{ answers: { from_prison: 'case_by_case', children: 'yes' } }, 'It decides case by case: from prison.'],
    [{ answers: { from_prison: 'no', children: 'no' } }, 'It says no: from prison and with children.'],
    [{ answers: { from_prison: 'yes' } }, 'It has not said: with children.'],
    [
      { isPolicyVerified: false },
      'It would take her, but its policy has not been verified in the last 90 days.',
    ],
    [
      { isPolicyVerified: false, answers: { from_prison: 'no' } },
      'It would be no, but its policy has not been verified in the last 90 days.',
    ],
    [{ sex: null }, 'It does not say whom it takes.'],
    [{ sex: 'mixed' }, 'It is another kind of place: supported housing, women and men.'],
    [{ kind: 'refuge' }, 'It is another kind of place: refuge and safe accommodation, women only.'],
  ])('%j: %s', (house, words) => {
    expect(why(house)).toBe(words)
  })

  it('is a place, where nothing is asked of it', () => {
    expect(why({}, { place: 'women_only', asks: [] })).toBe('It is such a place.')
  })

  it('stands beside everything the policy says', () => {
    const house = { ...HOUSE, answers: { from_prison: 'case_by_case' } } as const
    expect(policyAnswers(house, ASKED)).toEqual([
      { term: 'Takes', words: 'Women only' },
      { term: 'From prison', words: 'Case by case' },
      { term: 'With children', words: 'Not stated' },
    ])
  })
})
