import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { runForm } from '~/domain/run/run-form'
import { type RunRefused, saveRun } from '~/domain/run/save-run.server'
import { londonDay } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { refusedAsAddedBefore } from '~/screens/record-history/added-before.server'
import { entryAnswer } from '~/screens/our-entry/act.server'
import { keptRun, type RunAsked } from './facts.server'

const SAID = {
  added: 'The run is added. Prison teams can nominate for it until its last day to nominate.',
  changed: 'The run is saved. What it said before is in the history.',
}

/** Adds a run, or saves one. @throws not found where the viewer does not keep it */
export async function saveCohortFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  asked: RunAsked,
  request: Request,
) {
  const kept = await keptRun(context, viewer, asked)
  if (kept === null) throw notFound()
  const sentAgain = request.clone()
  const form = await parseForm(request, runForm(londonDay(context.clock()), kept.entry))
  if (!form.ok) return form.reply
  if (asked.runId === null) {
    const { startsOn, endsOn, lastReferralOn, capacity } = form.value
    const like = { starts_on: startsOn, ends_on: endsOn, last_referral_on: lastReferralOn, capacity }
    const added = { table: 'cohort', serviceId: asked.serviceId, like } as const
    const before = await refusedAsAddedBefore(context, viewer, { request: sentAgain, form }, added)
    if (before) return before
  }
  const change = { ...asked, version: form.version ?? 0, answers: form.value }
  const result = await saveRun(context, viewer, change, form.sent)
  if (isRefusedRun(result)) {
    if (result.reason === 'no_programme') throw notFound()
    return result.reason === 'too_small'
      ? form.refuse('capacity', tooSmall(result.taken))
      : form.refuse('', 'The run is cancelled. Put it on again first, then change it', 409)
  }
  const said = asked.runId === null ? SAID.added : SAID.changed
  const to = href('our-services/:serviceId/cohorts', { serviceId: asked.serviceId })
  return entryAnswer(context, form, result, said, to)
}

function isRefusedRun(result: Awaited<ReturnType<typeof saveRun>>): result is RunRefused {
  return !result.ok && ['too_small', 'cancelled', 'no_programme'].includes(result.reason)
}

function tooSmall(taken: number): string {
  return `${taken} ${taken === 1 ? 'place is' : 'places are'} taken. Enter ${taken} or more, or take places back first`
}
