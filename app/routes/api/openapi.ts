import { guarded } from '~/http/guard.server'
import { jsonAnswer } from '~/http/json-answer.server'
import { sessionCookieName } from '~/http/session-cookie'
import { openApiDocument } from '~/screens/api/openapi'

/** What may be asked of the directory by a program, and what is answered. */
export const loader = guarded('anyone', ({ request, context, viewer }) => {
  const { publicOrigin } = context.config
  return jsonAnswer(request, viewer, openApiDocument(publicOrigin, sessionCookieName(publicOrigin)))
})
