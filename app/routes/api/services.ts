import { guarded } from '~/http/guard.server'
import { jsonAnswer, orUnavailable, problemAnswer } from '~/http/json-answer.server'
import { servicesFor } from '~/screens/api/facts.server'

/** The directory for programs: the services an address asks for, as JSON. */
export const loader = guarded('anyone', ({ request, context, viewer }) => {
  const found = servicesFor(context, viewer, new URL(request.url).searchParams)
  const answer = found.then(said =>
    'problem' in said ? problemAnswer(said.problem) : jsonAnswer(request, viewer, said.answer),
  )
  return orUnavailable(context.log, answer)
})
