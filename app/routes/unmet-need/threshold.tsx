import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { correctedRow, thresholdAction } from '~/screens/threshold/act.server'
import { ratedIndicator, thresholdFacts } from '~/screens/threshold/facts.server'
import { ThresholdScreen } from '~/screens/threshold/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'
export const meta = () => pageTitle('Thresholds of an indicator')

/** The thresholds of one indicator; `?correct=` names the row that its form corrects. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ request, context, viewer, params }) => {
    const indicator = ratedIndicator(params.indicator)
    if (!indicator) throw notFound()
    return thresholdFacts(context, viewer, indicator, correctedRow(request))
  },
)

export const action = guarded(
  ['commissioner', 'administrator'],
  async ({ request, context, viewer, params }) => {
    const indicator = ratedIndicator(params.indicator)
    if (!indicator) throw notFound()
    return thresholdAction(context, viewer, indicator, request)
  },
)

export default function ThresholdRoute() {
  const submission = useActionData<typeof action>()?.submission
  return <ThresholdScreen page={useLoaderData<typeof loader>()} submission={submission} />
}
