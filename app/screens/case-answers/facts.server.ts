import type { SignedInViewer } from '@db/viewer'
import { topicFormValue } from '~/domain/case/answers/fact-form-value'
import { isTopicCode, type TopicCode, TOPICS } from '~/domain/case/answers/fact-topics'
import { topicSchema } from '~/domain/case/answers/facts-form'
import type { DomainContext } from '~/domain/context'
import { serviceNames } from '~/domain/service/service-names.server'
import type { Day } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { notFound } from '~/http/respond.server'
import { openCaseFor } from '~/screens/case/facts.server'

/** What the page of one topic shows of a case; null where it is not an open one of the viewer's team. */
export async function answersFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  topic: TopicCode,
) {
  const found = await openCaseFor(app, viewer, caseId)
  if (!found) return null
  const asksForServices = TOPICS[topic].questions.some(({ kind }) => kind === 'avoid')
  return {
    topic,
    summary: found.summary,
    facts: found.facts,
    kept: topicFormValue(topic, found.facts),
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
