import type { TypedColumns } from './typed-columns'

const ANSWERS = ['app/domain/casework/correct-person.test.ts', '$topic: $field'] as const
const BASICS = ['app/domain/casework/correct-person.test.ts', '%s'] as const
const STRUCK = [
  'app/domain/held/strike-own-words.test.ts',
  'of %s are struck out by whoever’s own they are, by nobody else, and who and when stays',
] as const
const NOMINATED = 'app/domain/nomination/nomination.test.ts'
const STEP_TAKEN_BACK = [
  NOMINATED,
  'lets the side that took the last step take it back, and only that side',
] as const
const STAYS = 'app/domain/referral/stay/undone-stays.test.ts'

/** Of cases, referrals and nominations. */
export const CASES: readonly TypedColumns[] = [
  // The case.
  {
    table: 'caseIdentity',
    columns: ['name', 'prisonNumber', 'dateOfBirth', 'crn'],
    page: 'cases/:caseId/person',
    test: BASICS,
  },
  { table: 'personCase', columns: ['sex'], page: 'cases/:caseId/person', test: BASICS },
  { table: 'caseCustody', columns: ['homeAuthority'], page: 'cases/:caseId/person', test: BASICS },
  {
    table: 'caseCustody',
    columns: ['custodyStatus', 'statusSince', 'releaseType'],
    page: 'cases/:caseId/status',
    test: BASICS,
  },
  {
    table: 'personCase',
    columns: ['releaseOn', 'releaseConfidence'],
    page: 'cases/:caseId/release-date',
    test: [
      'app/domain/case/record/case.database.test.ts',
      'moves the release date, keeps what it was, and works ages out again',
    ],
  },
  { table: 'caseTriage', columns: ['facts'], page: 'cases/:caseId/answers/:topic', test: ANSWERS },
  { table: 'caseNeeds', columns: ['facts'], page: 'cases/:caseId/answers/:topic', test: ANSWERS },
  { table: 'caseSafety', columns: ['facts'], page: 'cases/:caseId/answers/:topic', test: ANSWERS },
  {
    table: 'caseClosing',
    columns: ['reason', 'note'],
    page: 'cases/:caseId/closing',
    test: [
      'app/domain/casework/close-case.test.ts',
      'is corrected by the team alone, once, over nobody’s change, and the history says what it was',
    ],
  },
  {
    table: 'caseShortlistNote',
    columns: ['note'],
    page: 'cases/:caseId/shortlist/:serviceId',
    test: [
      'app/domain/shortlist/change-shortlist.test.ts',
      'keeps what a note said before, by whom and when, and lets a colleague correct it',
    ],
  },
  {
    table: 'outcomeCheck',
    columns: ['answers', 'replacedBecause'],
    page: 'cases/:caseId/checks/:check',
    test: [
      'app/domain/outcome/record-check.test.ts',
      'asks why before it replaces what stands, keeps what stood, and never writes over a colleague’s',
    ],
  },
  {
    table: 'nobodyFits',
    columns: ['agreed'],
    page: 'cases/:caseId/nobody-fits',
    test: [
      'app/domain/nobody-fits/nobody-fits.test.ts',
      'with a no counts as need, is sent to nobody, and can become a yes',
    ],
  },
  {
    table: 'nobodyFits',
    columns: ['endedAs'],
    page: 'queue',
    test: [
      'app/domain/nobody-fits/correct-end.test.ts',
      'is said anew by a coordinator: what it said stays in the history, and the officer is told',
    ],
  },
  {
    table: 'releaseListEntry',
    columns: ['prisonCode', 'releaseOn', 'sex'],
    page: 'cases/release-list',
    test: [
      'app/domain/release-list/apply-list.test.ts',
      'moves the case with its entry, keeps why, and takes off who is gone',
    ],
  },

  // Referrals and nominations.
  {
    table: 'referral',
    columns: ['primaryReason', 'otherReasons'],
    page: 'referrals/:referralId/:event',
    test: [
      'app/domain/referral/events/undo-end/undo-end.test.ts',
      'goes on where it was, in the time it had, and is read as before',
    ],
  },
  {
    table: 'referral',
    columns: ['assessmentAt', 'assessmentMethod'],
    page: 'referrals/:referralId/:event',
    test: [
      'app/domain/referral/events/book-assessment/book-assessment.test.ts',
      'is put right by going back to review and booking anew, and both sides read what it was',
    ],
  },
  {
    table: 'referral',
    columns: ['requestedItems'],
    page: 'referrals/:referralId/:event',
    test: [
      'app/domain/referral/events/take-back-question/question.test.ts',
      'is taken back: under review in its full time, nothing left to answer, and both sides are told',
    ],
  },
  {
    table: 'offer',
    columns: ['fromOn', 'untilOn', 'conflictCheckDone'],
    page: 'referrals/:referralId/:event',
    test: [
      'app/domain/referral/events/take-back-offer/take-back-offer.test.ts',
      'frees the bed and is under review again, with the reason in the history alone',
    ],
  },
  {
    table: 'placement',
    columns: ['arrivedOn'],
    page: 'referrals/:referralId/:event',
    test: [STAYS, 'begins on the day that is put right, with the day it was said to in the history'],
  },
  {
    table: 'placement',
    columns: ['expectedDepartureOn'],
    page: 'referrals/:referralId/:event',
    test: [STAYS, 'ends on another day than was said: sure, about, or nobody knows'],
  },
  {
    table: 'placement',
    columns: ['departedOn', 'departure'],
    page: 'referrals/:referralId/:event',
    test: [STAYS, 'is put right: its day, its kind and the turnaround, and it stays ended when it did'],
  },
  {
    table: 'nomination',
    columns: ['cohortId'],
    page: 'nominations/:nominationId',
    test: [
      NOMINATED,
      'changes its run: the place before is free, the new one is to be given, and taking it back puts all back',
    ],
  },
  {
    table: 'nomination',
    columns: ['justification'],
    page: 'nominations/:nominationId',
    test: [
      NOMINATED,
      'is made against the result with why, that can be corrected, and its provider reads both',
    ],
  },
  {
    table: 'nomination',
    columns: ['leftReason', 'licence'],
    page: 'nominations/:nominationId',
    test: STEP_TAKEN_BACK,
  },
  {
    table: 'referral',
    columns: ['agreedTier'],
    page: 'referrals/:referralId/:event',
    test: [
      'app/domain/referral/events/change-agreement/change-agreement.test.ts',
      'opens more to the assessor and the managers where it is widened, and ends what is narrowed at once',
    ],
  },
  {
    table: 'nomination',
    columns: ['agreed'],
    page: 'nominations/:nominationId',
    test: [
      'app/domain/nomination/nomination-readers.test.ts',
      'with a no is kept as need and sent to nobody',
    ],
  },

  // Words about somebody, wherever they lie: struck out.
  { table: 'referralNote', columns: ['note'], page: 'referrals/:referralId', test: STRUCK },
  { table: 'offer', columns: ['extensionReason'], page: 'referrals/:referralId', test: STRUCK },
  { table: 'nobodyFitsAnswer', columns: ['note'], page: 'queue/:caseId', test: STRUCK },
]
