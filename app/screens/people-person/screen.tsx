import type { SubmissionResult } from '@conform-to/react'

import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { END_REASONS } from '~/domain/people/end-reasons'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, type FormState, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { TextInput } from '~/ui/form/text-input'
import { HistoryTable } from '~/ui/history'
import { BackLink } from '~/ui/page/breadcrumbs'
import { SummaryList } from '~/ui/summary-list'
import type { PersonFacts } from './facts.server'

interface PersonProps extends PersonFacts {
  submission?: SubmissionResult<string[]>
}

/** One person's access at one organisation: what it is, what can be changed, and what it was. */
export function PersonScreen({ submission, ...page }: PersonProps) {
  const form = formStateOf('person', submission)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/people">Back to people</BackLink>
        <ErrorSummary items={wrongIn(form, ['name', 'role', 'reason'])} />
        <h1 className="govuk-heading-l">{page.name}</h1>
        <SummaryList
          rows={[
            { key: 'Email address', value: page.email },
            {
              key: 'Organisation',
              value: page.isClosed
                ? `${page.organisationName}: closed, nobody of it can sign in`
                : page.organisationName,
            },
            { key: 'What they do there', value: page.role },
            { key: 'Since', value: page.since },
            ...(page.ended ? [{ key: 'Ended', value: page.ended }] : []),
          ]}
        />
        {page.mayMendSignIn && (
          <p className="govuk-body">
            <Link
              className="govuk-link"
              to={href('people/:membershipId/sign-in', { membershipId: page.membershipId })}
            >
              Mend how they sign in: email address, password, second factor
            </Link>
          </p>
        )}
        {page.ended === null && page.mayKeep && <Changes page={page} submission={submission} />}
        <h2 className="govuk-heading-m">History</h2>
        {page.changes.length === 0 ? (
          <p className="govuk-body">Nothing has been changed.</p>
        ) : (
          <HistoryTable caption="What changed, the latest first" entries={page.changes} />
        )}
      </div>
    </div>
  )
}

/** Each form starts from what is kept but the one that came back with something to mend. */
function Changes({ page, submission }: { page: PersonFacts; submission?: SubmissionResult<string[]> }) {
  const sent = submission?.initialValue?.intent
  const changeOf = (intent: 'name' | 'role' | 'end') => {
    const refused = sent === intent || sent === undefined ? submission : undefined
    return { page, refused, form: formStateOf('person', refused, page.start) }
  }
  return (
    <>
      <Rename {...changeOf('name')} />
      {page.roles.length > 1 && <Role {...changeOf('role')} />}
      <End {...changeOf('end')} />
    </>
  )
}

interface ChangeProps {
  page: PersonFacts
  refused: SubmissionResult<string[]> | undefined
  form: FormState
}

function Rename({ page, refused, form }: ChangeProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Correct the name</h2>
      <PostForm noValidate>
        <TextInput {...fieldOf(form, 'name')} label="Name" spellCheck={false} />
        <HiddenFields values={{ ...page.carried.name, intent: 'name' }} refused={refused} />
        <Button look="secondary">Save the name</Button>
      </PostForm>
    </section>
  )
}

function Role({ page, refused, form }: ChangeProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Change what they do</h2>
      <PostForm noValidate>
        <Radios {...fieldOf(form, 'role')} legend="What they do there" small choices={page.roles} />
        <HiddenFields values={{ ...page.carried.role, intent: 'role' }} refused={refused} />
        <Button look="secondary">Save what they do</Button>
      </PostForm>
    </section>
  )
}

function End({ page, refused, form }: ChangeProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">End their access</h2>
      <p className="govuk-body">
        They are signed out at once. What they did stays in the histories under their name; what waits for
        them is told to their team. To come back they are invited again.
      </p>
      <PostForm noValidate>
        <Radios {...fieldOf(form, 'reason')} legend="Why it ends" small choices={choicesOf(END_REASONS)} />
        <HiddenFields values={{ ...page.carried.end, intent: 'end' }} refused={refused} />
        <Button look="warning">End access</Button>
      </PostForm>
    </section>
  )
}
