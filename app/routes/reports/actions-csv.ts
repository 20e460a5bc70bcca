import { registerEntries } from '~/domain/action/entries.server'
import { londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { csvFile } from '~/http/csv-file.server'
import { registerCsv } from '~/screens/actions/csv'

/** The whole register as a file. */
export const loader = guarded(['commissioner', 'editor', 'administrator'], async ({ context, viewer }) => {
  const entries = await registerEntries(context.db, viewer)
  return csvFile('actions', registerCsv(entries, londonDay(context.clock())))
})
