/**
 * Reasons are category + reason, a primary and up to two more, and a note; each says what it means for reporting (product.md,
 * "Reasons are"). A code reads 'category.reason' and is stored as it is. Safe for the browser.
 */

/** U unmet need, R resolved elsewhere, P process. */
export type ReportingMeaning = 'U' | 'R' | 'P'

export interface Reason {
  code: string
  /** The heading it is listed under. */
  category: string
  label: string
  meaning: ReportingMeaning
}

/** What is being explained; each has its own list. */
export type ReasonPurpose = 'decline' | 'refuse' | 'withdraw' | 'no_show' | 'take_back_offer'

export const REASON_NOTE_LIMIT = 300
export const MORE_REASONS_LIMIT = 2

const DECLINE: readonly Reason[] = [
  ...category('capacity', 'Capacity', 'U', {
    no_bed_in_area: 'No bed in the area',
    no_women_only_bed: 'No women-only bed',
    no_self_contained_bed: 'No self-contained bed',
    no_adapted_bed: 'No adapted bed',
    no_family_or_couple_bed: 'No family or couple bed',
    not_enough_staff: 'Not enough staff',
  }),
  ...category('needs', 'Needs', 'U', {
    mental_health: 'Mental health',
    substances: 'Substances',
    physical_or_care: 'Physical or care needs',
    learning_disability: 'Learning disability',
    language: 'Language',
    children: 'Children’s number, age or sex',
    pet: 'Pet',
  }),
  ...category('risk', 'Risk', 'U', {
    arson: 'Arson',
    sexual: 'Sexual offences',
    children: 'Risk to children',
    violence: 'Violence',
    mix_with_residents: 'Mix with residents',
    earlier_behaviour: 'Earlier behaviour',
    location: 'Location',
    rosh: 'Risk of serious harm (RoSH)',
  }),
  ...category('eligibility', 'Eligibility', 'U', {
    nrpf: 'No recourse to public funds (NRPF)',
    no_local_connection: 'No local connection',
    too_local: 'Too local to be safe',
    rent_unaffordable: 'Rent unaffordable',
  }),
  ...category('eligibility', 'Eligibility', 'P', {
    age_or_sex: 'Age or sex',
    supervision_too_short: 'Supervision too short',
  }),
  ...category('process', 'Process', 'P', {
    incomplete: 'Incomplete',
    too_early: 'Too early',
    too_late: 'Too late',
    duplicate: 'Duplicate',
    error: 'Error',
    wrong_service: 'Wrong service',
  }),
  ...category('decline', 'Other', 'U', { other: 'Other' }),
]

const REFUSE: readonly Reason[] = [
  ...category('person', 'The person', 'U', {
    area: 'Area',
    property: 'Property',
    sharing: 'Sharing',
    rules: 'Rules',
    cost: 'Cost',
    safety: 'Safety',
    prefers_other: 'Prefers another place',
    changed_mind: 'Changed her or his mind',
    no_contact: 'No contact',
  }),
  ...category('person', 'Other', 'U', { other: 'Other' }),
]

const WITHDRAW: readonly Reason[] = [
  ...category('withdrawn', 'Housed by another route', 'R', {
    placed_by_council: 'Placed by the council',
    placed_by_cas: 'Placed by CAS',
    safe_family: 'Safe with family',
    placed_other: 'Placed another way',
    recalled_or_remanded: 'Recalled or remanded',
  }),
  ...category('withdrawn', 'Changed circumstances', 'P', {
    released_early: 'Released early',
    transferred: 'Transferred',
    agreement_withdrawn: 'Agreement withdrawn',
    circumstances: 'Circumstances changed',
    died: 'Died',
  }),
  ...category('withdrawn', 'Other', 'P', { other: 'Other' }),
]

const NO_SHOW: readonly Reason[] = [
  ...category('no_show', 'No-show', 'R', {
    gate_arrest_or_recall: 'Gate arrest or recall',
    other_place_found: 'Other place found',
    hospital: 'Hospital',
  }),
  ...category('no_show', 'No-show', 'P', { released_earlier: 'Released earlier' }),
  ...category('no_show', 'No-show', 'U', { travel: 'Travel', unsafe: 'Unsafe', unknown: 'Unknown' }),
  ...category('no_show', 'Other', 'U', { other: 'Other' }),
]

const TAKE_BACK_OFFER: readonly Reason[] = [
  ...category('take_back', 'The bedspace', 'U', {
    bedspace_unusable: 'The bedspace cannot be used',
    promised_already: 'It was promised to somebody else',
    staffing: 'Too few staff for these days',
  }),
  ...category('take_back', 'The referral', 'U', { mix_with_residents: 'Mix with residents' }),
  ...category('take_back', 'The referral', 'P', {
    facts_changed: 'What was known changed',
    by_mistake: 'Offered by mistake',
  }),
  ...category('take_back', 'Other', 'P', { other: 'Other' }),
]

export const REASONS: Record<ReasonPurpose, readonly Reason[]> = {
  decline: DECLINE,
  refuse: REFUSE,
  withdraw: WITHDRAW,
  no_show: NO_SHOW,
  take_back_offer: TAKE_BACK_OFFER,
}

/** The reason that stops all reading at once, tier 1 too. */
export const AGREEMENT_WITHDRAWN = 'withdrawn.agreement_withdrawn'

/** The reason after which the bedspace is no free one either: its void is to be added. */
export const BEDSPACE_UNUSABLE = 'take_back.bedspace_unusable'

/** How a stay ended. Kept on the placement, not among the reasons. */
export const DEPARTURES = [
  'planned',
  'evicted',
  'abandoned',
  'recalled',
  'unsafe',
  'hospital',
  'died',
] as const
export type Departure = (typeof DEPARTURES)[number]
export const DEPARTURE_LABELS: Record<Departure, string> = {
  planned: 'Planned move-on',
  evicted: 'Evicted',
  abandoned: 'Abandoned',
  recalled: 'Recalled',
  unsafe: 'Not safe to stay',
  hospital: 'Hospital',
  died: 'Died',
}

const byCode: ReadonlyMap<string, Reason> = new Map(
  Object.values(REASONS)
    .flat()
    .map(reason => [reason.code, reason]),
)

/** A primary reason and up to two more. "Other" needs words. */
export interface GivenReasons {
  primary: string
  others: readonly string[]
  note: string | null
}

/** What is wrong with the reasons given for a purpose, or null: an unknown code, too many, one twice, "other" without words. */
export function reasonsProblem(
  purpose: ReasonPurpose,
  given: GivenReasons,
): 'reason_unknown' | 'reason_twice' | 'reasons_too_many' | 'other_needs_words' | 'note_too_long' | null {
  const codes = [given.primary, ...given.others]
  if (codes.some(code => !REASONS[purpose].some(reason => reason.code === code))) return 'reason_unknown'
  if (new Set(codes).size !== codes.length) return 'reason_twice'
  if (given.others.length > MORE_REASONS_LIMIT) return 'reasons_too_many'
  if ((given.note?.length ?? 0) > REASON_NOTE_LIMIT) return 'note_too_long'
  return codes.some(isOther) && !given.note?.trim() ? 'other_needs_words' : null
}

/** The words of a stored reason; an unknown code is shown as it is. */
export function reasonLabel(code: string): string {
  return byCode.get(code)?.label ?? code
}

/** What a stored reason means for reporting, or null for an unknown code. Person and "too late" are settled by the report. */
export function reasonMeaning(code: string): ReportingMeaning | null {
  return byCode.get(code)?.meaning ?? null
}

function isOther(code: string): boolean {
  return code.endsWith('.other')
}

function category(
  key: string,
  heading: string,
  meaning: ReportingMeaning,
  labels: Record<string, string>,
): Reason[] {
  return Object.entries(labels).map(([reason, label]) => ({
    code: `${key}.${reason}`,
    category: heading,
    label,
    meaning,
  }))
}
