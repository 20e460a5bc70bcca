import type { SubmissionResult } from '@conform-to/react'

import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import { StrikeOut } from '~/ui/strike-out'
import type { DecisionPage } from './facts.server'

interface DecisionProps {
  page: DecisionPage
  submission?: SubmissionResult<string[]>
}

/** One decision of an editor: its words anew or struck out, or taken back with what follows. */
export function DecisionScreen({ page, submission }: DecisionProps) {
  const { serviceId, name, provider, review, words, mayStrike, follows, keys } = page
  // Two forms share the page: what was refused is kept in the one that was sent.
  const intent = submission?.initialValue?.intent
  const refused = intent === 'strike' || intent === 'take_back' ? undefined : submission
  const form = formStateOf('words', refused, { words: words ?? '' })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('approvals/:serviceId', { serviceId })}>Back to the entry</BackLink>
        <ErrorSummary items={wrongIn(formStateOf('words', submission), ['intent', 'words'])} />
        <span className="govuk-caption-l">
          {name}, {provider}
        </span>
        <h1 className="govuk-heading-l">Correct what an editor decided</h1>
        <p className="govuk-inset-text">
          {review.words === null ? review.decision : `${review.decision}: ${review.words}`}
          <span className="tg-quiet">
            {' '}
            ({review.by}, {review.when})
          </span>
          {review.back && <strong> {review.back}</strong>}
        </p>
        {words !== null && (
          <PostForm id={form.formId} noValidate>
            <Textarea
              {...fieldOf(form, 'words')}
              label="Words to the provider"
              hint="What they said before stays in the history of the entry, and the provider is told. Name no address"
            />
            <HiddenFields values={keys.words} refused={refused} />
            <HiddenFields values={{ intent: 'words' }} />
            <Button>Save the words</Button>
          </PostForm>
        )}
        {mayStrike && (
          <StrikeOut
            removes="the words for good, here and in the history of the entry, with every earlier wording. Who wrote them, and when, stays."
            values={{ ...keys.strike, intent: 'strike' }}
            about={`${review.decision}, ${review.when}`}
          />
        )}
        {follows && (
          <>
            <h2 className="govuk-heading-m">Decided by mistake?</h2>
            <p className="govuk-body">{follows}</p>
            <PostButton values={{ ...keys.take_back, intent: 'take_back' }} look="warning">
              Take it back
            </PostButton>
          </>
        )}
      </div>
    </div>
  )
}
