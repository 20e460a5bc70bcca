import { guarded } from '~/http/guard.server'
import { directoryCountFor } from '~/screens/services/facts.server'

/** How many services a search of the directory finds, as a JSON number. */
export const loader = guarded('anyone', async ({ request, context, viewer }) =>
  Response.json(await directoryCountFor(context, viewer, new URL(request.url).searchParams)),
)
