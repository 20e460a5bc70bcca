import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded, notFound } from '~/http/guard.server'
import { idFrom } from '~/http/params.server'
import { RefusalBoundary, titleOfService } from '~/http/refusal-boundary'
import { stepOnNote } from '~/screens/entry-note/act.server'
import { notePageFor } from '~/screens/entry-note/facts.server'
import { NoteScreen } from '~/screens/entry-note/screen'

export { links } from '~/styles/work'

export const meta = titleOfService('Something is wrong with an entry')

export const loader = guarded('signed-in', async ({ context, viewer, params }) => {
  const page = await notePageFor(context, viewer, idFrom(params, 'noteId'))
  if (page === null) throw notFound()
  return page
})

export const action = guarded('signed-in', ({ request, context, viewer, params }) =>
  stepOnNote(context, viewer, idFrom(params, 'noteId'), request),
)

export default function EntryNote() {
  const submission = useActionData<typeof action>()?.submission
  return <NoteScreen page={useLoaderData<typeof loader>()} submission={submission} />
}

export { RefusalBoundary as ErrorBoundary }
