import type { InputHTMLAttributes } from 'react'

import { useSuggestions } from './use-suggestions'

interface SearchBoxProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'form' | 'defaultValue' | 'aria-describedby'
> {
  /** Where to ask what completes what is typed. */
  suggestFrom: string
}

/** The one box of a search. With JavaScript it offers places, kinds and names while somebody types. */
export function SearchBox({ suggestFrom, ...rest }: SearchBoxProps) {
  const { names, listen } = useSuggestions(suggestFrom)
  return (
    <>
      <input
        id="q"
        name="q"
        type="search"
        className="govuk-input"
        list="q-names"
        autoComplete="off"
        maxLength={200}
        onInput={listen}
        {...rest}
      />
      <datalist id="q-names">
        {names.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
