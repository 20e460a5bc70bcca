import { guarded } from '~/http/guard.server'
import { directoryPinsFor } from '~/screens/services/facts.server'

/** The pins of a search of the directory, as a JSON list: all of them, on whatever page of the list they stand. */
export const loader = guarded('anyone', async ({ request, context, viewer }) =>
  Response.json(await directoryPinsFor(context, viewer, new URL(request.url).searchParams)),
)
