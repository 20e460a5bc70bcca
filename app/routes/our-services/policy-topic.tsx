import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { titleOfService } from '~/http/refusal-boundary'
import { stateFor, topicFrom } from '~/screens/our-services-policy/act.server'
import { topicPageFor } from '~/screens/our-services-policy/facts.server'
import { TopicScreen } from '~/screens/our-services-policy/topic-screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Change the policy of a service')

export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const topic = topicFrom(params.topic)
    const page = await topicPageFor(context, viewer, idFrom(params, 'serviceId'), topic)
    if (!page) throw notFound()
    return page
  },
)

export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) => {
    const at = { serviceId: idFrom(params, 'serviceId'), topic: topicFrom(params.topic) }
    return stateFor(context, viewer, at, request)
  },
)

export default function PolicyTopic() {
  return <TopicScreen {...useLoaderData<typeof loader>()} sent={useActionData<typeof action>()} />
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
