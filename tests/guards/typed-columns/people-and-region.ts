import type { TypedColumns } from './typed-columns'

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

/** Of accounts and organisations, and of what the region keeps. */
export const PEOPLE_AND_REGION: readonly TypedColumns[] = [
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
      'tests/http/account/own-factors.test.ts',
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
