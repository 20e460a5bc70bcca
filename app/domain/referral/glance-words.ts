import type { PersonFacts } from '../eligibility/facts'
import { releaseWords, wantedAreas } from '../person-case/case-words'
import { FUNDING, HISTORY, ROSH, VIOLENCE, YES_NO } from '../person-case/fact-choices'
import type { ReleaseConfidence } from '../person-case/person-case'
import type { Day } from '../region/calendar'
import { householdLine } from './triage-words'

/** A person at a glance, in the bands of tier 1. Safe for the browser. */

export interface Row {
  key: string
  value: string
}

interface Glanced {
  releaseOn: Day | null
  releaseConfidence: ReleaseConfidence
  facts: PersonFacts
}

/** What triage reads first: release, areas, household, money, conditions, risk bands. */
export function glanceRows({ releaseOn, releaseConfidence, facts }: Glanced, today: Day): Row[] {
  return [
    { key: 'Release', value: releaseWords(releaseOn, releaseConfidence, today) },
    { key: 'Preferred areas', value: wantedAreas(facts) },
    { key: 'Household', value: householdLine(facts) },
    { key: 'Money', value: FUNDING[facts.funding] },
    { key: 'Curfew or tag', value: YES_NO[facts.curfew] },
    { key: 'Supervised OST', value: YES_NO[facts.supervisedOst] },
    { key: 'Risk in bands', value: riskBands(facts) },
  ]
}

/** 'RoSH low · Violence none · Arson none · …' */
function riskBands(facts: PersonFacts): string {
  const bands = [
    ['RoSH', ROSH[facts.rosh]],
    ['Violence', VIOLENCE[facts.violence]],
    ['Arson', HISTORY[facts.arson]],
    ['Sexual offence', HISTORY[facts.sexualOffence]],
    ['Against children', HISTORY[facts.offencesAgainstChildren]],
  ] as const
  return bands.map(([name, band]) => `${name}: ${band.toLowerCase()}`).join(' · ')
}
