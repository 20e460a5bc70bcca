import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { registerEntry } from '~/domain/action/entries.server'
import { entryForm } from '~/domain/action/entry-form'
import { changeEntry, type EntryResult, strikeVersion } from '~/domain/action/write-entry.server'
import { londonDay } from '~/domain/time/calendar'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE, struckPage } from '~/http/respond.server'
import { ENTRY_DONE, NOT_WRITTEN } from './page'

const strikeForm = z.object({ intent: z.literal('strike') })

/** Does what a form of one entry says: words it anew, or strikes words out of an earlier wording. @throws not found without the entry */
export async function changeFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  entryId: string,
  request: Request,
) {
  const found = await registerEntry(context.db, viewer, entryId)
  if (found === null) throw notFound()
  const strike = await parseForm(request.clone(), strikeForm)
  if (strike.ok) {
    const struck = await strikeVersion(
      context,
      viewer,
      { entryId, version: strike.version ?? 0 },
      strike.sent,
    )
    return answer(context, strike, { entryId, result: struck, said: ENTRY_DONE.struck })
  }
  const form = await parseForm(request, entryForm(found.entry.kind, londonDay(context.clock())))
  if (!form.ok) return form.reply
  const change = { ...form.value, entryId, version: form.version ?? 0 }
  const result = await changeEntry(context, viewer, change, form.sent)
  return answer(context, form, { entryId, result, said: ENTRY_DONE.changed })
}

function answer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  { entryId, result, said }: { entryId: string; result: EntryResult; said: string },
) {
  const here = `/actions/${entryId}`
  if (result.ok) return redirectSaying(context, here, said)
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'struck') throw struckPage(result, { text: 'Open the page again', href: here })
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  return form.refuse('', NOT_WRITTEN[result.reason], 409)
}
