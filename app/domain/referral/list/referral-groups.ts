import type { Paging } from '../../list/paging'
import type { Side } from '../referral'
import { factsOf, type GroupKeys, REFERRAL_STATES, type ReferralState, statesAt } from '../states'

/** Referrals by what must be done next, for the lists of both sides. Safe for the browser. */

/** A heading of a list. */
interface GroupKind<Key = string> {
  key: Key
  title: string
  /** What to do with them. */
  hint: string
}

/** What a list shows: what is open, who lives there, or what ended. */
export const REFERRAL_LISTS = ['open', 'here', 'ended'] as const
export type ReferralList = (typeof REFERRAL_LISTS)[number]
/** For a provider's day, of what is open: what is new, and what she decides next. */
export type ReferralListPart = ReferralList | 'new' | 'to_decide'

/** What waits for an act or for the day itself, the most pressing first; whoever arrived waits for neither, and stands apart. */
const OPEN_GROUPS: { readonly [S in Side]: readonly GroupKind<GroupKeys[S]>[] } = {
  provider: [
    { key: 'new', title: 'New', hint: 'Take to assess, ask or decline' },
    {
      key: 'decide',
      title: 'To decide',
      hint: 'Book an assessment, offer or decline',
    },
    {
      key: 'expected',
      title: 'Expected',
      hint: 'Record the arrival',
    },
    {
      key: 'referrer',
      title: 'Waiting for the referrer',
      hint: 'You are told when the answer comes',
    },
    {
      key: 'waiting',
      title: 'Waiting list',
      hint: 'Say every 14 days who is still on it',
    },
    {
      key: 'parked',
      title: 'Parked',
      hint: 'The person said yes to another place. You are told if it falls through',
    },
  ],
  referrer: [
    {
      key: 'offers',
      title: 'Offers to answer',
      hint: 'Ask the person, then record yes or no before the offer expires',
    },
    {
      key: 'asked',
      title: 'Information to send, approval to record',
      hint: 'The provider waits for you',
    },
    { key: 'coming', title: 'Place found', hint: 'Agree the arrival' },
    {
      key: 'waiting',
      title: 'Waiting for the provider',
      hint: 'Open any that is marked late and phone the provider',
    },
    {
      key: 'parked',
      title: 'Parked',
      hint: 'Another place was accepted. Reopen one if that falls through',
    },
  ],
}

/** The groups of a side's open list in their order, with the states each gathers. */
export function openGroups(side: Side): (GroupKind & { states: readonly ReferralState[] })[] {
  return OPEN_GROUPS[side].map(group => ({ ...group, states: statesIn(side, group.key) }))
}

/** The states of a list, in the order in which its groups stand. */
export function statesOf(list: ReferralListPart, side: Side): readonly ReferralState[] {
  const states: Readonly<Record<ReferralListPart, readonly ReferralState[]>> = {
    open: openGroups(side).flatMap(group => group.states),
    here: statesAt('stay'),
    ended: statesAt('ended'),
    new: statesIn(side, 'new'),
    to_decide: [...statesIn(side, 'decide'), ...statesIn(side, 'waiting')],
  }
  return states[list]
}

/** Before every group of what is open: whoever leaves within hours, whatever must be done. */
const OUT_GROUP = {
  key: 'out',
  title: 'Out today or tomorrow',
  hint: 'Ring where anything is still to be settled',
}

/** The states in which somebody who leaves within hours stands first. */
export const STAND_FIRST = statesAt('before_offer', 'offer', 'place', 'moved')

/** How many of the whole list are in which state; `out` of those leave today or tomorrow, or left in the last days. */
export type ListCounts = Partial<Record<ReferralState, { all: number; out: number }>>

/** One page of a list as it was read: how many there are of the whole, and the referrals of this page in order. */
export interface ReferralsRead<Listed> extends Paging {
  list: ReferralListPart
  counts: ListCounts
  referrals: Listed[]
}

interface ReferralGroup<Line> extends GroupKind {
  /** How many there are on all pages. */
  count: number
  lines: Line[]
}

/** A side's list: the open ones in groups, or else one after another. */
export interface ReferralsPage<Line> extends Paging {
  list: ReferralListPart
  groups: ReferralGroup<Line>[]
  lines: Line[]
}

/** The referrals read as a page; groups without a referral on it are left out. */
export function referralsPage<Listed extends { state: ReferralState; isOut: boolean }, Line>(
  { referrals, counts, ...read }: ReferralsRead<Listed>,
  side: Side,
  lineOf: (referral: Listed) => Line,
): ReferralsPage<Line> {
  if (read.list !== 'open') return { ...read, groups: [], lines: referrals.map(lineOf) }
  const out = {
    ...OUT_GROUP,
    count: Object.values(counts).reduce((sum, each) => sum + each.out, 0),
    lines: referrals.filter(({ isOut }) => isOut).map(lineOf),
  }
  const groups = openGroups(side).map(({ states, ...kind }) => ({
    ...kind,
    count: states.reduce((sum, state) => sum + (counts[state]?.all ?? 0) - (counts[state]?.out ?? 0), 0),
    lines: referrals.filter(({ state, isOut }) => !isOut && states.includes(state)).map(lineOf),
  }))
  return { ...read, groups: [out, ...groups].filter(({ lines }) => lines.length > 0), lines: [] }
}

function statesIn(side: Side, group: GroupKeys[Side]): ReferralState[] {
  return REFERRAL_STATES.filter(state => factsOf(state).group?.[side] === group)
}
