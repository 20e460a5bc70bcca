import type { SubmissionResult } from '@conform-to/react'

import { NEW_ENTRY_FIELDS, WOMEN_QUESTION } from '~/domain/entry/new-entry-form'
import { href } from '~/paths'
import { EntryFields } from '~/screens/our-entry/entry-fields'
import { AgainTick } from '~/ui/form/again-tick'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { NewEntryPage } from './facts.server'

const YES_NO = [
  { value: 'yes', text: 'Yes', hint: 'Its places are hidden until an editor has decided with you' },
  { value: 'no', text: 'No' },
]

/** The page that begins an entry: as little as it takes to be told from others. */
export function NewEntryScreen({
  page: { organisations, carried },
  submission,
}: {
  page: NewEntryPage
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('new-entry', submission)
  const names = ['organisationId', ...NEW_ENTRY_FIELDS.map(field => field.name), 'isForWomenOrAbuse', 'again']
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services', {})}>Back to the services</BackLink>
        <ErrorSummary items={wrongIn(form, names)} />
        <h1 className="govuk-heading-l">Add a service</h1>
        <p className="govuk-body">
          It begins as a draft that nobody else sees. You add the rest page by page, then send it to an
          editor.
        </p>
        <PostForm id={form.formId} noValidate>
          {organisations && (
            <Select
              {...fieldOf(form, 'organisationId')}
              label="Whose service is it?"
              options={organisations}
              emptyText="Choose"
            />
          )}
          <EntryFields form={form} fields={NEW_ENTRY_FIELDS} />
          <Radios {...fieldOf(form, 'isForWomenOrAbuse')} legend={WOMEN_QUESTION} small choices={YES_NO} />
          <AgainTick form={form} />
          <HiddenFields values={carried} />
          <Button>Begin the entry</Button>
        </PostForm>
      </div>
    </div>
  )
}
