import { Link } from '@remix-run/react'

import { HistoryTable } from '~/ui/history'
import type { ReviewShown } from './page'

interface ReviewsProps {
  reviews: readonly ReviewShown[]
  /** Where one that stands is corrected; left out for whoever only reads them. */
  correctAt?: (reviewId: string) => string
}

/** What editors decided of an entry, and their words to the provider. */
export function ReviewsTable({ reviews, correctAt }: ReviewsProps) {
  if (reviews.length === 0) return null
  return (
    <section aria-labelledby="reviews">
      <h2 className="govuk-heading-m" id="reviews">
        What editors decided
      </h2>
      <HistoryTable
        caption="What editors decided, the latest first"
        entries={reviews.map(({ words, decision, back, mayCorrect, ...review }) => ({
          ...review,
          what: (
            <>
              {words === null ? decision : `${decision}: ${words}`}
              {back && <strong>. {back}</strong>}
              {correctAt && mayCorrect && (
                <>
                  {' '}
                  <Link className="govuk-link" to={correctAt(review.id)}>
                    Correct
                    <span className="govuk-visually-hidden">
                      {' '}
                      “{decision}” of {review.when}
                    </span>
                  </Link>
                </>
              )}
            </>
          ),
        }))}
      />
    </section>
  )
}
