import { classNames } from '~/ui/class-names'

export interface PrintedWhenProps {
  /** When it was drawn: '26 November 2026'. */
  on: string
  /** What of it is here, where that is not all: 'services 1 to 20 of 110'. */
  part: string | null
}

/** On paper alone: the day it says what it says of, and what it leaves out. Where a marking says the day, what is whole needs no more. */
export function PrintedWhen({ on, part }: PrintedWhenProps) {
  return (
    <p className={classNames('tg-print-only', part === null && 'tg-printed-whole')}>
      As it stood on {on}
      {part && `: ${part}. The others are not printed here`}.
    </p>
  )
}
