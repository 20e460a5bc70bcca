import { HistoryTable } from '~/ui/history'
import { StrikeOut } from '~/ui/strike-out'
import type { WordsLine } from './words-line'

interface WordsTableProps {
  caption: string
  words: readonly WordsLine[]
  carried: { idempotencyKey: string }
  /** Whether each says what it was written with: not where all were with one referral. */
  saysAbout?: boolean
}

/** What one's own organisation wrote, with the button beside each that strikes it out. */
export function WordsTable({ caption, words, carried, saysAbout = true }: WordsTableProps) {
  return (
    <HistoryTable
      caption={caption}
      entries={words.map(({ row, place, at, when, by, about, words: typed, mayStrike }) => ({
        ...{ id: row, at, when },
        what: (
          <>
            {saysAbout && <strong>{about}: </strong>}
            {typed}
            <span className="tg-quiet">, {by}</span>
            {mayStrike && (
              <StrikeOut
                removes="the words for good, for everybody who could read them. Who wrote them, and when, stays."
                values={{ ...carried, place, row }}
                about={`${about}, ${when}`}
              >
                Strike out the words
              </StrikeOut>
            )}
          </>
        ),
      }))}
    />
  )
}
