import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { cancelRun } from '~/domain/run/cancel-run.server'
import { cancelForm } from '~/domain/run/run-form'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { entryAnswer } from '~/screens/our-entry/act.server'
import { cancelPageFor } from './facts.server'

const SAID = {
  cancel: 'The run is cancelled. The teams of those who were nominated for it are told.',
  restore:
    'The run is on again. Who had a place in it gets it back by “Take the last step back” on the nomination.',
} as const

const BEGUN =
  'Somebody has started in this run, so it took place. Say of each who started how it ended instead'

/** Cancels a run, or puts it on again. @throws not found where the viewer does not keep it */
export async function cancelCohortFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  asked: { serviceId: string; runId: string },
  request: Request,
) {
  if ((await cancelPageFor(context, viewer, asked)) === null) throw notFound()
  const form = await parseForm(request, cancelForm)
  if (!form.ok) return form.reply
  const step = { ...asked, version: form.version ?? 0, step: form.value }
  const result = await cancelRun(context, viewer, step, form.sent)
  if (!result.ok && result.reason === 'begun') return form.refuse('', BEGUN, 409)
  const to = href('our-services/:serviceId/cohorts', { serviceId: asked.serviceId })
  return entryAnswer(context, form, result, SAID[form.value.intent], to)
}
