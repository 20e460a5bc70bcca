import { type Held, type SettingCode, settingOn } from '../setting/settings'
import { addDays, addMonths, type Day, londonDay } from '../time/calendar'

/** What decides when a closed case is deleted. */
export interface ClosedCaseDays {
  closedAt: Date
  /** When each of its referrals closed; null while one is open. */
  referralsClosedAt: readonly (Date | null)[]
  /** The day on which day 91 is to be recorded; null where it is recorded, or will never be asked. */
  day91DueOn: Day | null
}

/**
 * The day on which a closed case is deleted, by the settings as they are set to hold; null while a referral of it is open, for as long it
 * is kept. The database asks the same again: is_case_over in db/migrations/0103_retention_mended.ts. Safe for the browser.
 */
export function caseOverOn(
  { closedAt, referralsClosedAt, day91DueOn }: ClosedCaseDays,
  settings: readonly Held[],
  today: Day,
): Day | null {
  const closings = [closedAt, ...referralsClosedAt].map(each => each && londonDay(each))
  if (closings.includes(null)) return null
  const last = closings.reduce<Day>((latest, each) => (each !== null && each > latest ? each : latest), '')
  const over = overOn(last, 'keep_case', settings, today)
  return day91DueOn !== null && day91DueOn > over ? day91DueOn : over
}

/** The first day from today on that is so many months after another, as many as the setting of that day says. */
function overOn(since: Day, setting: SettingCode, settings: readonly Held[], today: Day): Day {
  const turns = settings
    .filter(row => row.setting === setting && row.struckAt === null && row.validFrom > today)
    .map(({ validFrom }) => validFrom)
    .sort()
  const days = [today, ...turns].map((from, index) => {
    const over = addMonths(since, settingOn(settings, setting, from))
    const next = turns[index]
    const first = over > from ? over : from
    return next === undefined || first < next ? first : null
  })
  return days.find(each => each !== null) ?? addDays(today, 1)
}
