import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { findEntry } from '~/domain/entry/entry.server'
import { sendEntry } from '~/domain/entry/send-entry.server'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { formatInstant } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { notFound, stalePage } from '~/http/respond.server'
import { href } from '~/paths'
import { entryAnswer } from '~/screens/our-entry/act.server'

const entryButton = z.object({ intent: z.enum(['send', 'take_back']) })

const SAID = {
  send: 'Sent to the editors. You read here what they say.',
  take_back: 'Taken back: it is a draft again.',
} as const

/** Does what a button of the entry's page says. @throws not found where the viewer does not keep it, or the page that says it changed */
export async function stepFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  if (!(await findEntry(context, viewer, serviceId))?.mayChange) throw notFound()
  const form = await parseForm(request, entryButton)
  if (!form.ok) return form.reply
  const { intent } = form.value
  const step = { serviceId, version: form.version ?? 0, intent }
  const result = await sendEntry(context, viewer, step, form.sent)
  if (!result.ok && result.reason !== 'not_found' && result.reason !== 'different')
    throw stalePage(
      { text: 'Back to the entry', href: href('our-services/:serviceId', { serviceId }) },
      await lastChangeOf(context, viewer, serviceId),
    )
  return entryAnswer(context, form, result, SAID[intent])
}

/** What made the page stale: 'The last change: Ann Smith, 27 November 2026, 09:12.' */
async function lastChangeOf(context: AppLoadContext, viewer: SignedInViewer, serviceId: string) {
  const [last] = await asViewer(context.db, viewer, trx =>
    recordChanges(trx, { serviceId, onlyOfEntry: true, most: 1 }),
  )
  if (!last) return null
  const by = [last.by, formatInstant(last.happenedAt)].filter(Boolean).join(', ')
  return `The last change: ${by}.`
}
