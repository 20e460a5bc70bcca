import { supplyCsv } from '~/screens/supply/csv'
import { supplyFor } from '~/domain/report/supply-queries.server'
import { guarded } from '~/http/guard.server'

/** The table of the supply page as a file. */
export const loader = guarded('commissioner', async ({ context, viewer }) => {
  const report = await supplyFor(context.db, viewer, context.clock())
  return new Response(supplyCsv(report), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="throughgate-supply.csv"',
    },
  })
})
