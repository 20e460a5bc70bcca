import type { PersonFacts } from '~/domain/eligibility/facts'

/** Somebody alone, with housing benefit, of whom no risk is recorded: what most sketches start from. */
export const ALONE: Partial<PersonFacts> = {
  couple: 'no',
  childrenPlan: 'none',
  children: [],
  pregnancy: 'no',
  pets: 'none',
  funding: 'housing_benefit',
  recourse: 'yes',
  accessNeeds: [],
  careLeaver: 'no',
  veteran: 'no',
  mentalHealth: 'no',
  learningDisability: 'no',
  arrearsPence: 0,
  canPayCharge: 'yes',
  licenceExclusions: [],
  licenceKeepAwayFrom: [],
}

/** Asked about, and confirmed none. */
export const NO_RISK_HISTORY: Partial<PersonFacts> = {
  arson: 'none',
  sexualOffence: 'none',
  offencesAgainstChildren: 'none',
  domesticAbusePerpetrator: 'none',
  violence: 'none',
}

/** A place the person has lived. */
export function livedIn(authority: string): Pick<PersonFacts, 'localConnection'> {
  return { localConnection: [{ authority, ground: 'lived_there' }] }
}
