import { authorities } from '~/domain/area/region'
import { AGE_CRITERIA, SUPPLY_CRITERIA, type SupplyCriterion } from '~/domain/supply/criteria'
import { SUPPLY_PLACE_CODES, SUPPLY_PLACES } from '~/domain/supply/places'
import { sentence } from '~/domain/words/english'
import type { QueryProblem } from '~/screens/results/read-query'
import { Button } from '~/ui/form/button'
import { Checkboxes } from '~/ui/form/checkboxes'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { ageOf, NEEDS, type SupplySought } from './sought'

export interface SupplyFormProps {
  sought: SupplySought
  problems: readonly QueryProblem[]
  /** The first night that has a reading, in words. */
  readSince: string | null
}

const optionsOf = (codes: readonly SupplyCriterion[]) =>
  codes.map(code => ({ value: code, text: sentence(SUPPLY_CRITERIA[code].label) }))

const PLACES = SUPPLY_PLACE_CODES.map(value => ({ value, text: SUPPLY_PLACES[value].label }))
const AREAS = authorities.map(({ code, name }) => ({ value: code, text: name }))

/** Any combination, the day and the area: a form that asks again by its address. Open where something in it is to be mended. */
export function SupplyForm({ sought, problems, readSince }: SupplyFormProps) {
  const errorsOf = (field: string) => problems.filter(each => each.field === field).map(each => each.message)
  return (
    <details className="govuk-details tg-screen-only tg-supply-form" open={problems.length > 0}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Choose what she needs, the day and the area</span>
      </summary>
      <form method="get" action="/supply" className="govuk-details__text">
        <div className="tg-supply-form__fields">
          <Radios
            id="from"
            name="from"
            legend="She comes from"
            small
            defaultValue={sought.fromPrison ? 'prison' : 'anywhere'}
            choices={[
              { value: 'prison', text: 'Prison' },
              { value: 'anywhere', text: 'Anywhere' },
            ]}
          />
          <Checkboxes
            id="with"
            name="with"
            legend="She needs a place"
            small
            errors={errorsOf('with')}
            defaultOptions={sought.needs}
            choices={optionsOf(NEEDS)}
          />
          <div>
            <Select
              id="place"
              name="place"
              label="What kind of place"
              options={PLACES}
              defaultValue={sought.place}
            />
            <Select
              id="age"
              name="age"
              label="How old she is"
              emptyText="Any age"
              options={optionsOf(AGE_CRITERIA)}
              defaultValue={ageOf(sought.needs) ?? ''}
            />
          </div>
          <div>
            <Select
              id="area"
              name="area"
              label="Area"
              emptyText="All 12"
              options={AREAS}
              defaultValue={sought.area ?? ''}
            />
            <TextInput
              id="on"
              name="on"
              type="date"
              label="Bed wanted on"
              hint="Today, or up to 12 weeks ahead"
              errors={errorsOf('on')}
              defaultValue={sought.on ?? ''}
            />
          </div>
          <div>
            <TextInput
              id="reading"
              name="reading"
              type="date"
              label="Or supply as it was on"
              hint={readSince === null ? 'No reading is kept yet' : `Kept each night since ${readSince}`}
              errors={errorsOf('reading')}
              defaultValue={sought.reading ?? ''}
            />
            <Checkboxes
              id="dates"
              name="dates"
              legend="In the table"
              small
              defaultOptions={sought.showsDates ? ['yes'] : []}
              choices={[{ value: 'yes', text: 'Show when each was verified' }]}
            />
          </div>
        </div>
        <div className="tg-actions">
          <Button>Show supply</Button>
          <a className="govuk-link" href="/supply">
            Start again
          </a>
        </div>
      </form>
    </details>
  )
}
