import type { EpisodeReferral } from '~/domain/unmet-need/episode'
import type { Weights } from './random'

/** What referrals came to in the invented history: the project's own estimate, save what is said beside it. */

/** How many are made for a woman who needs a place. */
export const REFERRALS_MADE = { '0': 24, '1': 28, '2': 24, '3': 14, '4': 7, '5': 3 } as const

/** Of the referrals that do not bring her place: 55–60% of all are not accepted by the provider. */
export const UNSUCCESSFUL: Weights<'declined' | 'expired' | 'refused' | 'withdrawn'> = {
  declined: 73,
  expired: 5,
  refused: 9,
  withdrawn: 13,
}

/** Why the provider said no: full 65%, needs 45%, risk 25%, and more than one may apply. */
export const DECLINED_FOR = { full: 0.65, needs: 0.45, risk: 0.25, other: 0.08 }
export const FULL: Weights<string> = {
  'capacity.no_bed_in_area': 40,
  'capacity.no_women_only_bed': 38,
  'capacity.no_self_contained_bed': 8,
  'capacity.no_adapted_bed': 3,
  'capacity.no_family_or_couple_bed': 6,
  'capacity.not_enough_staff': 5,
}
export const NEEDS: Weights<string> = {
  'needs.mental_health': 42,
  'needs.substances': 38,
  'needs.physical_or_care': 6,
  'needs.learning_disability': 6,
  'needs.language': 2,
  'needs.children': 4,
  'needs.pet': 2,
}
export const RISK: Weights<string> = {
  'risk.arson': 18,
  'risk.sexual': 4,
  'risk.children': 4,
  'risk.violence': 28,
  'risk.mix_with_residents': 22,
  'risk.earlier_behaviour': 10,
  'risk.location': 6,
  'risk.rosh': 8,
}
export const OTHER_GROUNDS: Weights<string> = {
  'eligibility.no_local_connection': 40,
  'eligibility.nrpf': 10,
  'eligibility.too_local': 8,
  'eligibility.rent_unaffordable': 16,
  'process.too_late': 16,
  'process.incomplete': 10,
}

export const REASONS_OF: Readonly<Record<'refused' | 'no_show' | 'withdrawn_in_vain', Weights<string>>> = {
  refused: {
    'person.area': 28,
    'person.sharing': 22,
    'person.rules': 14,
    'person.safety': 12,
    'person.prefers_other': 12,
    'person.cost': 6,
    'person.changed_mind': 6,
  },
  no_show: {
    'no_show.gate_arrest_or_recall': 30,
    'no_show.other_place_found': 20,
    'no_show.travel': 10,
    'no_show.unsafe': 8,
    'no_show.unknown': 32,
  },
  withdrawn_in_vain: {
    'withdrawn.circumstances': 45,
    'withdrawn.agreement_withdrawn': 20,
    'withdrawn.released_early': 35,
  },
}

/** Refuges take about 2% of women with convictions; about a tenth of what is sent to women-only places goes to them. */
export const WOMEN_ONLY_SHARE = 0.55
export const REFUGE_SHARE_OF_WOMEN_ONLY = 0.2
export const REFUGE_ACCEPTS = 0.02

/** Working days to the first step, and from it to the decision. */
export const DAYS_TO_STEP = { '0': 34, '1': 50, '2': 11, '3': 5 } as const
export const DAYS_TO_DECISION = {
  '0': 22,
  '1': 26,
  '2': 22,
  '3': 17,
  '4': 5,
  '5': 4,
  '7': 3,
  '10': 1,
} as const

/** How a stay that came by a referral ends, and that it does within 84 nights in about a third of cases. */
export const STAY_ENDS: Weights<'planned' | 'evicted' | 'abandoned' | 'recalled' | 'unsafe' | 'hospital'> = {
  planned: 20,
  evicted: 24,
  abandoned: 28,
  recalled: 20,
  unsafe: 5,
  hospital: 3,
}
export const ENDS_WITHIN_84_NIGHTS = 0.32
/** Places that were hers and that nobody took up. */
export const NOT_TAKEN_UP = 0.14

export type Unsuccessful = keyof typeof UNSUCCESSFUL
export type Ended = Exclude<EpisodeReferral['outcome'], 'open'>
