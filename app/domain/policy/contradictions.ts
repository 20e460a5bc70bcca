import type { Policy } from '../eligibility/policy'
import { isForOthers } from '../vacancy/rooms/room'
import type { PolicyFieldName } from './policy-fields'

/** What a policy must go together with, beside itself. */
export interface Around {
  /** Whom the rooms in use are for, where that is said of a room. */
  roomSexes: readonly string[]
}

export interface Contradiction {
  /** Stays the same for the tick that answers it. */
  code: string
  /** What would mend it; the first is where it is said. */
  fields: readonly PolicyFieldName[]
  isSo: (policy: Policy, around: Around) => boolean
  /** What does not go together, and how to mend it. */
  say: string
  /** It may be meant all the same: the words of the tick that says so. Without them it is refused. */
  mayBe?: string
}

/** What a policy cannot state at once, and what it hardly means. */
export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    code: 'ages',
    fields: ['ageMin', 'ageMax'],
    isSo: ({ ageMin, ageMax }) => ageMin !== null && ageMax !== null && ageMin > ageMax,
    say: 'The youngest age is above the oldest, so nobody would fit. Change one of them',
  },
  {
    code: 'boys',
    fields: ['boysHighestAge', 'childrenHighestAge'],
    isSo: ({ children }) =>
      children?.rule === 'live_in' &&
      children.boysHighestAge !== null &&
      children.highestAge !== null &&
      children.boysHighestAge > children.highestAge,
    say: 'The highest age of boys is above the highest age of all children. Lower it, or leave it empty',
  },
  {
    code: 'pregnancy_children',
    fields: ['pregnancy', 'children'],
    isSo: ({ pregnancy, children }) => pregnancy?.toWeek === null && children?.rule === 'none',
    say: 'You take women at any week of pregnancy, and no children: where would the baby be? Say up to which week, or how children can live here',
  },
  {
    code: 'pregnancy_men',
    fields: ['pregnancy', 'sex'],
    isSo: ({ pregnancy, sex }) => pregnancy !== null && sex === 'men',
    say: 'You take men only, and women who are pregnant. Change who can live here, or leave pregnancy not stated',
  },
  {
    code: 'rooms_of_others',
    fields: ['sex'],
    isSo: ({ sex }, { roomSexes }) => roomSexes.some(room => isForOthers(sex, room)),
    say: 'It has rooms that are for others than those you take. Change or close those rooms first, or choose “Women and men”',
  },
  {
    code: 'recovery',
    fields: ['recovery', 'onlyFor'],
    isSo: ({ substances, onlyFor }) =>
      onlyFor?.length === 1 &&
      onlyFor[0] === 'in_recovery' &&
      substances?.recovery === 'no' &&
      substances.ost === 'no',
    say: 'It is kept for people in recovery, and takes nobody in recovery or on OST. Change one of them',
  },
  {
    code: 'couples_one_sex',
    fields: ['couple', 'sex'],
    isSo: ({ couple, sex }) => couple === 'yes' && (sex === 'women' || sex === 'men'),
    say: 'You take couples, and one sex only. Is that right?',
    mayBe: 'Yes, couples of that one sex',
  },
  {
    code: 'unspent',
    fields: ['convictions', 'peopleFromPrison'],
    isSo: ({ convictions, peopleFromPrison }) =>
      convictions?.rule === 'none_unspent' && peopleFromPrison === 'yes',
    say: 'You take people straight from prison, and nobody with an unspent conviction. Whoever leaves a sentence has one, so almost nobody would fit. Is that right?',
    mayBe: 'Yes, only people who were not sentenced',
  },
  {
    code: 'injecting',
    fields: ['injecting', 'active'],
    isSo: ({ injecting, substances }) => injecting === 'yes' && substances?.active === 'no',
    say: 'You take people who inject drugs, and nobody who uses drugs. Is that right?',
    mayBe: 'Yes, only people who injected in the past',
  },
  {
    code: 'active_alone',
    fields: ['active', 'recovery', 'ost'],
    isSo: ({ substances }) =>
      substances?.active === 'yes' && (substances.recovery === 'no' || substances.ost === 'no'),
    say: 'You take people who use drugs or drink heavily, and not everybody who is in recovery or on OST. Is that right?',
    mayBe: 'Yes, it is for people who use now',
  },
  {
    code: 'perpetrators_among_survivors',
    fields: ['domesticAbusePerpetrator', 'onlyFor'],
    isSo: ({ domesticAbusePerpetrator, onlyFor }) =>
      domesticAbusePerpetrator === 'any' && onlyFor?.includes('domestic_abuse') === true,
    say: 'It is kept for people who have been abused, and takes people with any history of domestic abuse towards others. Is that right?',
    mayBe: 'Yes, both live here',
  },
  {
    code: 'nrpf_benefit',
    fields: ['nrpf', 'funding'],
    isSo: ({ nrpf, funding }) =>
      nrpf === 'accepts' && funding?.length === 1 && funding[0] === 'housing_benefit',
    say: 'You take people without recourse to public funds, and rent from benefits only, which they cannot have. Is that right?',
    mayBe: 'Yes, they are told',
  },
  {
    code: 'funding_none',
    fields: ['funding'],
    isSo: ({ funding }) => funding !== null && funding.length > 1 && funding.includes('none'),
    say: 'You tick ways to pay, and “No way to pay”. Is that right?',
    mayBe: 'Yes, somebody who has no way to pay is taken too',
  },
  {
    code: 'funding_none_charge',
    fields: ['weeklyCharge', 'funding'],
    isSo: ({ funding, weeklyChargePence }) =>
      funding?.includes('none') === true && (weeklyChargePence ?? 0) > 0,
    say: 'You take people who have no way to pay, and everybody pays something each week. Is that right?',
    mayBe: 'Yes, it is waived for them',
  },
  {
    code: 'wheelchair_step',
    fields: ['wheelchair', 'levelAccess'],
    isSo: ({ access }) => access?.wheelchair === 'yes' && access.levelAccess === 'no',
    say: 'Somebody who uses a wheelchair can live here, and the way in is not level. Is that right?',
    mayBe: 'Yes, there is a ramp or another way',
  },
]

/** What does not go together in a policy, of what was changed alone: an old fault elsewhere stops nobody. */
export function contradictionsIn(
  policy: Policy,
  changed: readonly PolicyFieldName[],
  around: Around,
): Contradiction[] {
  return CONTRADICTIONS.filter(
    ({ fields, isSo }) => fields.some(name => changed.includes(name)) && isSo(policy, around),
  )
}
