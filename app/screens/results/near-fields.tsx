import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { MyLocation } from './my-location'

export interface NearFieldsProps {
  near: string
  miles: number
  milesChoices: readonly number[]
  error?: string
}

/** A place and how far around it, inside a search form. */
export function NearFields({ near, miles, milesChoices, error }: NearFieldsProps) {
  return (
    <div className="tg-near">
      <TextInput
        id="near"
        name="near"
        label="Near"
        hint="Postcode, town or prison"
        defaultValue={near}
        errors={error === undefined ? [] : [error]}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
      />
      <Select
        key={`miles ${miles}`}
        id="miles"
        name="miles"
        label="Within"
        defaultValue={String(miles)}
        options={[...new Set([...milesChoices, miles])]
          .sort((a, b) => a - b)
          .map(choice => ({ value: String(choice), text: `${choice} miles` }))}
      />
      <MyLocation fieldId="near" />
    </div>
  )
}
