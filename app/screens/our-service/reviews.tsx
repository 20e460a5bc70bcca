import { HistoryTable } from '~/ui/history'
import type { ReviewShown } from './page'

/** What editors decided of an entry, and their words to the provider. */
export function ReviewsTable({ reviews }: { reviews: readonly ReviewShown[] }) {
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="reviews">
      <h2 className="govuk-heading-m" id="reviews">
        What editors decided
      </h2>
      <HistoryTable
        caption="What editors decided, the latest first"
        entries={reviews.map(({ words, decision, ...review }) => ({
          ...review,
          what: words === null ? decision : `${decision}: ${words}`,
        }))}
      />
    </section>
  )
}
