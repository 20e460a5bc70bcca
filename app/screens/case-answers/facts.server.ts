import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { topicFormValue } from '~/domain/case/answers/fact-form-value'
import { isTopicCode, type TopicCode, TOPICS } from '~/domain/case/answers/fact-topics'
import { topicSchema } from '~/domain/case/answers/facts-form'
import { carriedOf } from '~/domain/case/carried/carried.server'
import type { DomainContext } from '~/domain/context'
import { serviceNames } from '~/domain/service/service-names.server'
import type { Day } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { notFound } from '~/http/respond.server'
import { waitingWords } from '~/screens/case/waiting-words'
import { openCaseFor } from '~/screens/case/facts.server'

const FROM_LAST =
  'The boxes hold answers from the last time where nothing is known yet. Change what no longer holds: saving confirms the rest'

/** What the page of one topic shows of a case, where told with the answers of the last time; null where it is not an open one of the viewer's team. */
export async function answersFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  { topic, fromLast }: { topic: TopicCode; fromLast: boolean },
) {
  const found = await openCaseFor(app, viewer, caseId)
  if (!found) return null
  const carried = await asViewer(app.db, viewer, trx => carriedOf(trx, caseId))
  const waits = TOPICS[topic].questions.filter(({ field }) => carried.fields.includes(field))
  const then = Object.fromEntries(waits.map(({ field }) => [field, carried.facts[field]]))
  const asksForServices = TOPICS[topic].questions.some(({ kind }) => kind === 'avoid')
  return {
    topic,
    summary: found.summary,
    facts: found.facts,
    kept: topicFormValue(topic, fromLast ? { ...found.facts, ...then } : found.facts),
    waiting: waits.length === 0 ? null : fromLast ? FROM_LAST : waitingWords(waits.length),
    services: asksForServices ? await serviceNames(app.db, viewer) : [],
    carried: { idempotencyKey: newIdempotencyKey(), version: found.topicVersions[topic] },
  }
}

/** The topic an address names. @throws the page that is not there */
export function topicFrom(text: string | undefined): TopicCode {
  if (text === undefined || !isTopicCode(text)) throw notFound()
  return text
}

/** The form of a topic, by the day it is in London. */
export function schemaOf(topic: TopicCode) {
  return (today: Day) => topicSchema(topic, today)
}
