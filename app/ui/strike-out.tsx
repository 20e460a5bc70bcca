import { PostButton, type PostButtonProps } from './form/post-button'

export interface StrikeOutProps extends Required<Pick<PostButtonProps, 'values' | 'about'>> {
  /** 'This should never have been typed' unless told. */
  summary?: string
  /** What striking out removes, and what stays: 'the words for good. Who did, and when, stays.' */
  removes: string
  /** 'Strike out' unless told. */
  children?: string
}

/** The button that strikes words out for good, behind a summary that says when: one for every place of words. */
export function StrikeOut({
  summary = 'This should never have been typed',
  removes,
  children = 'Strike out',
  ...button
}: StrikeOutProps) {
  return (
    <details className="govuk-details tg-screen-only">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">
        <p className="govuk-body">Striking out removes {removes}</p>
        <PostButton look="warning" {...button}>
          {children}
        </PostButton>
      </div>
    </details>
  )
}
