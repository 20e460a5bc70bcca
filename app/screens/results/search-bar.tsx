import { Button } from '~/ui/form/button'
import { SearchBox } from './search-box'
import { SEARCH_FORM } from './search-form'

export interface SearchBarProps {
  label: string
  words: string
  /** The label is the page's title too. */
  isTitle?: boolean
  /** Where to ask what completes what is typed. */
  suggestFrom: string
}

/** The one box of a search, above its results, and the button that searches. */
export function SearchBar({ label, words, isTitle = false, suggestFrom }: SearchBarProps) {
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
        <SearchBox suggestFrom={suggestFrom} form={SEARCH_FORM} defaultValue={words} />
        <Button form={SEARCH_FORM}>Search</Button>
      </div>
    </div>
  )
}
