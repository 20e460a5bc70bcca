import { readPublication } from '~/domain/unmet-need/publishing/read-publications.server'
import { guarded, notFound } from '~/http/guard.server'
import { figuresCsv } from '~/screens/unmet-need/figures-csv'
import { versionFrom } from '~/screens/unmet-need/version-asked'

/** Every figure of one version as a file. */
export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const asked = versionFrom(params)
  const publication = asked && (await readPublication(context.db, viewer, asked.period, asked.version))
  if (!publication) throw notFound()
  const name = `throughgate-unmet-need-${publication.period.code}-v${publication.version}.csv`
  return new Response(figuresCsv(publication), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
})
