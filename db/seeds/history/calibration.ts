import type { Barrier } from '~/domain/unmet-need/barriers'
import type { Episode, Route } from '~/domain/unmet-need/episode'
import type { Weights } from './random'

/**
 * What the invented history is like. Where women go: published, women released from prison in England and Wales, 2017–18 (settled 55.8%, bail or
 * probation accommodation 6.7%, other unsettled 12.9%, nowhere 17.8%, unknown 6.8%). Everything else is the project's own estimate,
 * and no figure made from it says anything about a real woman.
 */

/** About 350 releases of women a year: 480 releases a month in the region, women 6–8% of them. */
export const RELEASES_A_QUARTER = { fewest: 87, most: 97 }

export type Destination = 'settled' | 'bail_or_probation' | 'unsettled' | 'nowhere' | 'unknown'

/** By year of the history, the first and the years after it: what is published lies in the middle, and it gets a little better. */
export const DESTINATIONS: readonly Weights<Destination>[] = [
  { settled: 54.3, bail_or_probation: 6.2, unsettled: 13.2, nowhere: 19.5, unknown: 6.8 },
  { settled: 55.3, bail_or_probation: 6.5, unsettled: 13.0, nowhere: 18.4, unknown: 6.8 },
  { settled: 56.2, bail_or_probation: 6.9, unsettled: 12.8, nowhere: 17.3, unknown: 6.8 },
  { settled: 57.0, bail_or_probation: 7.2, unsettled: 12.6, nowhere: 16.4, unknown: 6.8 },
]

/** Of those who go there, the share that had nowhere to live, or a place for less than 12 weeks: about 31% of all. */
export const NEED_BEFORE: Readonly<Record<Destination, Weights<'nowhere' | 'under_12_weeks' | 'none'>>> = {
  settled: { nowhere: 3, under_12_weeks: 3, none: 94 },
  bail_or_probation: { nowhere: 34, under_12_weeks: 10, none: 56 },
  unsettled: { nowhere: 20, under_12_weeks: 36, none: 44 },
  nowhere: { nowhere: 84, under_12_weeks: 12, none: 4 },
  unknown: { nowhere: 5, under_12_weeks: 5, none: 90 },
}

/** The share of housing questions answered, by year of the history. */
export const ANSWERED = [0.8, 0.89, 0.93, 0.93]

/** By which way those who needed a place, and those who did not, came by one. A refusal to say is 'other'. */
export const ROUTES: Readonly<
  Record<'need' | 'no_need', Readonly<Record<Exclude<Destination, 'nowhere' | 'unknown'>, Weights<Route>>>>
> = {
  need: {
    settled: { approved_route: 45, council: 30, cas: 0, own_home: 8, family: 12, other: 5 },
    bail_or_probation: { approved_route: 0, council: 0, cas: 100, own_home: 0, family: 0, other: 0 },
    unsettled: { approved_route: 30, council: 30, cas: 6, own_home: 0, family: 24, other: 10 },
  },
  no_need: {
    settled: { approved_route: 1, council: 1, cas: 0, own_home: 72, family: 23, other: 3 },
    bail_or_probation: { approved_route: 0, council: 0, cas: 100, own_home: 0, family: 0, other: 0 },
    unsettled: { approved_route: 2, council: 4, cas: 2, own_home: 6, family: 76, other: 10 },
  },
}

/** How often a place was approved at midnight before, by the way it came. */
export const SECURED_BEFORE: Weights<Route> = {
  approved_route: 0.94,
  council: 0.5,
  cas: 0.85,
  own_home: 0.97,
  family: 0.75,
  other: 0.4,
}

/** Percent of those from the region; 8% more come from outside it, 2% are unknown. */
export const HOMES: Weights<string> = {
  E06000047: 16,
  E06000004: 12,
  E06000057: 10,
  E08000021: 10,
  E06000002: 9,
  E08000024: 9,
  E06000003: 8,
  E08000022: 7,
  E08000037: 6,
  E06000001: 6,
  E08000023: 5,
  E06000005: 2,
}
export const HOME_ELSEWHERE = { outside: 0.08, unknown: 0.02 }

export const AGES = {
  '18-20': 4,
  '21-24': 11,
  '25-29': 17,
  '30-39': 38,
  '40-49': 21,
  '50-59': 7,
  '60+': 2,
} as const satisfies Weights<string>

export const CUSTODY: Weights<NonNullable<Episode['custodyStatus']>> = {
  remand: 15,
  recall: 12,
  sentenced: 73,
}
/** Of the sentenced, by length of sentence. */
export const SENTENCES = { to_6_months: 55, to_12_months: 13, longer: 32 } as const satisfies Weights<string>
/** Days in prison. */
export const DAYS_INSIDE = {
  remand: [12, 95],
  recall: [14, 120],
  to_6_months: [14, 88],
  to_12_months: [80, 180],
  longer: [150, 700],
} as const satisfies Record<string, readonly [number, number]>

/** A year besides the releases: about eight transfers, three deportations, one death, six who stay. */
export const ENDED_AS: Weights<'released' | 'transferred' | 'deported' | 'died' | 'not_released'> = {
  released: 350,
  transferred: 8,
  deported: 3,
  died: 1,
  not_released: 6,
}

/** The share of women with each; of those that matter for a bed only. */
export const BARRIER_SHARES: Weights<Barrier> = {
  mental_health: 0.71,
  substances: 0.46,
  domestic_abuse: 0.6,
  learning_disability: 0.17,
  access: 0.07,
  pregnancy: 0.04,
  children: 0.12,
  couple: 0.04,
  pet: 0.06,
  arson: 0.05,
  sexual_offence: 0.02,
  violence: 0.16,
  high_risk: 0.15,
  no_recourse: 0.03,
  arrears: 0.22,
  licence_area: 0.08,
}
/** Where nobody got round to asking, none is recorded. */
export const BARRIERS_ASKED = 0.88
