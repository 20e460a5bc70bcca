import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { heldFileFor } from '~/screens/administration-held/facts.server'

/** Everything held on the person of a case, as one file; its name says nobody's. */
export const loader = guarded('administrator', async ({ context, viewer, params }) => {
  const file = await heldFileFor(context, viewer, idFrom(params, 'caseId'))
  if (file === null) throw notFound()
  return new Response(file, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="throughgate-everything-held.json"',
    },
  })
})
