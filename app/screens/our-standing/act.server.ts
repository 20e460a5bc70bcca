import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { changeStanding } from '~/domain/entry/change-standing.server'
import { findEntry } from '~/domain/entry/entry.server'
import { standingForm } from '~/domain/entry/standing-form'
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
  const form = await parseForm(request, standingForm(londonDay(context.clock())))
  if (!form.ok) return form.reply
  const step = { serviceId, version: form.version ?? 0, change: form.value }
  const result = await changeStanding(context, viewer, step, form.sent)
  return entryAnswer(context, form, result, SAID[form.value.intent])
}
