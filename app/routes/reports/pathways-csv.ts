import { londonDay } from '~/domain/time/calendar'
import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'
import { pathwaysCsv } from '~/screens/pathways/csv'
import { mapByFrom, pathwayRows } from '~/screens/pathways/facts.server'

/** The table of the pathway map as a file, by `?by=` as on its page. */
export const loader = guarded(
  ['commissioner', 'editor', 'administrator'],
  async ({ request, context, viewer }) => {
    const by = mapByFrom(request)
    const rows = await pathwayRows(context, viewer, by)
    return csvFile(`pathways-by-${by}`, pathwaysCsv(rows, londonDay(context.clock())))
  },
)
