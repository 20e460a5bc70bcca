/**
 * What may stand between a woman and a bed, as it is recorded on her case: the cells of M5, by code. What nobody recorded is no barrier here, and
 * one she rather not speak of is none. Safe for the browser.
 */
export const BARRIER_LABELS = {
  mental_health: 'Mental health',
  substances: 'Drugs or alcohol',
  domestic_abuse: 'Domestic abuse',
  learning_disability: 'Learning disability or neurodiversity',
  access: 'Access needs',
  pregnancy: 'Pregnant',
  children: 'Children to live with her',
  couple: 'Wants to live with a partner',
  pet: 'A pet',
  arson: 'Arson',
  sexual_offence: 'Sexual offences',
  violence: 'Violence',
  high_risk: 'High or very high risk of serious harm',
  no_recourse: 'No recourse to public funds',
  arrears: 'Rent arrears',
  licence_area: 'Areas closed to her by licence',
} as const

export type Barrier = keyof typeof BARRIER_LABELS

export const BARRIERS = Object.keys(BARRIER_LABELS) as readonly Barrier[]
