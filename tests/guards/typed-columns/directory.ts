import type { TypedColumns } from './typed-columns'

const ENTRY = [
  'tests/http/entries/entry-screens.test.ts',
  '%s: is answered, said on the entry, corrected, and its old answer kept',
] as const
const ENTRY_LISTS = [
  'tests/http/entries/entry-screens.test.ts',
  'keeps which areas and pathways came and went',
] as const
const RUN = [
  'tests/http/entries/runs.test.ts',
  'is added, said, corrected in every field, and its old answers stand in the history',
] as const
const NOTES = 'tests/http/entries/notes.test.ts'
const DECISIONS = 'tests/http/entries/decisions.test.ts'

/** Of the directory, its rooms and its beds. */
export const DIRECTORY: readonly TypedColumns[] = [
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
    table: 'entryReview',
    columns: ['words'],
    page: 'approvals/:serviceId/decisions/:reviewId',
    test: [
      DECISIONS,
      'is worded anew by an editor, its old words stay in the history, and the provider is told',
    ],
  },
  {
    table: 'entryReview',
    columns: ['decision'],
    page: 'approvals/:serviceId/decisions/:reviewId',
    test: [
      DECISIONS,
      'of approval is taken back: out of the directory, waiting again, kept as taken back, and told',
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
      'tests/http/entries/runs-cancelled.test.ts',
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
]
