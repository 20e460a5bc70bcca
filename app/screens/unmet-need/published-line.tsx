import type { PublishedAs } from './published-as'

/** Which period and version a page is of, that it is synthetic, and whether a later version stands. */
export function PublishedLine({ published }: { published: PublishedAs }) {
  const { period, version, address, isSynthetic, later } = published
  return (
    <>
      {isSynthetic && (
        <p className="tg-synthetic">
          Synthetic figures: made for demonstration, about no real woman, provider or council
        </p>
      )}
      <p className="govuk-body">
        {period} ·{' '}
        <a className="govuk-link" href={address}>
          {version}
        </a>
      </p>
      {later && (
        <p className="govuk-inset-text">
          A later version of this period is published:{' '}
          <a className="govuk-link" href={later.href}>
            {later.text}
          </a>
          . This one stays as it was.
        </p>
      )}
    </>
  )
}
