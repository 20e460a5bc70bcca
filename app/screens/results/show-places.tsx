import { createContext, type ReactNode, useContext } from 'react'

import { Button } from '~/ui/form/button'

const Count = createContext<number | null>(null)

/** Around all the buttons that show the places: how many there would be, said once as it changes. */
export function CountOfPlaces({ count, children }: { count: number | null; children: ReactNode }) {
  return (
    <Count.Provider value={count}>
      {children}
      <span className="govuk-visually-hidden" role="status">
        {count !== null && placesWords(count)}
      </span>
    </Count.Provider>
  )
}

/** 'Show 21 places'; without a number while it is not known, and without JavaScript. */
export function ShowPlaces() {
  const count = useContext(Count)
  return <Button>Show {count === null ? 'places' : placesWords(count)}</Button>
}

function placesWords(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}
