import { Button } from './form/button'
import { TextInput } from './form/text-input'

interface ListSearchProps {
  /** The list's own address. */
  action: string
  label: string
  hint?: string
  words: string
  /** What else the list is asked by, and stays. */
  carried?: Readonly<Record<string, string>>
}

/** The box that finds lines of a long list by words in a name; its words are in the address. */
export function ListSearch({ action, label, hint, words, carried = {} }: ListSearchProps) {
  return (
    <form method="get" action={action} className="tg-list-search" role="search">
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput id="q" name="q" label={label} hint={hint} errors={[]} defaultValue={words} />
      <Button look="secondary">Find</Button>
      {words !== '' && (
        <a className="govuk-link tg-list-search__all" href={withQuery(action, carried)}>
          Show all
        </a>
      )}
    </form>
  )
}

function withQuery(action: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(asked).toString()
  return query === '' ? action : `${action}?${query}`
}

/** The address of a page of a list that was asked for by words; `action` may ask for more itself. */
export function pageOfSearch(action: string, words: string): (page: number) => string {
  const asked = words === '' ? '' : `q=${encodeURIComponent(words)}&`
  return page => `${action}${action.includes('?') ? '&' : '?'}${asked}page=${page}`
}
