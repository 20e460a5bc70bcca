import { category, type Reason } from '../../reasons'
import { isAt, isReferralState } from '../../states'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { reasonsForm } from '../reasons-form'

const REASONS: readonly Reason[] = [
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
    address_refused: 'Address refused by probation',
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

const TOLD = {
  name: 'declined',
  subject: 'Referral {R} is declined',
  happened: 'The provider has declined referral {R}.',
  toDo: 'Sign in to read why, and to refer elsewhere.',
} as const satisfies Message

const PLACE_GONE = {
  name: 'declined_with_place',
  subject: 'Referral {R}: the place is gone',
  happened:
    'The service closes: the accepted place for referral {R} is no more, and the referral is declined.',
  toDo: 'Sign in to read why, and to refer elsewhere. Referrals that were parked for this place can be reopened.',
} as const satisfies Message

/** A place that was accepted is declined where its service closes, and nowhere else (lifecycle.ts). */
function isPlace(from: string | null): boolean {
  return from !== null && isReferralState(from) && isAt(from, 'place')
}

/** The provider declines, with reasons. Safe for the browser. */
export const decline = {
  happened: 'Declined',
  reasons: REASONS,
  tells: [
    { to: 'referrer', message: TOLD, when: from => !isPlace(from) },
    { to: 'referrer', message: PLACE_GONE, wholeTeam: true, when: isPlace },
  ],
  screen: {
    words: {
      title: 'Decline this referral',
      lede: 'The referrer is told the reasons. They count, without the person, towards what the region is short of.',
      button: 'Decline',
      done: 'Declined. The referrer has been told why',
    },
    form: () => reasonsForm(REASONS),
    isWarning: true,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
