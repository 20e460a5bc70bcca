import { guarded } from '~/http/guard.server'
import { onOpenCase } from '~/http/officer-action.server'
import { caseCountFor } from '~/screens/case-search/facts.server'

/** How many services the group of a search for a case holds, as a JSON number: nothing of what the person avoids. */
export const loader = guarded('officer', async args => {
  const { searchParams } = new URL(args.request.url)
  return Response.json(
    await onOpenCase(args, (context, viewer, caseId) => caseCountFor(context, viewer, caseId, searchParams)),
  )
})
