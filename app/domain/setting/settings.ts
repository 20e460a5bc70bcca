import type { Day } from '../time/calendar'

/** The dated settings of the region: a closed list, with what the specification says where nobody set another. Safe for the browser. */

interface Setting {
  group: SettingGroup
  name: string
  /** What follows from it. */
  about: string
  unit: 'working days' | 'days' | 'hours' | 'months' | 'years'
  /** product.md, "Lifecycle" and "Retention". */
  usual: number
  /** 1 where it is left out; else `why` says what needs it. */
  least?: number
  most: number
  why?: string
  /** Of each kind that is deleted at night once it is over, one and several: whoever shortens it is asked to be sure. */
  goes?: Partial<Record<string, readonly [one: string, several: string]>>
}

/** How many of a kind go; the kinds are those of `goes`. */
export type Going = Readonly<{ what: string; many: number }>

/** What settings are told apart by: how long a step may take, and how long something is kept. */
export const SETTING_GROUPS: Readonly<Record<SettingGroup, { caption: string; heading: string }>> = {
  limit: { caption: 'Time limits', heading: 'Step' },
  retention: { caption: 'How long what is kept', heading: 'What' },
}
export type SettingGroup = 'limit' | 'retention'

export const SETTINGS = {
  limit_submitted: {
    group: 'limit',
    name: 'Acknowledge a new referral',
    about: 'Counted from when it was sent',
    unit: 'working days',
    usual: 1,
    most: 5,
  },
  limit_information_requested: {
    group: 'limit',
    name: 'Answer what a provider asked',
    about: 'Counted from the question',
    unit: 'working days',
    usual: 3,
    most: 10,
  },
  limit_under_review: {
    group: 'limit',
    name: 'Book an assessment or decide',
    about: 'Counted from when it was taken to assess; the same day within 5 days of release',
    unit: 'working days',
    usual: 3,
    most: 10,
  },
  limit_assessment_booked: {
    group: 'limit',
    name: 'Decide after the assessment',
    about: 'Counted from the assessment',
    unit: 'working days',
    usual: 2,
    most: 10,
  },
  limit_waiting_list: {
    group: 'limit',
    name: 'Say if still on the waiting list',
    about: 'Counted from when it was last said',
    unit: 'days',
    usual: 14,
    most: 56,
  },
  limit_awaiting_approval: {
    group: 'limit',
    name: 'Chase the approval of an address',
    about: 'Counted from when the place was accepted',
    unit: 'working days',
    usual: 5,
    most: 15,
  },
  limit_to_reconfirm: {
    group: 'limit',
    name: 'Reconfirm after a date moved',
    about: 'Counted from the move; the same day within 5 days of release',
    unit: 'working days',
    usual: 1,
    most: 5,
  },
  keep_case: {
    group: 'retention',
    name: 'Keep a case after it closed',
    about:
      'Then it is deleted with all that hangs on it, but never before day 91 is known or due. What a shorter time makes over goes the night after it holds, and cannot be brought back',
    unit: 'months',
    usual: 12,
    least: 3,
    most: 36,
    why: 'Whether somebody is settled is asked on day 91 after the release',
    goes: {
      case: ['closed case is deleted', 'closed cases are deleted'],
      listed: ['release of a list without a case is deleted', 'releases of lists without a case are deleted'],
    },
  },
  keep_referral: {
    group: 'retention',
    name: 'Keep the details of a closed referral',
    about:
      'Then what was disclosed and written goes; that it was sent, when and how it ended stays. What a shorter time makes over goes the night after it holds, and cannot be brought back',
    unit: 'months',
    usual: 12,
    least: 3,
    most: 36,
    why: 'What was decided in a quarter may be corrected with the next',
    goes: { referral: ['closed referral loses its details', 'closed referrals lose their details'] },
  },
  keep_audit: {
    group: 'retention',
    name: 'Keep the audit',
    about: 'Who read and did what; then the entry is deleted',
    unit: 'years',
    usual: 6,
    least: 6,
    most: 12,
    why: 'A claim can be brought for 6 years (Limitation Act 1980)',
    goes: { audit: ['entry of the audit is deleted', 'entries of the audit are deleted'] },
  },
  keep_entry_note: {
    group: 'retention',
    name: 'Keep a note that something is wrong with an entry',
    about:
      'Counted from when it was answered or taken back, or its service closed; then it is deleted with its history. What a shorter time makes over goes the night after it holds, and cannot be brought back',
    unit: 'months',
    usual: 24,
    least: 3,
    most: 36,
    why: 'Who told it, and who keeps the entry, look back at what was answered',
    goes: { note: ['note about an entry is deleted', 'notes about entries are deleted'] },
  },
  keep_posts: {
    group: 'retention',
    name: 'Keep a form that came too late',
    about: 'What was typed when a session had ended, given back to the same person after signing in',
    unit: 'hours',
    usual: 1,
    most: 12,
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

/** Of a row what tells how it holds. */
export type Held = Pick<SettingValue, 'setting' | 'value' | 'validFrom' | 'struckAt'>

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

/** The fewest and the most a setting may be, and what asks for the fewest. */
export function settingBounds(setting: SettingCode): { least: number; most: number; why: string | null } {
  const { least = 1, most, why }: Setting = SETTINGS[setting]
  return { least, most, why: why ?? null }
}

/** Whether anything is deleted at night by a setting. */
export function makesGo(setting: SettingCode): boolean {
  const { goes }: Setting = SETTINGS[setting]
  return goes !== undefined
}

/** '14 closed cases are deleted and 1 release of a list without a case is deleted'. */
export function goesWords(setting: SettingCode, going: readonly Going[]): string {
  const { goes = {} }: Setting = SETTINGS[setting]
  return going.map(({ what, many }) => kindWords(goes[what] ?? ['row goes', 'rows go'], many)).join(' and ')
}

function kindWords([one, several]: readonly [string, string], many: number): string {
  return `${many.toLocaleString('en-GB')} ${many === 1 ? one : several}`
}

/** '3 working days', '1 day'. */
export function settingWords(setting: SettingCode, value: number): string {
  const { unit } = SETTINGS[setting]
  return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`
}
