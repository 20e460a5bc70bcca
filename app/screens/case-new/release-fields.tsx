import { RELEASE_CONFIDENCE_LABELS, RELEASE_TYPE_LABELS } from '~/domain/case/record/person-case'
import { type AllErrors, DateInput, type DateParts } from '~/ui/form/date-input'
import { fieldAttributes, type NamedField } from '~/ui/form/form-errors'
import { optionsOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'

export interface ReleaseFieldsProps {
  fields: Record<'releaseConfidence' | 'releaseOn' | 'releaseType', NamedField & { initialValue?: unknown }>
  allErrors: AllErrors
}

/** How sure the release is, on which day, and of what type; the day may stay empty. */
export function ReleaseFields({ fields, allErrors }: ReleaseFieldsProps) {
  const { releaseConfidence, releaseOn, releaseType } = fields
  return (
    <>
      <Radios
        {...fieldAttributes(releaseConfidence)}
        legend="How sure is the release date?"
        small
        inline
        choices={optionsOf(RELEASE_CONFIDENCE_LABELS)}
      />
      <DateInput
        id={releaseOn.id}
        name={releaseOn.name}
        allErrors={allErrors}
        legend="Release date"
        hint="For example, 28 12 2026. Leave empty if it is not known yet"
        defaultValue={datePartsOf(releaseOn.initialValue)}
      />
      <Select
        {...fieldAttributes(releaseType)}
        label="Type of release"
        options={optionsOf(RELEASE_TYPE_LABELS)}
        emptyText="Choose"
      />
    </>
  )
}

/** What the boxes of a date hold, from a form's value. */
export function datePartsOf(value: unknown): DateParts {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
