import { codesOf } from '../words/codes'

/** The words of family support and parenting programmes. Safe for the browser. */

export const PROGRAMME_TYPE_LABELS = {
  parenting_course: 'Parenting course',
  family_learning: 'Family learning',
  childrens_or_homework_visits: 'Children’s or homework visits',
  recorded_stories: 'Recorded stories',
  family_support_worker: 'Family support worker',
  legal_rights_advice: 'Legal rights advice',
  couple_relationship: 'Couple relationship',
  mother_and_baby: 'Mother and baby',
  kinship_carers: 'Kinship carers',
  visitors_centre: 'Visitors’ centre',
} as const
export type ProgrammeType = keyof typeof PROGRAMME_TYPE_LABELS

export const DELIVERED_IN_LABELS = {
  prison: 'In prison',
  community: 'In the community',
  video: 'By video',
  phone: 'By phone',
  visits_hall: 'In the visits hall',
}
export type DeliveredIn = keyof typeof DELIVERED_IN_LABELS
export const DELIVERED_IN = codesOf(DELIVERED_IN_LABELS)

/** Delivered inside the walls: only for people held in one of the programme's prisons. */
export const INSIDE_PRISON: readonly DeliveredIn[] = ['prison', 'visits_hall']

export const AUDIENCES = [
  'mothers',
  'fathers',
  'young_parents',
  'carers',
  'partners',
  'children_under_5',
  'children_5_to_11',
  'children_12_to_17',
  'pregnant',
  'parents_with_no_contact',
] as const
export type Audience = (typeof AUDIENCES)[number]

const AGE_BANDS: readonly Audience[] = ['children_under_5', 'children_5_to_11', 'children_12_to_17']

/** True for an audience that says how old a child is, and nothing of the grown-up. */
export function isAgeBand(audience: Audience): boolean {
  return AGE_BANDS.includes(audience)
}

export const AUDIENCE_LABELS: Record<Audience, string> = {
  mothers: 'Mothers',
  fathers: 'Fathers',
  young_parents: 'Young parents',
  carers: 'Carers',
  partners: 'Partners',
  children_under_5: 'Children under 5',
  children_5_to_11: 'Children aged 5 to 11',
  children_12_to_17: 'Children aged 12 to 17',
  pregnant: 'People who are pregnant',
  parents_with_no_contact: 'Parents with no contact',
}

export const PROGRAMME_FORMAT_LABELS = {
  group: 'In a group',
  one_to_one: 'One to one',
} as const
export type ProgrammeFormat = keyof typeof PROGRAMME_FORMAT_LABELS

export const ROTL_NEED_LABELS = {
  not_needed: 'Not needed',
  possible: 'Possible',
  required: 'Required',
}
export type RotlNeed = keyof typeof ROTL_NEED_LABELS
export const ROTL_NEEDS = codesOf(ROTL_NEED_LABELS)
