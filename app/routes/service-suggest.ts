import { suggestNames } from '~/domain/directory/suggest-names.server'
import { guarded } from '~/http/guard.server'

/** Names of services that complete what is typed into the search box, as a JSON list. */
export const loader = guarded('anyone', async ({ request, context, viewer }) => {
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(await suggestNames(context, viewer, typed))
})
