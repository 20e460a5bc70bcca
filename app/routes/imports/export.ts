import { exportFile } from '~/domain/import/imports.server'
import { csvFile } from '~/http/csv-file.server'
import { guarded, notFound } from '~/http/guard.server'
import { importFrom } from '~/screens/imports/act.server'

/** What is kept, in the very shape that comes in. */
export const loader = guarded(
  ['provider', 'editor', 'administrator'],
  async ({ context, viewer, params }) => {
    const what = importFrom(viewer, /^(\w+)\.csv$/.exec(params.file ?? '')?.[1])
    const text = await exportFile(context, viewer, what)
    if (text === null) throw notFound()
    return csvFile(what, text)
  },
)
