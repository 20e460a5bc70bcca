import type { TopicCode } from '~/domain/case/answers/fact-topics'
import type { FactsPatch } from '~/domain/case/answers/facts-form'

/** Answers that leave no rule waiting. */
export const KNOWN_ANSWERS: Record<Exclude<TopicCode, 'safety'>, FactsPatch> = {
  household: { couple: 'no', childrenPlan: 'none', children: null, pregnancy: 'no', pets: 'none' },
  needs: {
    supportNeed: 'low',
    substances: 'none',
    injecting: 'none',
    supervisedOst: 'no',
    accessNeeds: [],
    careLeaver: 'no',
    veteran: 'no',
    mentalHealth: 'no',
    learningDisability: 'no',
  },
  risk: {
    arson: 'none',
    sexualOffence: 'none',
    offencesAgainstChildren: 'none',
    domesticAbusePerpetrator: 'none',
    violence: 'none',
    rosh: 'low',
    roshAssessedOn: '2026-10-01',
    unspentConviction: 'no',
    curfew: 'no',
  },
  areas: {
    preferredAuthorities: ['E08000024'],
    localConnection: [],
    licenceExclusions: [],
    licenceKeepAwayFrom: [],
  },
  money: { funding: 'housing_benefit', canPayCharge: 'yes', recourse: 'yes', arrearsPence: 0 },
}
/** A policy that takes any woman; what it leaves out is not stated. */
export const OPEN_TO_ALL = {
  sex: 'women',
  peopleFromPrison: 'yes',
  convictions: { rule: 'any' },
  arson: { rule: 'any' },
  sexualOffence: 'any',
  offencesAgainstChildren: 'any',
  domesticAbusePerpetrator: 'any',
  violence: { highest: 'very_high' },
  rosh: { highest: 'very_high' },
  substances: { recovery: 'yes', ost: 'yes', active: 'yes' },
  injecting: 'yes',
  nrpf: 'accepts',
  localConnection: 'none',
  funding: ['housing_benefit'],
  curfew: 'yes',
}
