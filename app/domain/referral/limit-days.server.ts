import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { standingSettings } from '../setting/read-settings.server'
import { type SettingCode, settingOn, SETTINGS } from '../setting/settings'
import type { Day } from '../time/calendar'
import { type LimitDays, type ReferralState, REFERRAL_STATES } from './states'

/** How long each state may last, by the region's settings: as they hold on the day that is asked. */
export async function limitDays(trx: Transaction<DB>): Promise<(day: Day) => LimitDays> {
  const rows = await standingSettings(trx)
  return day => Object.fromEntries(LIMITED.map(([state, setting]) => [state, settingOn(rows, setting, day)]))
}

const LIMITED = REFERRAL_STATES.flatMap((state: ReferralState): [ReferralState, SettingCode][] => {
  const setting = `limit_${state}`
  return setting in SETTINGS ? [[state, setting as SettingCode]] : []
})
