import { codesOf } from '../words/codes'

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

export const ASSESSMENT_METHOD_LABELS = {
  in_person: 'In person',
  phone: 'By phone',
  video: 'By video',
  rotl: 'On temporary licence (ROTL)',
}
export type AssessmentMethod = keyof typeof ASSESSMENT_METHOD_LABELS
export const ASSESSMENT_METHODS = codesOf(ASSESSMENT_METHOD_LABELS)

/** What a provider may ask for. Items only, so that an answer already given is never asked again in free text. */
export const REQUEST_ITEM_LABELS = {
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
export type RequestItem = keyof typeof REQUEST_ITEM_LABELS
export const REQUEST_ITEMS = codesOf(REQUEST_ITEM_LABELS)

/** A tier of what a reader may see: 1 triage, 2 identity and needs, 3 safety and risk detail. */
export type AgreedTier = 1 | 2 | 3
export const AGREED_TIER_LABELS: Record<AgreedTier, string> = {
  1: 'Triage only: what a first look needs, in bands, without a name',
  2: 'Identity and needs, for the assessor and the manager',
  3: 'Safety and risk detail too, for the named assessor only',
}

/** As a form and a history say them. */
export const AGREED_TIERS: Readonly<Record<'1' | '2' | '3', AgreedTier>> = { 1: 1, 2: 2, 3: 3 }

/** What a stored number says is agreed. @throws Error for any other number: the database's own check keeps those out */
export function agreedTierOf(kept: number): AgreedTier {
  const tier = AGREED_TIERS_BY_NUMBER.get(kept)
  if (tier === undefined) throw new Error('Nothing that can be agreed')
  return tier
}

const AGREED_TIERS_BY_NUMBER = new Map<number, AgreedTier>(
  Object.values(AGREED_TIERS).map(tier => [tier, tier]),
)

/** Until somebody takes the referral to assess, nobody of the provider reads more than triage does. */
export function isAskedAtTriage({ assessorId }: { assessorId: string | null }): boolean {
  return assessorId === null
}
