import type { SubmissionResult } from '@conform-to/react'

import { type AskedProvider, passOnName } from '~/domain/case/answers/pass-on'
import type { Question, Topic } from '~/domain/case/answers/fact-topics'
import { Actions, Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import type { AvoidableService } from './avoid-field'
import { errorItems } from '~/ui/form/form-errors'
import { fieldId, type FormState, formStateOf } from '~/ui/form/form-value'
import { Answered, PassOnFields } from './pass-on-field'
import { QuestionField } from './question-field'
import { inSentence } from '~/domain/words/english'

export interface TopicFormProps {
  topic: Topic
  /** What is kept, as the form holds it. */
  kept: Readonly<Record<string, unknown>>
  /** What came back with something to mend; it stands instead of what is kept. */
  submission?: SubmissionResult<string[]> | null
  services: readonly AvoidableService[]
  carried: { idempotencyKey: string; version: number }
  /** Open referrals whose answer the sent facts change: then it is asked whether that may be passed on. */
  asked: readonly AskedProvider[]
  /** The address that saves and goes on to the next topic, and its title; left out on the last. */
  next?: { action: string; title: string } | null
}

const FORM_ID = 'answers'

/** Every question of one topic on one page. Each may be left not known yet. */
export function TopicForm({ topic, kept, submission, services, carried, asked, next }: TopicFormProps) {
  const form = formStateOf(FORM_ID, submission, kept)
  const questions = topic.questions.map(question => (
    <QuestionField
      key={question.field}
      question={question}
      form={form}
      services={services}
      onlyIf={onlyIf(question, topic)}
    />
  ))
  return (
    <PostForm noValidate>
      {asked.length === 0 ? (
        questions
      ) : (
        <>
          <PassOnFields form={form} asked={asked} />
          <Answered title={topic.title}>{questions}</Answered>
        </>
      )}
      <HiddenFields values={carried} refused={submission} />
      <Actions>
        <Button>Save</Button>
        {next && (
          <Button look="secondary" formAction={next.action}>
            Save and go to {inSentence(next.title)}
          </Button>
        )}
      </Actions>
    </PostForm>
  )
}

/** What is wrong, each line a link to its question. Stands at the top of the page, above the heading. */
export function TopicErrors({
  topic,
  submission,
  asked,
}: Pick<TopicFormProps, 'topic' | 'submission' | 'asked'>) {
  const form = formStateOf(FORM_ID, submission)
  const fields = [
    ...asked.map(({ id }) => fieldNamed(form, passOnName(id))),
    ...topic.questions.flatMap(({ kind, field }) => [
      // The first box of a month has the id of the whole.
      ...(kind === 'month' ? [{ id: fieldId(form, field), name: `${field}.month` }] : []),
      fieldNamed(form, field),
    ]),
  ]
  return <ErrorSummary items={errorItems(form.errors, fields)} />
}

function fieldNamed(form: FormState, name: string) {
  return { id: fieldId(form, name), name }
}

/** 'Only if the answer above is: yes', or, where many answers raise it, 'Not needed if the answer above is: none'. */
function onlyIf({ onlyWhen }: Question, topic: Topic): string | undefined {
  if (!onlyWhen) return undefined
  const choices = topic.questions.find(({ field }) => field === onlyWhen.field)?.choices ?? {}
  const inWords = (codes: readonly string[]) =>
    codes.map(code => (choices[code] ?? code).toLowerCase()).join(', ')
  const others = Object.keys(choices).filter(code => !onlyWhen.is.includes(code))
  return onlyWhen.is.length > 2
    ? `Not needed if the answer above is: ${inWords(others)}`
    : `Only if the answer above is: ${inWords(onlyWhen.is)}`
}
