import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { londonDay } from '~/domain/time/calendar'
import type { Indicator } from '~/domain/traffic-light/indicator'
import {
  setThreshold,
  strikeReason,
  strikeThreshold,
  type ThresholdResult,
} from '~/domain/traffic-light/set-threshold.server'
import { thresholdForm } from '~/domain/traffic-light/threshold-form'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE, struckPage } from '~/http/respond.server'
import { href } from '~/paths'
import { earliestFrom } from './facts.server'

const strikeForm = z.object({ intent: z.enum(['strike', 'strike_words']), row: z.uuid() })

const STRIKES = {
  strike: { act: strikeThreshold, said: 'The threshold is struck. What held before it holds again.' },
  strike_words: { act: strikeReason, said: 'The words are struck out.' },
} as const

const NOT_DONE = {
  not_allowed: 'Thresholds are set by the region’s commissioner or an administrator',
  taken: 'A threshold holds from this day already: correct that one, or choose another day',
  past: 'A threshold holds from today or later; an administrator may date a first one back',
  held: 'A threshold held on this day already, and the reports it rated stay as they are. Choose a day before the first, or today or later',
  struck: 'Somebody struck this threshold while you had the page open',
} as const

const ABOUT_THE_DAY: readonly string[] = ['taken', 'past', 'held']

/** Does what a form of the page says: sets or corrects a threshold, strikes a row, or strikes words out of one. */
export async function thresholdAction(
  context: AppLoadContext,
  viewer: SignedInViewer,
  indicator: Indicator,
  request: Request,
) {
  const strike = await parseForm(request.clone(), strikeForm)
  if (strike.ok) {
    const { intent, row } = strike.value
    const { act, said } = STRIKES[intent]
    const result = await act(context, viewer, { id: row, indicator: indicator.code }, strike.sent)
    return answer(context, strike, { indicator, result, said })
  }
  const corrects = correctedRow(request)
  const today = londonDay(context.clock())
  const since = await earliestFrom(context, viewer, corrects, today)
  const form = await parseForm(request, thresholdForm(indicator.better, { today, since }))
  if (!form.ok) return form.reply
  const fields = { ...form.value, indicator: indicator.code, corrects }
  const result = await setThreshold(context, viewer, fields, form.sent)
  return answer(context, form, { indicator, result, said: 'The threshold is set.' })
}

/** The row that the form of an address corrects, or null. */
export function correctedRow(request: Request): string | null {
  const asked = z.uuid().safeParse(new URL(request.url).searchParams.get('correct'))
  return asked.success ? asked.data : null
}

function answer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  { indicator, result, said }: { indicator: Indicator; result: ThresholdResult; said: string },
) {
  const page = href('unmet-need/thresholds/:indicator', { indicator: indicator.code })
  if (result.ok) return redirectSaying(context, page, said)
  if ('by' in result) throw struckPage(result, { text: 'Open the page again', href: page })
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  if (ABOUT_THE_DAY.includes(result.reason)) return form.refuse('validFrom', NOT_DONE[result.reason])
  return form.refuse('', NOT_DONE[result.reason], 409)
}
