import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { TOPICS, type TopicCode } from '~/domain/case/answers/fact-topics'
import { compareAnswers, nextTopic } from '~/domain/case/answers/topic-answers'
import { PersonFacts } from '~/domain/eligibility/facts'
import { CaseSummary } from '~/screens/case/case-summary'
import type { CaseSummaryWords } from '~/screens/case/summary'
import { BackLink } from '~/ui/page/breadcrumbs'
import { StaleNotice } from './stale-notice'
import { TopicErrors, TopicForm, type TopicFormProps } from './topic-form'

type Submission = SubmissionResult<string[]>

interface CaseAnswersProps extends Pick<TopicFormProps, 'kept' | 'services' | 'carried'> {
  topic: TopicCode
  summary: CaseSummaryWords
  /** What is said of answers of the last time that wait to be confirmed; null for none. */
  waiting: string | null
  /** What is kept, to compare with. */
  facts: PersonFacts
  /** What came back: to be mended, to say who may be told, or beside what a colleague saved first. */
  sent?:
    | { submission: Submission }
    | { asking: { submission: Submission; asked: TopicFormProps['asked']; title: string; text: string } }
    | { conflict: { submission: Submission; yours: unknown } }
}

/** The page of one topic: its questions, what is wrong with the answers, and what a colleague saved first. */
export function CaseAnswersScreen({
  topic,
  summary,
  facts,
  kept,
  waiting,
  services,
  carried,
  sent,
}: CaseAnswersProps) {
  const asking = sent && 'asking' in sent ? sent.asking : null
  const conflict = sent && 'conflict' in sent ? sent.conflict : null
  const submission = sent && 'submission' in sent ? sent.submission : (conflict ?? asking)?.submission
  const yours = conflict && PersonFacts.parse(conflict.yours)
  const next = nextTopic(topic)
  return (
    <>
      <BackLink to={`/cases/${summary.caseId}`}>Back to the case</BackLink>
      <CaseSummary {...summary} linked />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <TopicErrors topic={TOPICS[topic]} submission={submission} asked={asking?.asked ?? []} />
          <h1 className="govuk-heading-l">{asking?.title ?? TOPICS[topic].title}</h1>
          {yours && <StaleNotice answers={compareAnswers(topic, yours, facts)} />}
          <p className="govuk-body">
            {asking?.text ?? 'Every answer may be not known yet. What is asked here is never asked again.'}
          </p>
          {waiting && (
            <p className="govuk-inset-text">
              {waiting}.{' '}
              <Link className="govuk-link" to={`/cases/${summary.caseId}/carried`}>
                All answers from the last time
              </Link>
            </p>
          )}
          <TopicForm
            topic={TOPICS[topic]}
            kept={kept}
            submission={submission}
            services={services}
            carried={carried}
            asked={asking?.asked ?? []}
            next={next && { action: '?then=next', title: TOPICS[next].title }}
          />
        </div>
      </div>
    </>
  )
}
