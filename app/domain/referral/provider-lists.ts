import { londonDay, relativeDay } from '../region/calendar'
import { nearDay } from '../region/near-time'
import type { Arriving } from './arriving.server'
import { dueLine } from './due-words'
import { REFERRAL_STATE_LABELS, type ReferralState } from './referral'
import { type GroupKind, type ReferralsPage, referralsPage } from './referral-groups'
import type { InboxReferral } from './referral-lists.server'
import { releaseLine } from './disclosure/release-shown'
import { triageHeading } from './triage-words'

/** A provider's referrals in words, tier 1 and nothing more. Safe for the browser. */

export interface InboxLine {
  id: string
  reference: string
  who: string
  serviceName: string
  release: string
  state: ReferralState
  stateLabel: string
  due: string | null
  late: boolean
  fit: { fits: number; ask: number; doesNotFit: number }
}

/** What must be done next, the most pressing first. */
const GROUPS: readonly GroupKind[] = [
  { key: 'new', title: 'New', hint: 'Take to assess, ask or decline', states: ['submitted'] },
  {
    key: 'decide',
    title: 'To decide',
    hint: 'Book an assessment, offer or decline',
    states: ['under_review', 'assessment_booked', 'to_reconfirm'],
  },
  {
    key: 'expected',
    title: 'Expected',
    hint: 'Record the arrival',
    states: ['accepted', 'awaiting_approval'],
  },
  {
    key: 'referrer',
    title: 'Waiting for the referrer',
    hint: 'You are told when the answer comes',
    states: ['information_requested', 'offered', 'parked', 'draft'],
  },
  {
    key: 'waiting',
    title: 'Waiting list',
    hint: 'Say every 14 days who is still on it',
    states: ['waiting_list'],
  },
  { key: 'here', title: 'Here now', hint: 'Record the departure when a stay ends', states: ['arrived'] },
]

/** A provider's list: open referrals by what must be done next, or those that ended, which say how. */
export function inboxPage(
  closed: boolean,
  referrals: readonly InboxReferral[],
  now: Date,
): ReferralsPage<InboxLine> {
  return referralsPage(closed, referrals, GROUPS, each => {
    const line = inboxLine(each, now)
    return closed ? { ...line, due: line.stateLabel } : line
  })
}

/** One referral as a line of a list. */
export function inboxLine(referral: InboxReferral, now: Date): InboxLine {
  const { id, reference, serviceName, state, triage, outcomes, releaseOn, late } = referral
  return {
    id,
    reference,
    who: triageHeading(triage),
    serviceName,
    release: releaseLine(releaseOn, 1, londonDay(now)),
    state,
    stateLabel: REFERRAL_STATE_LABELS[state],
    due: dueLine(state, referral.dueAt, now),
    late,
    fit: { fits: outcomes.eligible, ask: outcomes.discuss, doesNotFit: outcomes.notEligible },
  }
}

export interface ArrivingLine {
  id: string
  /** 'R-20877 · Wed 25 November'. */
  title: string
  about: string[]
  isOverdue: boolean
}

/** Who comes when, to which bedspace, until what time. */
export function arrivingLine(arriving: Arriving, now: Date): ArrivingLine {
  const today = londonDay(now)
  const { id, reference, fromOn, state, latestArrival } = arriving
  const day = nearDay(fromOn, today).replace('on ', '')
  const parts = [
    arriving.bedspaceName,
    arriving.serviceName,
    latestArrival ? `latest arrival ${latestArrival.slice(0, 5)}` : 'latest arrival not stated',
    state === 'accepted' ? null : REFERRAL_STATE_LABELS[state].toLowerCase(),
  ]
  const overdue = fromOn < today
  return {
    id,
    title: `${reference} · ${overdue ? `was expected ${relativeDay(fromOn, today)}` : day}`,
    about: parts.filter(part => part !== null),
    isOverdue: overdue,
  }
}
