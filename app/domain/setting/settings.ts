import type { Day } from '../time/calendar'

/** The dated settings of the region: a closed list, with what the specification says where nobody set another. Safe for the browser. */

interface Setting {
  name: string
  /** What follows from it. */
  about: string
  unit: 'working days' | 'days'
  /** product.md, "Lifecycle". */
  usual: number
  most: number
}

export const SETTINGS = {
  limit_submitted: {
    name: 'Acknowledge a new referral',
    about: 'Counted from when it was sent',
    unit: 'working days',
    usual: 1,
    most: 5,
  },
  limit_information_requested: {
    name: 'Answer what a provider asked',
    about: 'Counted from the question',
    unit: 'working days',
    usual: 3,
    most: 10,
  },
  limit_under_review: {
    name: 'Book an assessment or decide',
    about: 'Counted from when it was taken to assess; the same day within 5 days of release',
    unit: 'working days',
    usual: 3,
    most: 10,
  },
  limit_assessment_booked: {
    name: 'Decide after the assessment',
    about: 'Counted from the assessment',
    unit: 'working days',
    usual: 2,
    most: 10,
  },
  limit_waiting_list: {
    name: 'Say if still on the waiting list',
    about: 'Counted from when it was last said',
    unit: 'days',
    usual: 14,
    most: 56,
  },
  limit_awaiting_approval: {
    name: 'Chase the approval of an address',
    about: 'Counted from when the place was accepted',
    unit: 'working days',
    usual: 5,
    most: 15,
  },
  limit_to_reconfirm: {
    name: 'Reconfirm after a date moved',
    about: 'Counted from the move; the same day within 5 days of release',
    unit: 'working days',
    usual: 1,
    most: 5,
  },
} as const satisfies Record<string, Setting>

export type SettingCode = keyof typeof SETTINGS

/** A row that was set, with who did and why. */
export interface SettingValue {
  id: string
  setting: SettingCode
  value: number
  /** Holds from this day, until the day of a later one. */
  validFrom: Day
  why: string
  setBy: string
  setAt: Date
  struckBy: string | null
  struckAt: Date | null
}

type Held = Pick<SettingValue, 'setting' | 'value' | 'validFrom' | 'struckAt'>

/** A setting by its code, or null. */
export function findSetting(code: string | undefined): SettingCode | null {
  return (Object.keys(SETTINGS) as SettingCode[]).find(each => each === code) ?? null
}

/** What a setting was on a day: the last row that had begun and stands, else the usual number. */
export function settingOn(rows: readonly Held[], setting: SettingCode, day: Day): number {
  const held = rows
    .filter(row => row.setting === setting && row.struckAt === null && row.validFrom <= day)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))
  return held[0]?.value ?? SETTINGS[setting].usual
}

/** '3 working days', '1 day'. */
export function settingWords(setting: SettingCode, value: number): string {
  const { unit } = SETTINGS[setting]
  return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`
}
