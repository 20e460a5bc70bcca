import type { SupplyAnswer } from '~/domain/supply/cell'
import type { SupplyAsked } from '~/domain/supply/columns'
import { SUPPLY_CRITERIA } from '~/domain/supply/criteria'
import { SUPPLY_PLACES } from '~/domain/supply/places'
import type { SupplyService } from '~/domain/supply/service'
import { serviceKindLabel } from '~/domain/service/service-kind'
import { YES_CASE_NO_LABELS, type YesCaseNo } from '~/domain/service/service'
import { inSentence, listed, sentence } from '~/domain/words/english'

const TAKES = { women: 'Women only', men: 'Men only', mixed: 'Women and men' } as const
const UNVERIFIED = 'its policy has not been verified in the last 90 days'

/** What a service says to everything asked, in the order asked: whom it takes first. */
export function policyAnswers(
  { sex, answers }: SupplyService,
  { asks }: SupplyAsked,
): { term: string; words: string }[] {
  const asked = asks.map(code => ({
    term: sentence(SUPPLY_CRITERIA[code].label),
    words: answers[code] ? YES_CASE_NO_LABELS[answers[code]] : 'Not stated',
  }))
  return [{ term: 'Takes', words: sex === null ? 'Not stated' : TAKES[sex] }, ...asked]
}

/** Why a service gives the answer it gives, in a sentence. */
export function whyWords({ service, outcome }: SupplyAnswer, asked: SupplyAsked): string {
  const to = (answer: YesCaseNo | null) =>
    listed(
      asked.asks
        .filter(code => (service.answers[code] ?? null) === answer)
        .map(code => SUPPLY_CRITERIA[code].label),
    )
  switch (outcome) {
    case 'yes':
      return asked.asks.length === 0 ? 'It is such a place.' : 'It says yes to everything asked.'
    case 'case_by_case':
      return `It decides case by case: ${to('case_by_case')}.`
    case 'stale':
      return `It would take her, but ${UNVERIFIED}.`
    case 'does_not_take':
      return `It says no: ${to('no')}.`
    case 'none':
      return notSuchAPlace(service)
    case 'not_confirmed':
      return unsaid(service, asked, to)
  }
}

function notSuchAPlace({ kind, sex }: SupplyService): string {
  const takes = sex === null ? '' : `, ${inSentence(TAKES[sex])}`
  return `It is another kind of place: ${inSentence(serviceKindLabel(kind))}${takes}.`
}

function unsaid(
  service: SupplyService,
  { place }: SupplyAsked,
  to: (answer: YesCaseNo | null) => string,
): string {
  const isOne = SUPPLY_PLACES[place].isOne(service)
  if (isOne === null) return 'It does not say whom it takes.'
  if (isOne === 'no' || to('no') !== '') return `It would be no, but ${UNVERIFIED}.`
  return `It has not said: ${to(null)}.`
}
