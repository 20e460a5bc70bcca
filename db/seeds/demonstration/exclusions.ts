import type { z } from 'zod'
import type { Policy } from '~/domain/eligibility/policy'

type Stated = z.input<typeof Policy>

/** What each exclusion of services.json says as a criterion. One that stands in no row is kept as a note. */
const AS_CRITERION: Record<string, Stated> = {
  arson: { arson: { rule: 'never' } },
  'sexual offences': { sexualOffence: 'never' },
  'offences against children': { offencesAgainstChildren: 'never' },
  'domestic abuse perpetrators': { domesticAbusePerpetrator: 'never' },
  'serious violence in last 2 years': { violence: { highest: 'medium', olderThanYears: 2 } },
  'any unspent conviction': { convictions: { rule: 'none_unspent' } },
  'any conviction in last 12 months': { convictions: { rule: 'none_within', months: 12 } },
  'current injecting use': { injecting: 'no' },
  'current use of drugs or alcohol': {
    substances: { recovery: 'yes', ost: 'yes', active: 'no' },
    injecting: 'no',
  },
  'high risk of serious harm': { rosh: { highest: 'medium', absolute: true } },
  'rent arrears over £1,000': { arrearsLimitPence: 100_000 },
}

/** Words of services.json's notes that narrow whom a service takes, yet fit no criterion. */
const NARROWING = [
  'needs probation risk summary',
  'council placement only',
  'MAPPA referrals only',
  'probation referral only; curfew',
  'prison or court referral',
  '84 nights at most; probation referral',
]

/** The criteria a list of exclusions states. */
export function excludedCriteria(exclusions: string[]): Stated {
  return exclusions.reduce<Stated>((stated, exclusion) => ({ ...stated, ...AS_CRITERION[exclusion] }), {})
}

/** What no criterion covers, as sentences to be shown. */
export function policyNotes(exclusions: string[], note: string): string[] {
  const unmatched = exclusions.filter(exclusion => !(exclusion in AS_CRITERION)).map(asNote)
  return NARROWING.includes(note) ? [...unmatched, sentence(note)] : unmatched
}

function asNote(exclusion: string): string {
  return exclusion.startsWith('none fixed')
    ? 'No fixed exclusions: each case on its risk assessment'
    : `Not taken: ${exclusion}`
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
