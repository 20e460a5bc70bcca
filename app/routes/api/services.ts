import { guarded } from '~/http/guard.server'
import { jsonAnswer, problemAnswer } from '~/http/json-answer.server'
import { servicesFor } from '~/screens/api/facts.server'

/** The directory for programs: the services an address asks for, as JSON. */
export const loader = guarded('anyone', async ({ request, context, viewer }) => {
  const found = await servicesFor(context, viewer, new URL(request.url).searchParams)
  return 'problem' in found ? problemAnswer(found.problem) : jsonAnswer(request, viewer, found.answer)
})
