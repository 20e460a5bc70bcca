import { Form, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'

export interface SearchFormProps {
  /** The page the search belongs to. */
  action: string
  /** The search as the address holds it: when it changes by a link, the boxes follow. */
  address: string
  children: ReactNode
}

/** The id of the form every part of a search belongs to, wherever on the page it stands. */
export const SEARCH_FORM = 'filters'

/** A search as a GET form: its address is the search, to be sent on or printed. Whole without JavaScript. */
export function SearchForm({ action, address, children }: SearchFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const submit = useSubmit()
  // Boxes keep what somebody ticked; a chip or a link of the map that changes the search must change them too.
  useEffect(() => form.current?.reset(), [address])

  function withoutBlanks(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    submit(givenFields(new FormData(event.currentTarget)), { action, preventScrollReset: true })
  }

  return (
    <Form
      ref={form}
      id={SEARCH_FORM}
      method="get"
      action={action}
      className="tg-filters"
      aria-label="Filters"
      onSubmit={withoutBlanks}
    >
      {children}
    </Form>
  )
}

/** What was given; how many miles means nothing without a place. Keeps addresses short enough to read out. */
export function givenFields(form: FormData): URLSearchParams {
  const given = new URLSearchParams()
  for (const [name, value] of form) {
    if (typeof value === 'string' && value.trim() !== '') given.append(name, value)
  }
  if (!given.has('near')) given.delete('miles')
  return given
}
