import { limitWords } from '../eligibility/rules/children-wording'
import { prisonName } from '../area/region'
import { pounds } from '../money/money'
import { AUDIENCE_LABELS, DELIVERED_IN_LABELS } from '../programme/programme'
import type { Day } from '../time/calendar'
import { shortDay } from '../time/near-time'
import { BEDSPACE_TYPE_LABELS } from '../vacancy/vacancy'
import { labelOf } from '../words/codes'
import { inSentence, listed, sentence } from '../words/english'
import type { AskedAbout, AskedProgramme } from './asked-about'

/** The words of what people ask: a yes, a no, what is to be asked, or plain words; null is not stated. Safe for the browser. */
export type Said = { answer: 'yes' | 'no' | 'ask'; value: string } | string | null

const YES_CASE_NO: Readonly<Record<string, Said>> = {
  yes: { answer: 'yes', value: 'Yes' },
  case_by_case: { answer: 'ask', value: 'Case by case' },
  no: { answer: 'no', value: 'No' },
  assistance_only: { answer: 'ask', value: 'Assistance dogs' },
  visits_only: { answer: 'ask', value: 'Visits only' },
  none: { answer: 'no', value: 'No' },
}

export function yesCaseNo(stated: string | null): Said {
  return stated === null ? null : (YES_CASE_NO[stated] ?? null)
}

/** '18 to 25', '18 and over', 'Up to 25'. */
export function agesSaid({ ageMin, ageMax }: AskedAbout['takes']): Said {
  if (ageMin === null) return ageMax === null ? null : `Up to ${ageMax}`
  return ageMax === null ? `${ageMin} and over` : `${ageMin} to ${ageMax}`
}

export function childrenSaid(children: AskedAbout['takes']['children']): Said {
  if (children?.rule !== 'live_in') return yesCaseNo(children?.rule ?? null)
  const limits = limitWords(children)
  return { answer: 'yes', value: limits === '' ? 'Yes' : `Yes, ${limits}` }
}

/** A shared house says nothing of its rooms: most have one for each. */
const ROOMS = { ...BEDSPACE_TYPE_LABELS, self_contained: 'Own', shared: 'Shared house' }

/** 'Own', 'Shared house', 'Own or shared house': what its bedspaces are. */
export function roomsSaid(rooms: readonly string[]): Said {
  const words = rooms.map(type => labelOf(ROOMS, type))
  return words.length === 0 ? null : sentence(listed(words.sort(), 'or').toLowerCase())
}

/** '£148 rent and £14 charge a week, £25 at first'; the provider's own words where no sum is stated. */
export function paySaid({ rent, charge, firstWeek, payment }: AskedAbout): Said {
  const weekly = [
    ...(rent === null ? [] : [`${pounds(rent)} rent`]),
    ...(charge === null ? [] : [`${pounds(charge)} charge`]),
  ]
  const sums = [
    ...(weekly.length === 0 ? [] : [`${listed(weekly)} a week`]),
    ...(firstWeek ? [`${pounds(firstWeek)} at first`] : []),
  ]
  return sums.join(', ') || payment
}

/** 'In prison, by video: Low Newton'. */
export function whereSaid(programme: AskedProgramme | null): Said {
  if (programme === null) return null
  const ways = programme.deliveredIn.map(each => inSentence(labelOf(DELIVERED_IN_LABELS, each)))
  const prisons = programme.prisonCodes.map(prisonName)
  const words = [sentence(ways.join(', ')), prisons.join(', ')].filter(Boolean)
  return words.join(': ') || null
}

export function audienceSaid(programme: AskedProgramme | null): Said {
  const words = (programme?.audiences ?? []).map(each => inSentence(labelOf(AUDIENCE_LABELS, each)))
  return words.length === 0 ? null : sentence(listed(words))
}

/** '12 Jan to 2 Mar'; null where it goes by no runs. */
export function runSaid(programme: AskedProgramme | null, today: Day): Said {
  if (!programme?.hasRuns) return null
  const { run } = programme
  if (run === null) return { answer: 'no', value: 'None open now' }
  return `${shortDay(run.startsOn, today)} to ${shortDay(run.endsOn, today)}`
}

export function referBySaid(programme: AskedProgramme | null, today: Day): Said {
  return programme?.run ? shortDay(programme.run.lastReferralOn, today) : null
}
