/** The words of a service as people read them. Kinds and pathways have files of their own. Safe for the browser. */

export const REFERRAL_ROUTES = ['here', 'phone', 'elsewhere'] as const
export type ReferralRoute = (typeof REFERRAL_ROUTES)[number]
export const REFERRAL_ROUTE_LABELS: Record<ReferralRoute, string> = {
  here: 'Prison resettlement teams refer through Throughgate',
  phone: 'By phone',
  elsewhere: 'Not through Throughgate',
}

export const SUPPORT_LEVELS = ['low', 'medium', 'high'] as const
export type SupportLevel = (typeof SUPPORT_LEVELS)[number]
export const SUPPORT_LEVEL_LABELS: Record<SupportLevel, string> = {
  low: 'Low support',
  medium: 'Medium support',
  high: 'High support',
}

/** An answer of a policy that may be open: blank is 'not stated', never 'no'. */
export const YES_CASE_NO = ['yes', 'case_by_case', 'no'] as const
export type YesCaseNo = (typeof YES_CASE_NO)[number]
export const YES_CASE_NO_LABELS: Record<YesCaseNo, string> = {
  yes: 'Yes',
  case_by_case: 'Case by case',
  no: 'No',
}

/** 'Yes', 'No' or 'Not stated'. */
export function yesNoOrBlank(answer: boolean | null): string {
  if (answer === null) return 'Not stated'
  return answer ? 'Yes' : 'No'
}
