import { SUPPLY_OUTCOMES, type SupplyOutcome } from '~/domain/supply/cell'
import { SUPPLY_SIGNS } from './cell-words'

/** What every answer means. It prints under the table. */
const MEANINGS: Record<SupplyOutcome, string> = {
  yes: 'at least one service says so, verified in the last 90 days',
  case_by_case: 'the best verified answer is “case by case”',
  stale: 'yes or case by case, not verified for 90 days',
  does_not_take: 'there is such a place, and every one has said no',
  none: 'no such place covers the area, by what all its housing has verified',
  not_confirmed: 'somebody has not said or not verified: never counted as none',
}

const OUTCOMES = Object.keys(MEANINGS) as SupplyOutcome[]

/** The key of the coverage table: each answer with its colour, its sign and what it means. */
export function SupplyKey() {
  return (
    <section className="tg-coverage-key" aria-label="What the answers mean">
      <dl className="tg-coverage-key__list">
        {OUTCOMES.map(outcome => (
          <div key={outcome} className="tg-coverage-key__item">
            <dt className={`tg-coverage-key__answer tg-coverage__cell--${outcome}`}>
              <span aria-hidden="true">{SUPPLY_SIGNS[outcome]} </span>
              {SUPPLY_OUTCOMES[outcome]}
            </dt>
            <dd className="tg-coverage-key__meaning">{MEANINGS[outcome]}</dd>
          </div>
        ))}
      </dl>
      <p className="tg-coverage-key__note">
        The colour says the answer alone. Beds are those of the services that give it, and free is counted
        only where vacancies are confirmed. Beds of confidential services are not shown. A service counts in
        every area it covers, so columns must not be added up.
      </p>
    </section>
  )
}
