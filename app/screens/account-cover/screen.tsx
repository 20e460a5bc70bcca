import type { SubmissionResult } from '@conform-to/react'

import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Select } from '~/ui/form/select'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { CoverFacts } from './facts.server'

/** When somebody is away, and who acts for them. */
export function CoverScreen({
  submission,
  ...page
}: CoverFacts & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('cover', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/account">Back to your account</BackLink>
        <ErrorSummary items={wrongIn(form, ['fromOn', 'untilOn', 'coveredBy'])} />
        <h1 className="govuk-heading-l">When you are away</h1>
        <p className="govuk-body">
          A colleague acts for you: what Throughgate sends you goes to them too, and wherever your name stands
          as who to ask, theirs stands beside it.
        </p>
        {page.current.length > 0 && <Current covers={page.current} carried={page.carried} />}
        {page.colleagues.length === 0 ? (
          <p className="govuk-inset-text">
            Nobody else of your organisation can sign in yet, who could act for you.
          </p>
        ) : (
          <SayAway page={page} form={form} />
        )}
        {page.past.length > 0 && <Past covers={page.past} />}
      </div>
    </div>
  )
}

function SayAway({ page, form }: { page: CoverFacts; form: FormState }) {
  return (
    <PostForm id={form.formId} noValidate>
      <DateInput {...dateOf(form, 'fromOn')} legend="First day away" />
      <DateInput {...dateOf(form, 'untilOn')} legend="Last day away" />
      <Select
        {...fieldOf(form, 'coveredBy')}
        label="Who acts for you"
        options={page.colleagues}
        emptyText="Choose a colleague"
      />
      <HiddenFields values={page.carried} />
      <Button>Save</Button>
    </PostForm>
  )
}

function Current({ covers, carried }: { covers: CoverFacts['current']; carried: CoverFacts['carried'] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">What your colleagues see</h2>
      <ul className="govuk-list govuk-list--spaced">
        {covers.map(({ id, words }) => (
          <li key={id}>
            {words}{' '}
            <PostButton look="link" about={words} values={{ ...carried, intent: 'take-back', coverId: id }}>
              Take back
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Past({ covers }: { covers: CoverFacts['past'] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Before</h2>
      <ul className="govuk-list govuk-list--bullet">
        {covers.map(({ id, words, back }) => (
          <li key={id}>
            {words}
            {back && <span className="tg-quiet">, {back}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
