import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { entryForm } from '~/domain/entry/read-field'
import {
  HIDDEN_SITE_FIELDS,
  NO_POSTCODE,
  readPostcode,
  SITE_FIELDS,
  type SiteAnswers,
} from '~/domain/entry/site'
import { saveSite } from '~/domain/entry/sites.server'
import { londonDay } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { entryAnswer } from '~/screens/our-entry/act.server'
import { refusedAsAddedBefore } from '~/screens/record-history/added-before.server'
import { type SiteAsked, siteFor } from './facts.server'

const removal = z.object({ intent: z.literal('remove') })

/** Saves one place, or takes it out. @throws not found where the viewer does not keep it */
export async function saveSiteFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  asked: SiteAsked,
  request: Request,
) {
  const page = await siteFor(context, viewer, asked)
  if (page === null) throw notFound()
  const remove = asked.siteId === null ? null : await parseForm(request.clone(), removal)
  if (remove?.ok) {
    const change = { ...asked, version: remove.version ?? 0, answers: null }
    const result = await saveSite(context, viewer, change, remove.sent)
    return entryAnswer(context, remove, result, 'The place is taken out. What it said is in the history.')
  }
  const fields = page.isHidden ? HIDDEN_SITE_FIELDS : SITE_FIELDS
  const sentAgain = request.clone()
  const form = await parseForm(request, entryForm(fields, londonDay(context.clock())))
  if (!form.ok) return form.reply
  // Every field of a place has been read by its row.
  const answers = form.value as unknown as SiteAnswers
  if (answers.postcode !== null && readPostcode(answers.postcode) === null)
    return form.refuse('postcode', NO_POSTCODE)
  // What a hidden place is called stands in no history that is read here.
  if (asked.siteId === null && !page.isHidden) {
    const { name, address, town } = answers
    const added = { table: 'site', serviceId: asked.serviceId, like: { name, address, town } } as const
    const before = await refusedAsAddedBefore(context, viewer, { request: sentAgain, form }, added)
    if (before) return before
  }
  const change = { ...asked, version: form.version ?? 0, answers }
  return entryAnswer(context, form, await saveSite(context, viewer, change, form.sent), 'The place is saved.')
}
