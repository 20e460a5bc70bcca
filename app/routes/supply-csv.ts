import { supplyCsv } from '~/screens/supply/csv'
import { supplyFor } from '~/domain/report/supply-queries.server'
import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'

/** The table of the supply page as a file. */
export const loader = guarded('commissioner', async ({ context, viewer }) => {
  const report = await supplyFor(context.db, viewer, context.clock())
  return csvFile('supply', supplyCsv(report))
})
