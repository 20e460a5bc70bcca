import { FilterGroup } from '~/ui/filters'
import { TextInput } from '~/ui/form/text-input'

export interface VacancyFieldsProps {
  /** 'YYYY-MM-DD', or nothing. */
  by: string
  now: boolean
  confirmed: boolean
  nowCount: number
  confirmedCount: number
  error?: string
}

/** What is free and when, inside a search form; for professionals. */
export function VacancyFields({ by, now, confirmed, nowCount, confirmedCount, error }: VacancyFieldsProps) {
  return (
    <>
      <FilterGroup
        legend="Vacancy"
        name="vacancy"
        choices={[
          { value: 'now', text: 'Free now', count: nowCount, checked: now },
          {
            name: 'confirmed',
            value: 'yes',
            text: 'Confirmed recently',
            count: confirmedCount,
            checked: confirmed,
          },
        ]}
      />
      <TextInput
        id="by"
        name="by"
        type="date"
        label="Or free on"
        defaultValue={by}
        errors={error === undefined ? [] : [error]}
      />
    </>
  )
}
