import { Button } from '~/ui/form/button'
import { SEARCH_FORM } from './search-form'
import { useSuggestions } from './use-suggestions'

export interface SearchBarProps {
  label: string
  words: string
  /** The label is the page's title too. */
  isTitle?: boolean
  /** Where to ask for names while somebody types; left out, nothing is offered. */
  suggestFrom?: string
}

/** The one box of a search, above its results, and the button that searches. With JavaScript it offers names to complete. */
export function SearchBar({ label, words, isTitle = false, suggestFrom }: SearchBarProps) {
  const { names, listen } = useSuggestions(suggestFrom)
  return (
    <div className="tg-search-bar" role="search">
      {isTitle ? (
        <h1 className="tg-search-bar__title">
          <label htmlFor="q">{label}</label>
        </h1>
      ) : (
        <label className="govuk-label" htmlFor="q">
          {label}
        </label>
      )}
      <div className="tg-search-bar__row">
        <input
          id="q"
          name="q"
          type="search"
          form={SEARCH_FORM}
          className="govuk-input"
          defaultValue={words}
          list={suggestFrom && 'q-names'}
          autoComplete="off"
          maxLength={200}
          onInput={listen}
        />
        <Button form={SEARCH_FORM}>Search</Button>
      </div>
      {suggestFrom && (
        <datalist id="q-names">
          {names.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </div>
  )
}
