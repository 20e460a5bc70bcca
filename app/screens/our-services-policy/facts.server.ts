import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { keptPolicy } from '~/domain/policy/kept-policy.server'
import { policyHistory } from '~/domain/policy/policy-history.server'
import type { PolicyTopicCode } from '~/domain/policy/policy-topics'
import { valuesOf } from '~/domain/policy/policy-values'
import { serviceTurning } from '~/domain/unmet-need/publishing/turned-away.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { policyPage, topicShown } from './page'

/** What the page of a whole policy shows; null where the viewer does not keep the service. */
export async function policyPageFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const kept = await keptPolicy(app.db, viewer, serviceId)
  if (!kept) return null
  const turning = await serviceTurning(app.db, viewer, kept.service)
  const history = await policyHistory(app.db, viewer, serviceId)
  return {
    ...policyPage(kept, turning, history, app.clock()),
    carried: { version: kept.version, idempotencyKey: newIdempotencyKey() },
  }
}

/** What the form of one topic shows; null where the viewer may not state the policy. */
export async function topicPageFor(
  app: DomainContext,
  viewer: SignedInViewer,
  serviceId: string,
  topic: PolicyTopicCode,
) {
  const kept = await keptPolicy(app.db, viewer, serviceId)
  if (!kept?.mayState) return null
  const turning = await serviceTurning(app.db, viewer, kept.service)
  return {
    topic,
    serviceId,
    name: kept.service.name,
    kept: valuesOf(kept),
    turnedAway: topicShown(topic, kept, turning).rows.flatMap(({ key, value, turnedAway }) =>
      turnedAway === null ? [] : [{ key, value: value ?? '', below: turnedAway }],
    ),
    carried: { version: kept.version, idempotencyKey: newIdempotencyKey() },
  }
}

export type PolicyFacts = NonNullable<Awaited<ReturnType<typeof policyPageFor>>>
export type TopicFacts = NonNullable<Awaited<ReturnType<typeof topicPageFor>>>
