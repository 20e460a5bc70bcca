import { useActionData, useLoaderData } from '@remix-run/react'

import { STEP_EVENTS, stepSchema } from '~/domain/nomination/lifecycle'
import { takeStep } from '~/domain/nomination/take-step.server'
import { guarded, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { RefusalBoundary, titleOrRefusal } from '~/http/refusal-boundary'
import { nominationFor } from '~/screens/nomination/facts.server'
import { NOT_TAKEN } from '~/screens/nomination/not-taken.server'
import { NominationScreen } from '~/screens/nomination/screen'

export { links } from '~/styles/work'

export const meta = titleOrRefusal('Nomination')

const SIDES = ['officer', 'provider'] as const

export const loader = guarded(SIDES, async ({ context, viewer, params }) => {
  const found = await nominationFor(context, viewer, idFrom(params, 'nominationId'))
  if (!found) throw notFound()
  return found
})

/** Takes a step, or takes the last back. */
export const action = guarded(SIDES, async ({ request, context, viewer, params }) => {
  const nominationId = idFrom(params, 'nominationId')
  const form = await parseForm(request, stepSchema)
  if (!form.ok) {
    if (!(await nominationFor(context, viewer, nominationId))) throw notFound()
    return form.reply
  }
  const { back, run: cohortId, ...step } = form.value
  const wanted = { nominationId, version: form.version, cohortId, ...step }
  const result = await takeStep(context, viewer, wanted, form.sent)
  if (result.ok)
    return redirectSaying(
      context,
      back === 'list' ? '/nominations' : `/nominations/${nominationId}`,
      STEP_EVENTS[step.event].done,
    )
  if (result.reason === 'not_found') throw notFound()
  return form.refuse(...NOT_TAKEN[result.reason], 409)
})

export default function Nomination() {
  const submission = useActionData<typeof action>()?.submission
  return <NominationScreen {...useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
