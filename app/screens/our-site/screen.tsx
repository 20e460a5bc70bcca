import type { SubmissionResult } from '@conform-to/react'

import { HIDDEN_SITE_FIELDS, SITE_FIELDS } from '~/domain/entry/site'
import { href } from '~/paths'
import { EntryFields } from '~/screens/our-entry/entry-fields'
import { HiddenHistoryLink } from '~/screens/our-service/sites'
import { AgainTick } from '~/ui/form/again-tick'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import { WarningText } from '~/ui/warning-text'
import type { SitePage } from './facts.server'

/** One place of a service. */
export function SiteScreen({
  page: { serviceId, isNew, isHidden, name, start, carried },
  submission,
}: {
  page: SitePage
  submission?: SubmissionResult<string[]>
}) {
  const fields = isHidden ? HIDDEN_SITE_FIELDS : SITE_FIELDS
  const form = formStateOf('site', submission, start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId', { serviceId })}>Back to the entry</BackLink>
        <ErrorSummary items={wrongIn(form, [...fields.map(field => field.name), 'again'])} />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">{isNew ? 'Add a place' : 'Change a place'}</h1>
        {isHidden ? (
          <WarningText>
            This place is hidden. Where it is is kept apart, read by your managers alone, and used by no
            search, map or list.
          </WarningText>
        ) : (
          <p className="govuk-body">The entry shows this address to everybody who may read it.</p>
        )}
        <PostForm id={form.formId} noValidate>
          <EntryFields form={form} fields={fields} />
          <AgainTick form={form} />
          <HiddenFields values={carried} refused={submission} />
          <Button>Save</Button>
        </PostForm>
        {!isNew && (
          <PostButton look="link" about={`from ${name}`} values={{ ...carried, intent: 'remove' }}>
            Take this place out
          </PostButton>
        )}
        {isHidden && <HiddenHistoryLink serviceId={serviceId} />}
      </div>
    </div>
  )
}
