import { codesOf } from '../words/codes'

/** The words of a service as people read them. Kinds and pathways have files of their own. Safe for the browser. */

export const REFERRAL_ROUTE_LABELS = {
  here: 'Prison resettlement teams refer through Throughgate',
  phone: 'By phone',
  elsewhere: 'Not through Throughgate',
}
export type ReferralRoute = keyof typeof REFERRAL_ROUTE_LABELS
export const REFERRAL_ROUTES = codesOf(REFERRAL_ROUTE_LABELS)

export const SUPPORT_LEVEL_LABELS = {
  low: 'Low support',
  medium: 'Medium support',
  high: 'High support',
}
export type SupportLevel = keyof typeof SUPPORT_LEVEL_LABELS
export const SUPPORT_LEVELS = codesOf(SUPPORT_LEVEL_LABELS)

/** An answer of a policy that may be open: blank is 'not stated', never 'no'. */
export const YES_CASE_NO_LABELS = {
  yes: 'Yes',
  case_by_case: 'Case by case',
  no: 'No',
}
export type YesCaseNo = keyof typeof YES_CASE_NO_LABELS
export const YES_CASE_NO = codesOf(YES_CASE_NO_LABELS)

/** 'Yes', 'No' or 'Not stated'. */
export function yesNoOrBlank(answer: boolean | null): string {
  if (answer === null) return 'Not stated'
  return answer ? 'Yes' : 'No'
}
