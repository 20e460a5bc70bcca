import { guarded, notFound } from '~/http/guard.server'
import { csvFile } from '~/http/csv-file.server'
import { trafficCsv } from '~/screens/traffic-light/csv'
import { trafficFacts } from '~/screens/traffic-light/facts.server'
import { trafficPage } from '~/screens/traffic-light/page'

/** The report of one year or quarter as a file. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const facts = await trafficFacts(context.db, viewer, params.period ?? null, context.clock())
    if (facts === null) throw notFound()
    return csvFile(`traffic-light-${params.period}`, trafficCsv(trafficPage(facts)))
  },
)
