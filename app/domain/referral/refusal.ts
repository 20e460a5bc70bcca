import type { Day } from '../time/calendar'
import type { Requirement } from './requirement'
import type { ReferralState } from './states'

/** Why an act on a referral was refused, as a code and what the person needs to go on. Safe for the browser. */
export type Refusal =
  | { ok: false; reason: PlainRefusal }
  /** Somebody was quicker; both versions are shown. */
  | { ok: false; reason: 'stale'; state: ReferralState; version: number }
  | { ok: false; reason: 'state_does_not_allow'; state: ReferralState }
  | { ok: false; reason: 'missing'; missing: Requirement }
  /** `until` is the day the bedspace is claimed to, null when until further notice. */
  | { ok: false; reason: 'bedspace_taken'; until: Day | null }
  /** The bedspace is claimed from a day on; `lastOn` is the last day of a stay that leaves time for the turnaround. */
  | { ok: false; reason: 'stay_too_long'; claimedFrom: Day; lastOn: Day }
  /** `referralId` is the open referral of the same case to the same service. */
  | { ok: false; reason: 'already_referred'; referralId: string }
  /** The stay itself, or its first room, ends on a day by then; `because` says what ends it. */
  | { ok: false; reason: 'ends_before'; endsOn: Day; because: EndOfDays }
  /** `from` is an ISO instant. */
  | { ok: false; reason: 'too_early_for_no_show'; from: string }

/** What ends the days of a room: the person moved or left, is to move, is sure to leave, or it is promised to another. */
export type EndOfDays = 'left' | 'to_move' | 'sure' | 'promised'

type PlainRefusal = keyof typeof PLAIN_REFUSALS
export type RefusalReason = Refusal['reason']

/** What the refusals that need no more say to the person, and what she can do. */
const PLAIN_REFUSALS = {
  not_found: 'There is no such referral.',
  different: 'This form was already sent with other answers. Open the page again and look at what was saved.',
  service_not_found: 'This service is no longer listed. Choose another.',
  service_closed:
    'The service has closed since. Open it again first, on the page of how it stands: then say that the person is still there.',
  service_not_here: 'This service does not take referrals here. Its page says how to refer.',
  service_paused: 'This service is paused and takes no new referral now. Ring it, or choose another.',
  service_nominates:
    'People are nominated for this programme, not referred to it. Open it for this case, then nominate.',
  agreement_unchanged: 'This is what was agreed already. Choose another answer, or go back.',
  agreement_needed: 'Record the person’s agreement to this referral, or do not send it.',
  justification_needed: 'Say why you refer although the answer was not "eligible".',
  basis_changed: 'This changed while you had it open. Look at what is different, then send the form again',
  decided_again:
    'What is known of the person or the service changed while you had this page open. Read the answer again, then send',
  another_accepted:
    'The person has an accepted place elsewhere. Tick that this yes frees it, or ask what the person wants.',
  has_arrived:
    'The person has arrived at a place. Nobody else is asked until its provider has recorded the departure.',
  changes_unread:
    'Read what changed since it was referred, or ring where it says so, then tick that you have.',
  reason_invalid: 'Choose a main reason, up to two more, and add words where you chose "other".',
  conflict_check_needed: 'Record that the conflict check is done before you offer.',
  bedspace_not_found: 'This bedspace is not one of the service’s.',
  dates_invalid: 'Check the dates: the last must come after the first.',
  names_person:
    'People at triage read this, and may not know who the person is. Take out the name, the numbers and the date of birth.',
  night_in_past: 'The first night must be today or later.',
  before_release:
    'That day is before the day of release. Tick that the person was released early and was here by then, or enter the day of release or a later one.',
  date_in_past: 'The time of the assessment must be in the future.',
  date_in_future: 'The day must be today or earlier.',
  offer_expired: 'The offer has expired. Ask the provider to offer again.',
  already_extended: 'The offer was extended once already, and can be no more.',
  no_time_before_release:
    'The offer stands as long as it can before the release. Ring the referrer for the answer.',
  another_stands:
    'Another referral of this case is accepted. It must fall through before this one is reopened.',
  date_is_known: 'The release date is known now. Reconfirm the place for it.',
  date_not_known:
    'The release date is not known. Keep holding the bedspace, or decline with a reason and phone the referrer.',
  same_bedspace: 'The person has this room already. Choose another.',
  room_promised:
    'The room the person is in is promised to somebody else by then. Choose an earlier day, or settle that promise first.',
  after_leaving:
    'The person is expected to have left by then. Choose an earlier day, or say first until when the stay goes on.',
  promised_since:
    'The room the person is in was promised to somebody else for after the move. Settle that promise first, or let the move stand.',
  promise_over: 'The days that were promised are over.',
  case_closed:
    'The prison has closed the case. Phone the referrer, who can reopen it: then this can be done.',
  arranged_since:
    'Something else has been arranged for the person since. Phone the referrer: this can be undone once that is settled.',
  assessor_unknown: 'The assessor must be somebody of your organisation.',
} as const

const OTHER_REFUSALS: Record<Exclude<RefusalReason, PlainRefusal>, string> = {
  stale: 'Somebody else changed this referral while you had it open. Look at what it says now.',
  state_does_not_allow: 'The referral has moved on, and this can no longer be done.',
  missing: 'Something this step needs was left out.',
  bedspace_taken: 'The bedspace is taken on some of these days. Choose another, or other dates.',
  stay_too_long: 'The bedspace is claimed before this stay ends. End it sooner, or choose another.',
  ends_before: 'The days in that room end by then. Choose an earlier day.',
  already_referred: 'This case already has an open referral to this service.',
  too_early_for_no_show:
    'A no-show is recorded from noon of the next working day, so that late arrivals keep their bed.',
}

/** What to tell the person, in a sentence or two. */
export function refusalText(reason: RefusalReason): string {
  return reason in PLAIN_REFUSALS
    ? PLAIN_REFUSALS[reason as PlainRefusal]
    : OTHER_REFUSALS[reason as Exclude<RefusalReason, PlainRefusal>]
}

/** The HTTP status that fits: 404 for nothing there, 422 for what can be mended in the form, 409 for what has changed. */
export function refusalStatus(reason: RefusalReason): 404 | 409 | 422 {
  if (reason === 'not_found') return 404
  return CONFLICTS.has(reason) ? 409 : 422
}

const CONFLICTS: ReadonlySet<RefusalReason> = new Set([
  'stale',
  'basis_changed',
  'decided_again',
  'state_does_not_allow',
  'bedspace_taken',
  'already_referred',
  'offer_expired',
  'already_extended',
  'no_time_before_release',
  'date_is_known',
  'date_not_known',
  'another_stands',
  'case_closed',
  'promise_over',
  'service_closed',
  'arranged_since',
])
