import type { SubmissionResult } from '@conform-to/react'

import { sayValue } from '~/domain/policy/policy-changes'
import { policyField, type PolicyFieldName } from '~/domain/policy/policy-fields'
import { policyTopic } from '~/domain/policy/policy-topics'
import { href } from '~/paths'
import { LinedFacts } from '~/screens/service/lined-facts'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { type FormState, formStateOf, startOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Tick } from '~/ui/form/tick'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Table } from '~/ui/table'
import { AnswerField, typedOf } from './answer-field'
import type { TopicFacts } from './facts.server'
import { SureTicks } from './sure-ticks'
import { TurnedAwayNote } from './turned-away-note'

interface TopicScreenProps extends TopicFacts {
  /** What came back with something to mend, to tick, or beside what a colleague saved first. */
  sent?: { submission: SubmissionResult<string[]>; asked: readonly { code: string; text: string }[] }
}

/** The form of one topic of a policy. */
export function TopicScreen({ topic, serviceId, name, kept, turnedAway, carried, sent }: TopicScreenProps) {
  const { title, fields } = policyTopic(topic)
  const form = formStateOf('policy', sent?.submission, kept)
  const isStale = sent !== undefined && sent.submission.initialValue?.version === undefined
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId/policy', { serviceId })}>Back to the policy</BackLink>
        <ErrorSummary items={wrongIn(form, [...fields, 'verifiesAll'])} />
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">{title}</h1>
        {isStale && <BothVersions fields={fields} kept={kept} form={form} />}
        {turnedAway.length > 0 && (
          <section aria-labelledby="turned-away">
            <h2 className="govuk-heading-s" id="turned-away">
              Who this turns away, as it is saved
            </h2>
            <LinedFacts rows={turnedAway} />
            <TurnedAwayNote />
          </section>
        )}
        <PostForm noValidate>
          {fields.map(field => (
            <AnswerField key={field} name={field} form={form} />
          ))}
          <SureTicks asked={sent?.asked ?? []} />
          <Tick
            {...startOf(form, 'verifiesAll')}
            text="The rest of the policy is still right too: verify the whole of it"
            isTicked={form.values.verifiesAll === 'yes'}
          />
          <HiddenFields values={carried} refused={sent?.submission} />
          <Actions>
            <Button>Save</Button>
          </Actions>
        </PostForm>
      </div>
    </div>
  )
}

/** What somebody saved first beside what this person typed. */
function BothVersions({
  fields,
  kept,
  form,
}: Pick<TopicFacts, 'kept'> & { fields: readonly PolicyFieldName[]; form: FormState }) {
  const rows = fields.map(name => ({
    key: policyField(name).label,
    theirs: sayValue(name, kept[name]),
    yours: sayValue(name, typedOf(name, form)),
  }))
  const changed = rows.filter(({ theirs, yours }) => theirs !== yours)
  if (changed.length === 0)
    return <p className="govuk-body">On this page, what you typed is what is saved now.</p>
  return (
    <Table<(typeof rows)[number]>
      caption="What differs"
      rowHeaders
      rows={changed}
      rowKey={row => row.key}
      columns={[
        { heading: 'Answer', cell: row => row.key },
        { heading: 'Saved now', cell: row => row.theirs },
        { heading: 'You typed', cell: row => row.yours },
      ]}
    />
  )
}
