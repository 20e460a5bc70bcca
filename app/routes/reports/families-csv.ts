import { familyProgrammes } from '~/domain/family-programmes/family-programmes.server'
import { londonDay } from '~/domain/time/calendar'
import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'
import { familiesCsv } from '~/screens/families/csv'

/** Every programme as a file. */
export const loader = guarded(['commissioner', 'editor', 'administrator'], async ({ context, viewer }) => {
  const today = londonDay(context.clock())
  return csvFile('families', familiesCsv(await familyProgrammes(context.db, viewer, today), today))
})
