import type { SubmissionResult } from '@conform-to/react'

import { AUTHORITY_CHOICES } from '~/domain/organisation/organisation-fields'
import { INVITATION_DAYS } from '~/domain/people/invitation'
import { SameName } from '~/screens/organisations/same-name'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { optionsOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Select } from '~/ui/form/select'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'

const NAMES = [
  'name',
  'sameName',
  'kind',
  'authorityCode',
  'runs',
  'applicantName',
  'applicantEmail',
  'applicantPhone',
]
const KINDS = [
  { value: 'provider', text: 'A provider of housing or support' },
  { value: 'council', text: 'A council' },
]

/** The form by which an organisation asks to join, and what follows. */
export function ApplyScreen({
  sendsMail,
  submission,
}: {
  sendsMail: boolean
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('apply', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={wrongIn(form, NAMES)} />
        <h1 className="govuk-heading-l">Ask to join as an organisation</h1>
        <p className="govuk-body">
          For providers and councils of the region. If yours is on Throughgate already, ask a colleague there
          to invite you. Tell us nothing about anybody you support.
        </p>
        <WhatHappensNext sendsMail={sendsMail} />
        <PostForm id={form.formId} noValidate>
          <TextInput {...fieldOf(form, 'name')} label="Name of your organisation" />
          <SameName form={form} />
          <Radios {...fieldOf(form, 'kind')} legend="What is it?" small choices={KINDS} />
          <Select
            {...fieldOf(form, 'authorityCode')}
            label="If a council: which"
            options={optionsOf(AUTHORITY_CHOICES)}
            emptyText="Choose"
          />
          <Textarea {...fieldOf(form, 'runs')} label="What you run, and where" rows={4} />
          <TextInput {...fieldOf(form, 'applicantName')} label="Your name" autoComplete="name" />
          <TextInput
            {...fieldOf(form, 'applicantEmail')}
            label="Your email address at work"
            type="email"
            autoComplete="email"
          />
          <TextInput
            {...fieldOf(form, 'applicantPhone')}
            label="Your phone number at work (optional)"
            type="tel"
            autoComplete="tel"
            width={20}
          />
          <Button>Send</Button>
        </PostForm>
      </div>
    </div>
  )
}

/** What follows, and when. */
function WhatHappensNext({ sendsMail }: { sendsMail: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">What happens next</h2>
      <ol className="govuk-list govuk-list--number">
        <li>An editor of the region reads what you send, and may ring you to be sure who asks.</li>
        <li>
          {sendsMail
            ? 'You are emailed the decision either way: if it is no, with the reason.'
            : 'No email is sent from here. You are rung with the decision where you give a number; otherwise ask the editor.'}
        </li>
        <li>
          If it is yes, you are given a link. It works once, for {INVITATION_DAYS} days: you choose a
          password, and are the first person of your organisation.
        </li>
        <li>You enter your services. Each is shown in the directory once an editor has read it with you.</li>
      </ol>
    </>
  )
}
