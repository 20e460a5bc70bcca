import { RELEASE_CONFIDENCE_LABELS, RELEASE_TYPE_LABELS } from '~/domain/case/record/person-case'
import { DateInput } from '~/ui/form/date-input'
import { dateOf, fieldOf, type FormState } from '~/ui/form/form-value'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'

/** The names of these fields, in the order they stand in. */
export const RELEASE_FIELDS = ['releaseConfidence', 'releaseOn', 'releaseType'] as const

/** How sure the release is, on which day, and of what type; the day may stay empty. */
export function ReleaseFields({ form }: { form: FormState }) {
  return (
    <>
      <Radios
        {...fieldOf(form, 'releaseConfidence')}
        legend="How sure is the release date?"
        small
        inline
        choices={optionsOf(RELEASE_CONFIDENCE_LABELS)}
      />
      <DateInput
        {...dateOf(form, 'releaseOn')}
        legend="Release date"
        hint="For example, 28 12 2026. Leave empty if it is not known yet"
      />
      <Select
        {...fieldOf(form, 'releaseType')}
        label="Type of release"
        options={optionsOf(RELEASE_TYPE_LABELS)}
        emptyText="Choose"
      />
    </>
  )
}
