import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostForm } from '~/ui/form/post-form'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { PersonFound } from './page'

interface PersonProps {
  sent?: { submission: SubmissionResult<string[]> } | { found: PersonFound; typed: string }
}

/** Where an administrator finds everything held on one person, on request. It posts: a number enters no address. */
export function AdministrationPersonScreen({ sent }: PersonProps) {
  const submission = sent && 'submission' in sent ? sent.submission : undefined
  const answer = sent && 'found' in sent ? sent : null
  const form = formStateOf('person', submission, { number: answer?.typed ?? '' })
  return (
    <>
      <BackLink to="/administration">Administration</BackLink>
      <ErrorSummary items={wrongIn(form, ['number'])} />
      <h1 className="govuk-heading-l">Everything held on one person</h1>
      <p className="tg-lede">
        For a person’s own request to see what is held. Whom you look up, and what you read, is written in the
        audit.
      </p>
      <PostForm id={form.formId} noValidate>
        <TextInput
          {...fieldOf(form, 'number')}
          label="Prison number or CRN"
          width={10}
          autoComplete="off"
          spellCheck={false}
        />
        <Button>Find</Button>
      </PostForm>
      {answer && <Found found={answer.found} />}
    </>
  )
}

function Found({ found: { heading, cases, listed } }: { found: PersonFound }) {
  return (
    <section>
      <h2 className="govuk-heading-m">{heading}</h2>
      {cases.length === 0 && (
        <p className="govuk-body">
          A case is deleted once it has been closed for as long as the settings say. What is left of one then
          is its reference, and figures without a name.
        </p>
      )}
      <ul className="tg-lines">
        {cases.map(({ id, to, reference, about }) => (
          <li key={id} className="tg-line">
            <div className="tg-line__what">
              <Link className="govuk-link govuk-link--no-visited-state tg-line__title" to={to}>
                Everything held, from {reference}
              </Link>
              <p className="tg-quiet">{about}</p>
            </div>
          </li>
        ))}
      </ul>
      {listed.map((words, at) => (
        <p key={at} className="govuk-body">
          {words}.
        </p>
      ))}
    </section>
  )
}
