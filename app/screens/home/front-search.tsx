import { SearchBox } from '~/screens/results/search-box'
import { Button } from '~/ui/form/button'

export interface FrontSearchProps {
  label: string
  hint: string
}

/** The one box, on a page that is no list yet. */
export function FrontSearch({ label, hint }: FrontSearchProps) {
  return (
    <form method="get" action="/services" className="tg-search-bar" role="search">
      <label className="govuk-label govuk-label--m" htmlFor="q">
        {label}
      </label>
      <p className="govuk-hint" id="q-hint">
        {hint}
      </p>
      <div className="tg-search-bar__row">
        <SearchBox suggestFrom="/services/suggest" aria-describedby="q-hint" />
        <Button>Search</Button>
      </div>
    </form>
  )
}
