import type { SubmissionResult } from '@conform-to/react'

import { href } from '~/paths'
import { NoteFields } from '~/screens/entry-note/note-fields'
import { NoteLines } from '~/screens/entry-note/note-lines'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { TellPage } from './facts.server'

interface TellProps {
  page: TellPage
  submission?: SubmissionResult<string[]>
}

/** The page on which one tells that something is wrong with an entry, with what one told before and how it was answered. */
export function TellScreen({ page: { id, name, provider, told, carried }, submission }: TellProps) {
  const form = formStateOf('tell', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('services/:serviceId', { serviceId: id })}>Back to the service</BackLink>
        <ErrorSummary items={wrongIn(form, ['kind', 'words'])} />
        <span className="govuk-caption-l">
          {name}, {provider}
        </span>
        <h1 className="govuk-heading-l">Tell the provider something is wrong</h1>
        <p className="govuk-body">
          The provider and the region’s editors read it, with your name and where you work. Who mends the
          entry answers you. You can tell the same thing of a service once a day.
        </p>
        <PostForm id={form.formId} noValidate>
          <NoteFields form={form} />
          <HiddenFields values={carried} refused={submission} />
          <Button>Tell them</Button>
        </PostForm>
        {told.length > 0 && (
          <section aria-labelledby="told">
            <h2 className="govuk-heading-m" id="told">
              What you told before
            </h2>
            <NoteLines notes={told} />
          </section>
        )}
      </div>
    </div>
  )
}
