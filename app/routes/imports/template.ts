import { importHeadings } from '~/domain/import/imports.server'
import { csvText } from '~/domain/sheet/csv'
import { csvFile } from '~/http/csv-file.server'
import { guarded } from '~/http/guard.server'
import { importFrom } from '~/screens/imports/act.server'

/** The headings of a file that may come in. */
export const loader = guarded(['provider', 'editor', 'administrator'], ({ viewer, params }) => {
  const what = importFrom(viewer, params.what)
  return csvFile(`${what}-headings`, csvText([importHeadings(what)]))
})
