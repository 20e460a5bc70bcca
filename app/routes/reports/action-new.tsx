import { useActionData, useLoaderData } from '@remix-run/react'

import { entryForm } from '~/domain/action/entry-form'
import { addEntry } from '~/domain/action/write-entry.server'
import { londonDay } from '~/domain/time/calendar'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { SENT_BEFORE } from '~/http/respond.server'
import { newEntryFor } from '~/screens/actions/facts.server'
import { NewEntryScreen } from '~/screens/actions/new-screen'
import { KIND_WORDS } from '~/screens/actions/page'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Record in the register')

/** The form: of an action unless the address asks for `?kind=concern`, for the gap it names by `?subject=` and `?place=`. */
export const loader = guarded(['commissioner', 'administrator'], ({ request }) =>
  newEntryFor(new URL(request.url).searchParams),
)

export const action = guarded(['commissioner', 'administrator'], async ({ request, context, viewer }) => {
  const { kind } = newEntryFor(new URL(request.url).searchParams)
  const form = await parseForm(request, entryForm(kind, londonDay(context.clock())))
  if (!form.ok) return form.reply
  const result = await addEntry(context, viewer, { ...form.value, kind }, form.sent)
  if (!result.ok) return form.refuse('', SENT_BEFORE)
  return redirectSaying(context, '/actions', KIND_WORDS[kind].added, [
    { text: 'Open it', href: `/actions/${result.entryId}` },
  ])
})

export default function ActionNew() {
  const submission = useActionData<typeof action>()?.submission
  return <NewEntryScreen {...useLoaderData<typeof loader>()} submission={submission} />
}
