import type { SubmissionResult } from '@conform-to/react'

import { INVITATION_DAYS } from '~/domain/people/invitation'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { InviteFacts } from './facts.server'

/** The form that invites somebody. */
export function InviteScreen({
  organisations,
  roles,
  sendsMail,
  carried,
  submission,
}: InviteFacts & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('invite', submission)
  const [own] = organisations.length === 1 ? organisations : []
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/people">Back to people</BackLink>
        <ErrorSummary items={wrongIn(form, ['email', 'organisationId', 'role'])} />
        <h1 className="govuk-heading-l">Invite somebody{own && ` to ${own.text}`}</h1>
        <p className="govuk-body">
          {sendsMail
            ? `They are sent a link that works once, for ${INVITATION_DAYS} days, and choose their own name and password.`
            : `No email is sent from here: you are shown a link that works once, for ${INVITATION_DAYS} days, and hand it to them yourself. They choose their own name and password.`}
        </p>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'email')}
            type="email"
            label="Email address"
            hint="Their own at work: not one that several people read"
            autoComplete="off"
            spellCheck={false}
          />
          {own ? (
            <HiddenFields values={{ organisationId: own.value }} />
          ) : (
            <Select
              {...fieldOf(form, 'organisationId')}
              label="Organisation"
              options={organisations}
              emptyText="Choose an organisation"
            />
          )}
          <Radios {...fieldOf(form, 'role')} legend="What they do there" choices={roles} />
          <HiddenFields values={carried} />
          <Button>{sendsMail ? 'Send the invitation' : 'Make the invitation'}</Button>
        </PostForm>
      </div>
    </div>
  )
}
