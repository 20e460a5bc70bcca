/** The words of a referral: its sides, what may be asked and answered. Safe for the browser. */

export type Side = 'referrer' | 'provider'
const SIDE_LABELS: Record<Side, string> = { referrer: 'The referrer', provider: 'The provider' }

/** Who makes an event happen. The clock is the timetable; the system is what follows from another act. */
export type Actor = Side | 'clock' | 'system'
export const ACTOR_LABELS: Record<Actor, string> = {
  ...SIDE_LABELS,
  clock: 'The clock',
  system: 'The system',
}

export const ASSESSMENT_METHODS = ['in_person', 'phone', 'video', 'rotl'] as const
export type AssessmentMethod = (typeof ASSESSMENT_METHODS)[number]
export const ASSESSMENT_METHOD_LABELS: Record<AssessmentMethod, string> = {
  in_person: 'In person',
  phone: 'By phone',
  video: 'By video',
  rotl: 'On temporary licence (ROTL)',
}

/** What a provider may ask for. Items only, so that an answer already given is never asked again in free text. */
export const REQUEST_ITEMS = [
  'release_date',
  'licence_conditions',
  'risk_detail',
  'health_needs',
  'substances',
  'money',
  'local_connection',
  'household',
  'safety',
  'own_words',
  'other',
] as const
export type RequestItem = (typeof REQUEST_ITEMS)[number]
export const REQUEST_ITEM_LABELS: Record<RequestItem, string> = {
  release_date: 'Release date and type',
  licence_conditions: 'Licence conditions',
  risk_detail: 'Risk, and what is in place',
  health_needs: 'Health and support needs',
  substances: 'Substances, OST and prescriber',
  money: 'Funding, benefits and arrears',
  local_connection: 'Local connection',
  household: 'Household and children',
  safety: 'Safety',
  own_words: 'What the person says',
  other: 'Something else, as written below',
}

/** A tier of what a reader may see: 1 triage, 2 identity and needs, 3 safety and risk detail. */
export type AgreedTier = 1 | 2 | 3
export const AGREED_TIER_LABELS: Record<AgreedTier, string> = {
  1: 'Triage only: what a first look needs, in bands, without a name',
  2: 'Identity and needs, for the assessor and the manager',
  3: 'Safety and risk detail too, for the named assessor only',
}

/** True when the text is one of the ways an assessment is held. */
export function isAssessmentMethod(text: string): text is AssessmentMethod {
  return ASSESSMENT_METHODS.some(method => method === text)
}

/** True when the text is one of the things a provider may ask for. */
export function isRequestItem(text: string): text is RequestItem {
  return REQUEST_ITEMS.some(item => item === text)
}

/** Until somebody takes the referral to assess, nobody of the provider reads more than triage does. */
export function isAskedAtTriage({ assessorId }: { assessorId: string | null }): boolean {
  return assessorId === null
}
