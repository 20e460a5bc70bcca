import { authorities } from '~/domain/area/region'
import { Checkboxes } from '~/ui/form/checkboxes'
import { errorsOf, type FieldStart, type FormState, listOf, partsOf } from '~/ui/form/form-value'

export interface AvoidableService {
  id: string
  /** 'Harebell Row, Marlpit Women’s Project'. */
  name: string
}

type AvoidFieldProps = FieldStart & {
  legend: string
  form: FormState
  services: readonly AvoidableService[]
}

const AUTHORITY_CHOICES = [
  ...authorities.map(({ code, name }) => ({ value: code, text: name })),
  { value: 'none', text: 'Nothing to avoid, neither areas nor services' },
]

/** The areas a person must not be placed in, and the services she must not meet; the long list of services is folded. */
export function AvoidField({ id, name, legend, hint, errors, form, services }: AvoidFieldProps) {
  const kept = partsOf(form.values[name])
  const avoided = listOf(kept.serviceIds)
  return (
    <>
      <div className="tg-in-columns">
        <Checkboxes
          id={id}
          name={`${name}.authorities`}
          legend={`${legend}: areas`}
          hint={hint}
          errors={[...errors, ...errorsOf(form, `${name}.authorities`)]}
          small
          choices={AUTHORITY_CHOICES}
          defaultOptions={listOf(kept.authorities)}
        />
      </div>
      <details className="govuk-details" open={avoided.length > 0}>
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            Services to avoid{avoided.length > 0 && ` (${avoided.length})`}
          </span>
        </summary>
        <div className="govuk-details__text tg-in-columns">
          <Checkboxes
            id={`${id}-services`}
            name={`${name}.serviceIds`}
            legend="Services to avoid"
            errors={errorsOf(form, `${name}.serviceIds`)}
            small
            choices={services.map(service => ({ value: service.id, text: service.name }))}
            defaultOptions={avoided}
          />
        </div>
      </details>
    </>
  )
}
