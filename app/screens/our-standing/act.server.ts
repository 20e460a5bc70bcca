import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { changeStanding } from '~/domain/entry/change-standing.server'
import { findEntry } from '~/domain/entry/entry.server'
import { standingForm } from '~/domain/entry/standing-form'
import { closeService } from '~/domain/service-closing/close-service.server'
import { closingForm } from '~/domain/service-closing/closing-form'
import { londonDay } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { entryAnswer } from '~/screens/our-entry/act.server'

const SAID = {
  pause: 'Paused. It takes no new referral and offers nothing free; what is open there goes on.',
  open: 'Open again.',
  close: 'Closed. It stands in no list any more; open it again at any time.',
} as const

/** Pauses, opens or closes a service. @throws not found where the viewer does not keep it */
export async function changeStandingFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  serviceId: string,
  request: Request,
) {
  if (!(await findEntry(context, viewer, serviceId))?.mayChange) throw notFound()
  const form = await parseForm(
    request,
    z.discriminatedUnion('intent', [standingForm(londonDay(context.clock())), closingForm]),
  )
  if (!form.ok) return form.reply
  const { value, sent } = form
  const entry = { serviceId, version: form.version ?? 0 }
  const result =
    value.intent === 'close'
      ? await closeService(context, viewer, { ...entry, closing: value }, sent)
      : await changeStanding(context, viewer, { ...entry, change: value }, sent)
  return entryAnswer(context, form, result, SAID[value.intent])
}
