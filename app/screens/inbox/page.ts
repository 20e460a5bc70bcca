import { londonDay, relativeDay } from '~/domain/time/calendar'
import { nearDay } from '~/domain/time/near-time'
import type { Arriving } from '~/domain/referral/list/arriving.server'
import { type ListedChange, listedChange } from '~/domain/referral/changes/change-words'
import { dueTold } from '~/domain/referral/disclosure/due-told'
import { dueLine, outFirst } from '~/screens/referral-lists/due'
import { releasedEarly } from '~/domain/referral/stay/released-early'
import { stateLabel, type ReferralState } from '~/domain/referral/states'
import {
  type ReferralsPage,
  type ReferralsRead,
  referralsPage,
  STAND_FIRST,
} from '~/domain/referral/list/referral-groups'
import type { InboxReferral } from '~/domain/referral/list/referral-lists.server'
import { lastDayRead, releaseLine } from '~/domain/referral/disclosure/release-shown'
import { triageHeading } from '~/domain/referral/disclosure/triage'
import { inSentence } from '~/domain/words/english'

/** A provider's referrals in words, tier 1 and nothing more. Safe for the browser. */

export interface InboxLine {
  id: string
  reference: string
  who: string
  serviceName: string
  /** 'Out tomorrow', of somebody who stands first. */
  out: string | null
  release: string
  state: ReferralState
  stateLabel: string
  due: string | null
  late: boolean
  fit: { fits: number; ask: number; doesNotFit: number }
  /** 'Ring the referrer' where something changed that a list may not say; 'Changed since referred' where it may. */
  changed: ListedChange | null
}

/** A provider's list: open referrals by what must be done next, who lives there, or those that ended, which say how. */
export function inboxPage(read: ReferralsRead<InboxReferral>, now: Date): ReferralsPage<InboxLine> {
  return referralsPage(read, 'provider', each => {
    const line = inboxLine(each, now)
    return read.list === 'ended' ? { ...line, due: line.stateLabel } : line
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
    out: STAND_FIRST.includes(state) ? outFirst(releaseOn, londonDay(now)) : null,
    release:
      releasedEarly(referral.arrivedOn, referral, londonDay(now)) ?? releaseLine(referral, 1, londonDay(now)),
    state,
    stateLabel: stateLabel(state),
    due: dueLine({ ...referral, releaseOn: lastDayRead(referral), dueAt: dueTold(1, referral, now) }, now),
    late,
    changed: listedChange(referral.changed, 'provider', state),
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
  const { id, reference, expectedOn, state, latestArrival } = arriving
  const day = nearDay(expectedOn, today).replace('on ', '')
  const parts = [
    arriving.bedspaceName,
    arriving.serviceName,
    latestArrival ? `latest arrival ${latestArrival.slice(0, 5)}` : 'latest arrival not stated',
    state === 'accepted' ? null : inSentence(stateLabel(state)),
  ]
  const overdue = expectedOn < today
  return {
    id,
    title: `${reference} · ${overdue ? `was expected ${relativeDay(expectedOn, today)}` : day}`,
    about: parts.filter(part => part !== null),
    isOverdue: overdue,
  }
}
