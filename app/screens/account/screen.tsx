import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { HistoryTable } from '~/ui/history'
import { SummaryList } from '~/ui/summary-list'
import type { AccountFacts } from './facts.server'

/** Somebody's own account: who they are here, for whom they act, and what they can change. */
export function AccountScreen({
  submission,
  ...page
}: AccountFacts & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('account', submission, { name: page.name })
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary items={wrongIn(form, ['name'])} />
        <h1 className="govuk-heading-l">Your account</h1>
        <SummaryList
          rows={[
            { key: 'Email address', value: page.email, action: { to: '/account/email' } },
            {
              key: 'Password',
              value: 'Kept so that nobody can read it',
              action: { to: '/account/password' },
            },
            {
              key: 'Second factor',
              value: 'Asked for after your password',
              action: { to: '/account/second-factor' },
            },
            {
              key: 'Signed in',
              value: 'Here, and perhaps in other browsers',
              action: { to: '/account/sessions', text: 'See where' },
            },
            ...(page.mayBeCovered
              ? [
                  {
                    key: 'When you are away',
                    value: page.away ?? 'You have not said that you are away',
                    action: { to: '/account/cover' },
                  },
                ]
              : []),
          ]}
        />
        <ActsFor accesses={page.accesses} />
        <h2 className="govuk-heading-m">Your name</h2>
        <PostForm id={form.formId} noValidate>
          <TextInput
            {...fieldOf(form, 'name')}
            label="Name"
            hint="As your colleagues know it. They see it beside what you do; what it was before stays in your history"
            autoComplete="name"
            spellCheck={false}
          />
          <HiddenFields values={{ ...page.carried, intent: 'name' }} />
          <Button look="secondary">Save your name</Button>
        </PostForm>
        <h2 className="govuk-heading-m">History</h2>
        {page.changes.length === 0 ? (
          <p className="govuk-body">Nothing has been changed.</p>
        ) : (
          <HistoryTable caption="What changed of your account, the latest first" entries={page.changes} />
        )}
      </div>
    </div>
  )
}

function ActsFor({ accesses }: Pick<AccountFacts, 'accesses'>) {
  return (
    <section>
      <h2 className="govuk-heading-m">For whom you act</h2>
      <ul className="govuk-list govuk-list--spaced">
        {accesses.map(({ membershipId, words, isCurrent }) => (
          <li key={membershipId}>
            {words}
            {isCurrent ? (
              <strong> (now)</strong>
            ) : (
              <>
                {' '}
                <PostButton look="link" about={words} values={{ intent: 'act-for', membershipId }}>
                  Act for them
                </PostButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
