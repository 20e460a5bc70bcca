import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { UNREAD_WHY } from '~/domain/entry/hidden/unread'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Pagination } from '~/ui/pagination'
import type { UnreadWords } from './unread-facts.server'

/** Old words of hidden places, struck out by an administrator who does not read them. */
export function UnreadScreen({
  submission,
  ...page
}: UnreadWords & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('strike-unread', submission, {})
  const { id, name, choices, struck, paging, idempotencyKey } = page
  return (
    <>
      <BackLink to={href('our-services/:serviceId', { serviceId: id })}>Back to the entry</BackLink>
      <ErrorSummary items={wrongIn(form, ['words', 'why'])} />
      <span className="govuk-caption-l">{name}</span>
      <h1 className="govuk-heading-l">Strike out old words of hidden places</h1>
      <p className="govuk-body">
        The managers of the provider read these words and strike them out. You do so on a written request,
        without reading them: they are not shown here. What the place says now stays as it is.
      </p>
      <p className="govuk-body">
        Where there are several, places are numbered as they were first entered, and the words of one field as
        they were changed, the earliest first.
      </p>
      {choices.length === 0 ? (
        <p className="govuk-body">No old words are kept of a hidden place that could be struck out.</p>
      ) : (
        <PostForm id={form.formId} noValidate>
          <Radios
            {...fieldOf(form, 'words')}
            legend="Which words were asked to be struck out?"
            choices={choices}
          />
          <Radios {...fieldOf(form, 'why')} legend="Why are they struck out?" choices={WHY} />
          <HiddenFields values={{ idempotencyKey }} refused={submission} />
          <p className="govuk-body">
            They go for good, wherever the hidden history of that place has them. That you struck them out,
            when and why stays, and the provider’s managers read it.
          </p>
          <p className="govuk-body">
            Whether other words of this list said the same is not told, so those stay on it. What was said of
            a place while it was shown is struck out in the{' '}
            <Link className="govuk-link" to={href('our-services/:serviceId/history', { serviceId: id })}>
              history of the entry
            </Link>
            .
          </p>
          <Button look="warning">Strike out the words</Button>
        </PostForm>
      )}
      {struck.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Struck out on a written request</h2>
          <HistoryTable
            caption="Words that were struck out on request, by when they were changed"
            entries={struck}
          />
        </>
      )}
      <Pagination
        label="Old words"
        page={paging.page}
        pages={paging.pages}
        hrefOf={at => `${href('our-services/:serviceId/sites/history', { serviceId: id })}?page=${at}`}
      />
    </>
  )
}

const WHY = choicesOf(UNREAD_WHY)
