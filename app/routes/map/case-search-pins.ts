import { guarded } from '~/http/guard.server'
import { onOpenCase } from '~/http/officer-action.server'
import { casePinsFor } from '~/screens/case-search/facts.server'

/** The pins of a search for a case, as a JSON list: of the whole group that is shown. */
export const loader = guarded('officer', async args => {
  const { searchParams } = new URL(args.request.url)
  const find: Parameters<typeof onOpenCase>[1] = (context, viewer, caseId) =>
    casePinsFor(context, viewer, caseId, searchParams)
  return Response.json(await onOpenCase(args, find))
})
