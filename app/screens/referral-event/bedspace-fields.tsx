import type { OfferChoice } from '~/screens/referral-event/offer-choices'
import { errorsOf, fieldId, type FormState, textOf } from '~/ui/form/form-value'
import { Radios } from '~/ui/form/radios'

/** Which bedspace: those that may be offered for the first night in sight, the others behind a word, for a later one. */
export function BedspaceFields({ bedspaces, form }: { bedspaces: readonly OfferChoice[]; form: FormState }) {
  const fitting = bedspaces.filter(bedspace => bedspace.fitsFirstNight)
  const taken = bedspaces.filter(bedspace => !bedspace.fitsFirstNight)
  const chosen = textOf(form.values.bedspaceId)
  const id = fieldId(form, 'bedspaceId')
  return (
    <>
      <Radios
        id={id}
        name="bedspaceId"
        errors={errorsOf(form, 'bedspaceId')}
        legend="Which bedspace?"
        hint={fitting.length === 0 ? 'None is free on the first night' : undefined}
        small
        choices={fitting.map(choiceOf)}
        defaultValue={chosen}
      />
      {taken.length > 0 && (
        <details
          className="govuk-details"
          open={fitting.length === 0 || taken.some(each => each.id === chosen)}
        >
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {taken.length} taken on that night, free later
            </span>
          </summary>
          <div className="govuk-details__text">
            <Radios
              id={`${id}-later`}
              name="bedspaceId"
              legend="For a later first night"
              small
              choices={taken.map(choiceOf)}
              defaultValue={chosen}
            />
          </div>
        </details>
      )}
    </>
  )
}

function choiceOf({ id, name, hint }: OfferChoice) {
  return { value: id, text: name, hint }
}
