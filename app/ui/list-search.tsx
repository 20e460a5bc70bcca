import { Button } from './form/button'
import { TextInput } from './form/text-input'

interface ListSearchProps {
  /** The list's own address. */
  action: string
  label: string
  hint?: string
  words: string
}

/** The box that finds lines of a long list by words in a name; its words are in the address. */
export function ListSearch({ action, label, hint, words }: ListSearchProps) {
  return (
    <form method="get" action={action} className="tg-list-search" role="search">
      <TextInput id="q" name="q" label={label} hint={hint} errors={[]} defaultValue={words} />
      <Button look="secondary">Find</Button>
      {words !== '' && (
        <a className="govuk-link tg-list-search__all" href={action}>
          Show all
        </a>
      )}
    </form>
  )
}

/** The address of a page of a list that was asked for by words. */
export function pageOfSearch(action: string, words: string): (page: number) => string {
  const asked = words === '' ? '' : `q=${encodeURIComponent(words)}&`
  return page => `${action}?${asked}page=${page}`
}
