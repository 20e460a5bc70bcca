import { pagesShown } from './pages-shown'

export interface PaginationProps {
  /** What is paged, for screen readers: 'Services'. */
  label: string
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
}

/** The way through a long list. Nothing when there is one page. */
export function Pagination({ label, page, pages, hrefOf }: PaginationProps) {
  if (pages <= 1) return null
  return (
    <>
      <p className="tg-print-only">
        {label}: this is page {page} of {pages}. The other pages are not printed here.
      </p>
      <nav className="govuk-pagination" aria-label={`${label}: pages`}>
        {page > 1 && <Step to={hrefOf(page - 1)} rel="prev" />}
        <ul className="govuk-pagination__list">
          {pagesShown(page, pages).map((shown, index) =>
            shown === 'gap' ? (
              <li key={`gap ${index}`} className="govuk-pagination__item govuk-pagination__item--ellipsis">
                …
              </li>
            ) : (
              <PageItem key={shown} number={shown} current={shown === page} to={hrefOf(shown)} />
            ),
          )}
        </ul>
        {page < pages && <Step to={hrefOf(page + 1)} rel="next" />}
      </nav>
    </>
  )
}

function PageItem({ number, current, to }: { number: number; current: boolean; to: string }) {
  return (
    <li className={`govuk-pagination__item${current ? ' govuk-pagination__item--current' : ''}`}>
      <a
        className="govuk-link govuk-pagination__link"
        href={to}
        aria-label={`Page ${number}`}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

function Step({ to, rel }: { to: string; rel: 'prev' | 'next' }) {
  return (
    <div className={`govuk-pagination__${rel}`}>
      <a className="govuk-link govuk-pagination__link" href={to} rel={rel}>
        <span className="govuk-pagination__link-title">
          {rel === 'prev' ? '‹ Previous' : 'Next ›'}
          <span className="govuk-visually-hidden"> page</span>
        </span>
      </a>
    </div>
  )
}
