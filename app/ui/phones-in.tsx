import { Fragment, type ReactNode } from 'react'
import { PhoneLink } from './phone-link'

/** A British number as it is written: ten or eleven figures from a nought or +44, with spaces between them or none. */
const NUMBER = /((?<![\w-])(?:\+44 ?|0)\d(?: ?\d){8,9}(?![\w-]))/

/** Words in which every phone number is a link that dials it. */
export function PhonesIn({ words }: { words: string }) {
  const parts = words.split(NUMBER)
  if (parts.length === 1) return words
  // What stands between two numbers is at an even place, the numbers at odd ones.
  return parts.map((part, at) => (
    <Fragment key={at}>{at % 2 === 1 ? <PhoneLink number={part} /> : part}</Fragment>
  ))
}

/** The same of what may be words or drawn already. */
export function withPhones(shown: ReactNode): ReactNode {
  return typeof shown === 'string' ? <PhonesIn words={shown} /> : shown
}
