import type { DB } from '@db/schema'
import type { PAGES } from '~/paths'

type Page = (typeof PAGES)[number][0]

/** Columns of a table that people fill in, the page on which they are corrected, and the test that corrects them there. */
type TypedColumns = {
  [Table in keyof DB]: {
    table: Table
    columns: readonly (keyof DB[Table] & string)[]
    page: Page
    /** A test file and the name of the test in it. */
    test: readonly [file: string, name: string]
  }
}[keyof DB]

const ENTRY = [
  'tests/http/entries/entry-screens.test.ts',
  '%s: is answered, said on the entry, corrected, and its old answer kept',
] as const
const ENTRY_LISTS = [
  'tests/http/entries/entry-screens.test.ts',
  'keeps which areas and pathways came and went',
] as const
const ANSWERS = ['app/domain/casework/correct-person.test.ts', '$topic: $field'] as const
const BASICS = ['app/domain/casework/correct-person.test.ts', '%s'] as const
const STRUCK = [
  'app/domain/held/held-person.test.ts',
  'are struck out of %s by an administrator, once, and who and when stays',
] as const
const REGISTER = [
  'app/domain/action/register.test.ts',
  'keeps what every field was before it was corrected, by whom and when',
] as const
const ORGANISATION = [
  'tests/http/entries/approving.test.ts',
  'is kept by its own manager, and its old answers stand in its history',
] as const
const ACCESS_CHANGED = [
  'tests/http/account/own-account.test.ts',
  'is changed and ended with effect on their next request, and a name corrected with its history',
] as const
const NOMINATED = 'app/domain/nomination/nomination.test.ts'
const STEP_TAKEN_BACK = [
  NOMINATED,
  'lets the side that took the last step take it back, and only that side',
] as const
const RUN = [
  'tests/http/entries/runs.test.ts',
  'is added, said, corrected in every field, and its old answers stand in the history',
] as const
const NOTES = 'tests/http/entries/notes.test.ts'
const STAYS = 'app/domain/referral/stay/undone-stays.test.ts'

/** Every column that people fill in. A new one stands in no row and in no kind of untyped-columns.ts: the guard fails until it does. */
export const TYPED_COLUMNS: readonly TypedColumns[] = [
  // An account, and who may do what.
  {
    table: 'person',
    columns: ['name'],
    page: 'account',
    test: ['tests/http/account/own-account.test.ts', 'takes a name, and keeps what it was'],
  },
  {
    table: 'person',
    columns: ['passwordHash'],
    page: 'account/password',
    test: [
      'tests/http/account/own-account.test.ts',
      'is changed by the one that holds, and every other session ends',
    ],
  },
  {
    table: 'person',
    columns: ['email'],
    page: 'account/email',
    test: [
      'app/domain/account/email/change-email.test.ts',
      'holds once the link at the new one is opened, once, and what it was stays in the history',
    ],
  },
  {
    table: 'membership',
    columns: ['role', 'endedReason'],
    page: 'people/:membershipId',
    test: ACCESS_CHANGED,
  },
  {
    table: 'invitation',
    columns: ['email', 'role', 'organisationId'],
    page: 'people',
    test: ['tests/http/people.test.ts', 'opens nothing once it is withdrawn, or another was sent'],
  },
  {
    table: 'cover',
    columns: ['coveredBy', 'fromOn', 'untilOn'],
    page: 'account/cover',
    test: [
      'tests/http/account/own-account.test.ts',
      'is said for days and a colleague, taken back, and stays in what was said',
    ],
  },
  {
    table: 'secondFactor',
    columns: ['name'],
    page: 'account/second-factor/:factorId',
    test: [
      'tests/http/account/second-factor.test.ts',
      'are listed, get another name, and are removed, but for the last',
    ],
  },
  {
    table: 'organisationApplication',
    columns: [
      ...(['name', 'kind', 'authorityCode', 'runs', 'applicantName', 'applicantEmail'] as const),
      ...(['applicantPhone', 'words'] as const),
    ],
    page: 'organisations/applications/:applicationId',
    test: [
      'tests/http/entries/approving.test.ts',
      'is corrected by an editor, with what it said in its history',
    ],
  },
  {
    table: 'organisationApplication',
    columns: ['decision', 'reason'],
    page: 'organisations/applications/:applicationId',
    test: [
      'app/domain/organisation/decide-application.test.ts',
      'is told to whoever applied once, in fixed words alone, and is decided again',
    ],
  },
  {
    table: 'organisation',
    columns: ['name', 'prisonCode', 'authorityCode', 'phone', 'teamEmail', 'lawfulBasis'],
    page: 'organisations/:organisationId',
    test: ORGANISATION,
  },

  // The directory.
  {
    table: 'service',
    columns: [
      ...(['name', 'kind', 'summary', 'description', 'audience', 'visibility'] as const),
      ...(['phone', 'outOfHoursPhone', 'email', 'staffedHours'] as const),
      ...(['referralRoute', 'referralRouteReason'] as const),
      ...(['supportLevel', 'staffing', 'complexNeeds', 'wheelchair', 'languages'] as const),
      ...(['rentWeeklyPence', 'serviceChargeWeeklyPence', 'depositPence', 'firstWeekChargePence'] as const),
      ...(['paymentNote', 'latestArrival', 'maxStayWeeks', 'holdDays'] as const),
      ...(['offerWorkingDays', 'turnaroundWorkingDays', 'assuredOn'] as const),
    ],
    page: 'our-services/:serviceId/entry/:part',
    test: ENTRY,
  },
  {
    table: 'service',
    columns: ['pausedReason', 'pausedUntil', 'pausedNote'],
    page: 'our-services/:serviceId/standing',
    test: [
      'tests/http/entries/approving.test.ts',
      'is paused: it says so to everybody, and has no bed to offer',
    ],
  },
  {
    table: 'service',
    columns: ['confidential'],
    page: 'approvals/:serviceId',
    test: [
      'tests/http/entries/approving.test.ts',
      'for women only starts hidden, with its places, until an editor has decided with the provider',
    ],
  },
  {
    table: 'serviceArea',
    columns: ['authorityCode'],
    page: 'our-services/:serviceId/entry/:part',
    test: ENTRY_LISTS,
  },
  {
    table: 'servicePathway',
    columns: ['pathway'],
    page: 'our-services/:serviceId/entry/:part',
    test: ENTRY_LISTS,
  },
  {
    table: 'programme',
    columns: [
      ...(['type', 'deliveredIn', 'prisonCodes', 'audiences', 'takesRemand', 'minimumStayWeeks'] as const),
      ...(['sessions', 'weeks', 'format', 'languageAndLiteracy', 'childContactClearance'] as const),
      ...(['rotl', 'rotlLicence', 'travelAndCreche', 'funder', 'fundingStartsOn', 'fundingEndsOn'] as const),
      ...(['fundingRenewal', 'costPerPlacePence', 'intendedOutcomes', 'outcomeMeasure'] as const),
    ],
    page: 'our-services/:serviceId/entry/:part',
    test: ENTRY,
  },
  {
    table: 'site',
    columns: ['name', 'address', 'town', 'outcode'],
    page: 'our-services/:serviceId/sites/:siteId',
    test: ['tests/http/entries/entry-screens.test.ts', 'is added, changed and taken out, with its history'],
  },
  {
    table: 'confidentialSite',
    columns: ['name', 'address', 'town', 'postcode', 'detail'],
    page: 'our-services/:serviceId/sites/:siteId',
    test: [
      'tests/http/entries/entry-screens.test.ts',
      'that is hidden is read by its keepers alone, and stands in no history but its own',
    ],
  },
  {
    table: 'servicePolicy',
    columns: ['criteria', 'notes'],
    page: 'our-services/:serviceId/policy/:topic',
    test: [
      'app/domain/policy/state-policy.test.ts',
      'corrects every answer there is, and the history holds what each said before',
    ],
  },

  // Rooms, beds, and what becomes of them.
  {
    table: 'bedspace',
    columns: ['name', 'type', 'sex', 'wheelchair', 'note', 'rentWeeklyPence', 'serviceChargeWeeklyPence'],
    page: 'vacancies/:bedspaceId/room',
    test: [
      'app/domain/vacancy/rooms/rooms.test.ts',
      'takes every fact, and leaves what it was in the history',
    ],
  },
  {
    table: 'bedspace',
    columns: ['position'],
    page: 'our-services/:serviceId/rooms',
    test: ['app/domain/vacancy/rooms/rooms.test.ts', 'moves up and down, and not past an end'],
  },
  {
    table: 'bedspace',
    columns: ['named'],
    page: 'our-services/:serviceId/rooms/names',
    test: ['app/domain/vacancy/count/beds.test.ts', 'become each other, and every claim stays'],
  },
  {
    table: 'bedspaceClaim',
    columns: ['voidReason', 'during'],
    page: 'vacancies/claims/:claimId',
    test: [
      'app/domain/vacancy/claims/change-claim.test.ts',
      'to come is changed in its reason and its days, and keeps what it was',
    ],
  },
  {
    table: 'bedspaceClaim',
    columns: ['expectedUntil', 'leavingSure'],
    page: 'vacancies/:bedspaceId/stay',
    test: [
      'tests/http/referral-screens.test.ts',
      'say of a stay that somebody is leaving, surely or about a day, and that she is still here',
    ],
  },
  {
    table: 'bedspaceClaim',
    columns: ['leftOn', 'kind'],
    page: 'vacancies/claims/:claimId',
    test: [
      'app/domain/vacancy/claims/change-claim.test.ts',
      'a bedspace that was taken, a void that was freed, and somebody who left',
    ],
  },

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
    table: 'cohort',
    columns: [
      ...(['startsOn', 'endsOn', 'lastReferralOn', 'capacity'] as const),
      ...(['taken', 'waiting', 'reachChildren'] as const),
      ...(['weekdays', 'timeOfDay', 'place'] as const),
    ],
    page: 'our-services/:serviceId/cohorts/:cohortId',
    test: RUN,
  },
  {
    table: 'cohort',
    columns: ['cancelledReason'],
    page: 'our-services/:serviceId/cohorts/:cohortId/cancel',
    test: [
      'tests/http/entries/runs.test.ts',
      'tells the officer, frees the place, can be put on again, and the place given back',
    ],
  },
  {
    table: 'entryNote',
    columns: ['kind', 'words'],
    page: 'entry-notes/:noteId',
    test: [NOTES, 'is corrected and taken back by its teller while it is open, and stands in the history'],
  },
  {
    table: 'entryNote',
    columns: ['answer', 'answerWords'],
    page: 'entry-notes/:noteId',
    test: [NOTES, 'is answered, the answer corrected, and read by whoever told'],
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
    table: 'nomination',
    columns: ['agreed'],
    page: 'nominations/:nominationId',
    test: [NOMINATED, 'with a no is kept as need and sent to nobody'],
  },

  // Words about somebody, wherever they lie: struck out.
  { table: 'referralNote', columns: ['note'], page: 'administration/person/:caseId', test: STRUCK },
  { table: 'offer', columns: ['extensionReason'], page: 'administration/person/:caseId', test: STRUCK },
  { table: 'nobodyFitsAnswer', columns: ['note'], page: 'administration/person/:caseId', test: STRUCK },

  // What the region keeps.
  {
    table: 'registerVersion',
    columns: [
      ...(['subject', 'place', 'words', 'owner', 'costPounds', 'dueOn'] as const),
      ...(['nature', 'severity', 'state'] as const),
    ],
    page: 'actions/:entryId',
    test: REGISTER,
  },
  {
    table: 'indicatorThreshold',
    columns: ['indicator', 'green', 'amber', 'validFrom', 'why'],
    page: 'unmet-need/thresholds/:indicator',
    test: [
      'app/domain/traffic-light/thresholds.test.ts',
      'are corrected by a new row; the wrong one stays, struck, with who and when',
    ],
  },
  {
    table: 'settingValue',
    columns: ['setting', 'value', 'validFrom', 'why'],
    page: 'administration/settings/:setting',
    test: ['app/domain/setting/settings.test.ts', 'is set once a day, struck once, and stays with who did'],
  },
]

type ColumnNames = { [Table in keyof DB]?: readonly (keyof DB[Table] & string)[] }

/** What is typed and no screen corrects. Each is a fault to be mended; nothing new may be added without one to mend it. */
export const NOT_YET: readonly { why: string; columns: ColumnNames }[] = [
  {
    why: 'How the coordinator ended an entry is not corrected',
    columns: { nobodyFits: ['endedAs'] },
  },
  {
    why: 'What an editor wrote to the provider stands as it was written',
    columns: { entryReview: ['decision', 'words'] },
  },
  {
    why: 'The day of reception is asked by no form, though figures are counted from it',
    columns: { caseCustody: ['receivedOn'] },
  },
]
