import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { NOTE_ANSWERS, NOTE_WORDS_LIMIT } from '~/domain/entry-note/note'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, startOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import { StrikeOut } from '~/ui/strike-out'
import { SummaryList } from '~/ui/summary-list'
import type { NotePage } from './facts.server'
import { NoteFields } from './note-fields'
import { inSentence } from '~/domain/words/english'

interface NoteProps {
  page: NotePage
  submission?: SubmissionResult<string[]>
}

/** One note about an entry: what was told, how it is answered, and what the reader may do with it. */
export function NoteScreen({ page, submission }: NoteProps) {
  const { serviceId, serviceName, provider, isTeller, standing, rows } = page
  const form = formStateOf('note', submission, page.start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink
          to={
            isTeller
              ? href('services/:serviceId', { serviceId })
              : href('our-services/:serviceId', { serviceId })
          }
        >
          {isTeller ? 'Back to the service' : 'Back to the entry'}
        </BackLink>
        <ErrorSummary items={wrongIn(form, ['part', 'kind', 'words', 'answer', 'answerWords'])} />
        <span className="govuk-caption-l">
          {serviceName}, {provider}
        </span>
        <h1 className="govuk-heading-l">Something is wrong with this entry</h1>
        <p className="govuk-inset-text">{standing}</p>
        <SummaryList rows={rows} />
        <div id={startOf(form, 'part').id}>
          {page.strikes.map(strike => (
            <Striking key={strike.part} strike={strike} />
          ))}
        </div>
        {page.mayAnswer && <Answering page={page} submission={submission} />}
        {isTeller && page.isAnswered && <StillWrong serviceId={serviceId} />}
        {page.mayCorrect && <Correcting page={page} submission={submission} />}
      </div>
    </div>
  )
}

const STRIKES: Readonly<Record<NotePage['strikes'][number]['part'], string>> = {
  words: 'What was told',
  answer_words: 'The word back',
}

function Striking({ strike }: { strike: NotePage['strikes'][number] }) {
  return (
    <StrikeOut
      summary={`${STRIKES[strike.part]} should never have been typed`}
      removes="the words for good, here and in the history of the entry. Who did, and when, stays."
      values={strike}
      about={inSentence(STRIKES[strike.part])}
    />
  )
}

/** Several forms share the page: what was refused is kept in the one that was sent. */
function refusedAs(intent: string, { page, submission }: NoteProps) {
  const sent = submission?.initialValue?.intent
  const refused = sent === undefined || sent === intent ? submission : undefined
  return { refused, form: formStateOf('note', refused, page.start) }
}

/** An answer is not the last word: whoever told it may tell it again. */
function StillWrong({ serviceId }: Pick<NotePage, 'serviceId'>) {
  return (
    <p className="govuk-body">
      Is it still wrong?{' '}
      <Link className="govuk-link" to={href('services/:serviceId/something-is-wrong', { serviceId })}>
        Tell it again
      </Link>
      , with what the answer overlooks: once a day, and not on the day it was told.
    </p>
  )
}

function Answering(props: NoteProps) {
  const { page } = props
  const { form, refused } = refusedAs('answer', props)
  return (
    <PostForm id="answer" noValidate>
      <h2 className="govuk-heading-m">{page.isAnswered ? 'Correct the answer' : 'Answer'}</h2>
      {!page.isAnswered && (
        <p className="govuk-body">
          If it is wrong,{' '}
          <Link className="govuk-link" to={href('our-services/:serviceId', { serviceId: page.serviceId })}>
            mend the entry
          </Link>{' '}
          first.
        </p>
      )}
      <Radios
        {...fieldOf(form, 'answer')}
        legend="How does it stand?"
        small
        choices={choicesOf(NOTE_ANSWERS)}
      />
      <Textarea
        {...fieldOf(form, 'answerWords')}
        label="A word back (optional)"
        hint={`Up to ${NOTE_WORDS_LIMIT} characters. Who told it reads it, and your own people and the editors`}
        rows={3}
      />
      <HiddenFields values={{ ...page.keys.answer, intent: 'answer' }} refused={refused} />
      <Button>{page.isAnswered ? 'Save the answer' : 'Answer'}</Button>
    </PostForm>
  )
}

function Correcting(props: NoteProps) {
  const { page } = props
  const { form, refused } = refusedAs('correct', props)
  return (
    <>
      <PostForm id="correct" noValidate>
        <h2 className="govuk-heading-m">Correct what you told</h2>
        <NoteFields form={form} />
        <HiddenFields values={{ ...page.keys.correct, intent: 'correct' }} refused={refused} />
        <Button look="secondary">Save</Button>
      </PostForm>
      <PostButton look="secondary" values={{ ...page.keys.take_back, intent: 'take_back' }}>
        Take it back
      </PostButton>
    </>
  )
}
