import { guarded, notFound } from '~/http/guard.server'
import { csvFile } from '~/http/csv-file.server'
import { trafficCsv } from '~/screens/traffic-light/csv'
import { trafficFacts } from '~/screens/traffic-light/facts.server'
import { LATEST, trafficPage } from '~/screens/traffic-light/page'

/** The report of one year or quarter, or of today, as a file. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const asked = params.period === LATEST ? null : (params.period ?? null)
    const facts = await trafficFacts(context.db, viewer, asked, context.clock())
    if (facts === null) throw notFound()
    return csvFile(`traffic-light-${params.period}`, trafficCsv(trafficPage(facts)))
  },
)
