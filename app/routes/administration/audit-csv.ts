import { csvFile } from '~/http/csv-file.server'
import { guarded, notFound } from '~/http/guard.server'
import { auditFileFor } from '~/screens/audit/facts.server'

/** What was asked of the audit, as a file. */
export const loader = guarded(['administrator', 'editor'], async ({ request, context, viewer }) => {
  const file = await auditFileFor(context, viewer, new URL(request.url).searchParams)
  if (file === null) throw notFound()
  return csvFile('audit', file)
})
