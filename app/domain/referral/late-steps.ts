import { type RingOnTheDay, workingDaysAfter } from './due'
import type { Message } from './events/message'
import { actsNext, factsOf, isAt, REFERRAL_STATES } from './states'

/**
 * Steps that are late: whoever must act is told, and a working day later the region (product.md, "Lifecycle": late steps escalate).
 * An offer has a clock of its own, and whoever lives somewhere waits for nothing. Safe for the browser.
 */
export const CHASED_STATES = REFERRAL_STATES.filter(
  state => factsOf(state).limit !== undefined && actsNext(state) !== null && !isAt(state, 'offer', 'stay'),
)

/** What may be settled on the day of release, or not. */
export const EXPECTED_STATES = REFERRAL_STATES.filter(state =>
  isAt(state, 'before_offer', 'offer', 'place', 'moved'),
)

export type LateStep = 'late' | 'escalated'

/** How far a limit that has passed is told of: of one that has not, nothing. */
export function lateSteps(dueAt: Date, now: Date): LateStep[] {
  if (now <= dueAt) return []
  return now > workingDaysAfter(dueAt, 1) ? ['late', 'escalated'] : ['late']
}

/** Told to whoever referred, on the day of release itself. The numbers stand on the referral's page. */
export const RING_MESSAGES = {
  provider: {
    name: 'ring_on_the_day',
    subject: 'Referral {R}: ring the provider now',
    happened:
      'It is the day of release, and nothing says yet where the person of referral {R} sleeps tonight.',
    toDo: 'Please ring the provider now. Sign in for the number.',
  },
  out_of_hours: {
    name: 'ring_out_of_hours',
    subject: 'Referral {R}: ring the provider’s out-of-hours line now',
    happened:
      'It is the night of the release, and nothing says yet where the person of referral {R} sleeps. A bed that is held for the person stays held until noon tomorrow at least.',
    toDo: 'Please ring the provider’s out-of-hours line now. Sign in for the number.',
  },
} as const satisfies Record<RingOnTheDay, Message>

/** The region's administrator is no party to a referral, and reads of no person: her message names the service alone. */
export const LATE_MESSAGES = {
  provider: {
    name: 'step_late_provider',
    subject: 'Referral {R} is late',
    happened: 'The next step of referral {R} is yours, and its time has passed.',
    toDo: 'Please see to it today, or have it taken over. In another working day the regional administrator is told.',
  },
  referrer: {
    name: 'step_late_referrer',
    subject: 'Referral {R} waits for you',
    happened:
      'The next step of referral {R} is your team’s, and its time has passed. Nothing is closed by itself.',
    toDo: 'Please see to it today. In another working day the regional administrator is told.',
  },
  stay: {
    name: 'stay_overdue',
    subject: 'Referral {R}: is the person still there?',
    happened:
      'The person of referral {R} was expected to leave some days ago, and nobody has recorded that they have.',
    toDo: 'Please record the departure, or say until when the person stays. Until then you are asked each week.',
  },
  stayRegion: {
    name: 'stay_overdue_region',
    subject: 'A stay should have ended, and nobody says whether it has',
    happened:
      'A stay at a service should have ended some days ago. Nobody has recorded that it has, and those who keep the service have been asked.',
    toDo: 'Please ring the service: its page has the number.',
  },
  stayEndless: {
    name: 'stay_endless',
    subject: 'Referral {R}: is the person still there?',
    happened:
      'The person of referral {R} has been there for weeks, and no day is said on which they are expected to leave.',
    toDo: 'Please record the departure, or say until when the person stays. Until then you are asked again.',
  },
  otherStays: {
    name: 'other_stays_overdue',
    subject: 'Are they still there? A stay in one of your rooms has no end',
    happened:
      'Somebody stays in one of your rooms, not by a referral, and was expected to leave some days ago, or has been there for weeks with no day said.',
    toDo: 'Please sign in: your page of the day says in which room. Record the departure, or say until when the person stays. Until then you are asked again.',
  },
  move: {
    name: 'move_overdue',
    subject: 'Referral {R}: has the person moved?',
    happened:
      'The person of referral {R} was to move to another room some days ago, and nobody has recorded that they have.',
    toDo: 'Please record the move, change its day, or call it off. Until then you are asked each week.',
  },
  moveRegion: {
    name: 'move_overdue_region',
    subject: 'Somebody was to move to another room, and nobody says whether they have',
    happened:
      'Somebody who stays at a service was to move to another of its rooms some days ago. Nobody has recorded the move, and those who keep the service have been asked.',
    toDo: 'Please ring the service: its page has the number.',
  },
  region: {
    name: 'step_late_region',
    subject: 'A referral is a working day late',
    happened:
      'A referral to a service is more than a working day past its time, and those whose step it is have been told.',
    toDo: 'Please ring the service: its page has the number.',
  },
} as const satisfies Record<string, Message>
