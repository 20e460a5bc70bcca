import { useLeaving } from './use-leaving'

/** A page that says nothing of where somebody was. */
const NEUTRAL_PAGE = 'https://www.bbc.co.uk/weather'

/**
 * The quick way out of a public page, for somebody who is watched: a plain link without JavaScript. With it the page is gone at once, the
 * neutral one takes its place in the history, and pressing Escape three times does the same (the pattern of GOV.UK's "Exit this page").
 */
export function LeavePage() {
  const { said, leave } = useLeaving(NEUTRAL_PAGE)
  return (
    <div className="tg-leave">
      <a
        className="tg-leave__button"
        href={NEUTRAL_PAGE}
        rel="noreferrer nofollow"
        onClick={event => {
          event.preventDefault()
          leave()
        }}
      >
        Leave this page
      </a>
      <span className="govuk-visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}
