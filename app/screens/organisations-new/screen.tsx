import type { SubmissionResult } from '@conform-to/react'

import { NEW_FIELDS } from '~/domain/organisation/organisation-fields'
import { href } from '~/paths'
import { EntryFields } from '~/screens/our-entry/entry-fields'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { SameName } from '~/screens/organisations/same-name'
import { BackLink } from '~/ui/page/breadcrumbs'

/** The page that makes an organisation. */
export function NewOrganisationScreen({
  idempotencyKey,
  submission,
}: {
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('organisation', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('organisations', {})}>Back to the organisations</BackLink>
        <ErrorSummary items={wrongIn(form, ['sameName', ...NEW_FIELDS.map(field => field.name)])} />
        <h1 className="govuk-heading-l">Add an organisation</h1>
        <PostForm id={form.formId} noValidate>
          <EntryFields form={form} fields={NEW_FIELDS} />
          <SameName form={form} />
          <HiddenFields values={{ idempotencyKey }} />
          <Button>Add it</Button>
        </PostForm>
      </div>
    </div>
  )
}
