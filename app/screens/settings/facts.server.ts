import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { asViewer } from '@db/viewer-transaction'
import { goingFrom } from '~/domain/setting/going.server'
import { readSettings } from '~/domain/setting/read-settings.server'
import {
  goesWords,
  makesGo,
  settingBounds,
  type SettingCode,
  type SettingGroup,
  SETTING_GROUPS,
  settingOn,
  SETTINGS,
  type SettingValue,
  settingWords,
} from '~/domain/setting/settings'
import { formatDayLong, londonDay, relativeInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { href } from '~/paths'

/** Every setting of the region as it holds today. */
export async function settingsFor(app: DomainContext, viewer: SignedInViewer) {
  const rows = await readSettings(app.db, viewer)
  const today = londonDay(app.clock())
  const codes = Object.keys(SETTINGS) as SettingCode[]
  const groups = Object.keys(SETTING_GROUPS) as SettingGroup[]
  return {
    groups: groups.map(group => ({
      ...SETTING_GROUPS[group],
      lines: codes.filter(code => SETTINGS[code].group === group).map(line),
    })),
  }

  function line(setting: SettingCode) {
    const standing = rows.filter(row => row.setting === setting && row.struckAt === null)
    const since = standing.find(row => row.validFrom <= today)
    const next = standing.filter(row => row.validFrom > today).at(-1)
    return {
      setting,
      name: SETTINGS[setting].name,
      about: SETTINGS[setting].about,
      now: settingWords(setting, settingOn(rows, setting, today)),
      since: since ? `from ${formatDayLong(since.validFrom)}` : 'as the service came',
      next: next ? `${settingWords(setting, next.value)} from ${formatDayLong(next.validFrom)}` : null,
      href: href('administration/settings/:setting', { setting }),
    }
  }
}

/** One setting: what holds, the form that sets another from a day on, and every row there ever was. */
export async function settingFor(app: DomainContext, viewer: SignedInViewer, setting: SettingCode) {
  const now = app.clock()
  const rows = (await readSettings(app.db, viewer)).filter(row => row.setting === setting)
  const { name, about, unit, usual } = SETTINGS[setting]
  const goes = await goingIfStruck(app, viewer, setting, rows)
  return {
    setting,
    name,
    about,
    unit,
    ...settingBounds(setting),
    usual: settingWords(setting, usual),
    now: settingWords(setting, settingOn(rows, setting, londonDay(now))),
    maySet: viewer.role === 'administrator',
    rows: rows.map(row => ({
      id: row.id,
      key: newIdempotencyKey(),
      goes: goes.get(row.id) ?? null,
      words: settingWords(setting, row.value),
      from: formatDayLong(row.validFrom),
      why: row.why,
      by: `${row.setBy}, ${relativeInstant(row.setAt, now)}`,
      struck: row.struckAt && `Struck as wrong by ${row.struckBy}, ${relativeInstant(row.struckAt, now)}`,
    })),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

/** Of each row without which a shorter time would hold: what of it goes, in words, before it is struck. */
async function goingIfStruck(
  app: DomainContext,
  viewer: SignedInViewer,
  setting: SettingCode,
  rows: readonly SettingValue[],
): Promise<ReadonlyMap<string, string>> {
  const today = londonDay(app.clock())
  const said = new Map<string, string>()
  if (viewer.role !== 'administrator' || !makesGo(setting)) return said
  for (const { id, validFrom: from } of rows.filter(({ struckAt }) => struckAt === null)) {
    const left = rows.filter(row => row.id !== id)
    const validFrom = from > today ? from : today
    const [value, before] = [settingOn(left, setting, validFrom), settingOn(rows, setting, validFrom)]
    if (value >= before) continue
    const going = await asViewer(app.db, viewer, trx => goingFrom(trx, { setting, value, before, validFrom }))
    const words = `Then ${settingWords(setting, value)} hold${from > today ? '' : ' again'}`
    said.set(
      id,
      going.length === 0
        ? `${words}; nothing goes`
        : `${words}, and ${goesWords(setting, going)} by the night after`,
    )
  }
  return said
}

export type SettingsPage = Awaited<ReturnType<typeof settingsFor>>
export type SettingPage = Awaited<ReturnType<typeof settingFor>>
