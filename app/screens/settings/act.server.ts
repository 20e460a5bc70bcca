import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { setSetting, type StrikeResult, strikeSetting } from '~/domain/setting/set-setting.server'
import { settingForm } from '~/domain/setting/setting-form'
import { type Going, goesWords, type SettingCode, settingWords } from '~/domain/setting/settings'
import { type Day, formatDayLong, londonDay } from '~/domain/time/calendar'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'

const strikeForm = z.object({ intent: z.literal('strike'), row: z.uuid() })

const NOT_DONE = {
  not_allowed: 'Settings are set by an administrator',
  struck: 'Somebody struck this row while you had the page open',
} as const

/** Does what a form of the page says: sets a setting from a day on, or strikes a row that was wrong. */
export async function settingAction(
  context: AppLoadContext,
  viewer: SignedInViewer,
  setting: SettingCode,
  request: Request,
) {
  const strike = await parseForm(request.clone(), strikeForm)
  if (strike.ok) {
    const result = await strikeSetting(context, viewer, { id: strike.value.row, setting }, strike.sent)
    return answer(context, strike, {
      setting,
      result,
      said: 'The row is struck. What held before it holds again.',
    })
  }
  const form = await parseForm(request, settingForm(setting, { today: londonDay(context.clock()) }))
  if (!form.ok) return form.reply
  const result = await setSetting(context, viewer, { ...form.value, setting }, form.sent)
  if (!result.ok && result.reason === 'going')
    return form.refuse('sure', sureWords(setting, form.value, result.going))
  return answer(context, form, { setting, result, said: 'The setting is saved.' })
}

/** What goes, before it is saved. */
function sureWords(
  setting: SettingCode,
  { value, validFrom }: { value: number; validFrom: Day },
  going: readonly Going[],
): string {
  return `Kept for ${settingWords(setting, value)} from ${formatDayLong(validFrom)}, ${goesWords(setting, going)} by the night after, and cannot be brought back. Choose a longer time, or tick that you are sure`
}

function answer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  { setting, result, said }: { setting: SettingCode; result: StrikeResult; said: string },
) {
  if (result.ok) return redirectSaying(context, href('administration/settings/:setting', { setting }), said)
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  if (result.reason === 'taken')
    return form.refuse(
      'validFrom',
      'A row holds from this day already: strike that one first, or choose another day',
    )
  return form.refuse('', NOT_DONE[result.reason], 409)
}
