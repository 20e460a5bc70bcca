import { type AccessWorld, type Asker, MEMBERS, type Member } from './access-world'

/**
 * What somebody gets.
 * page: 200 · absent: the one 404 · sign-in: sent to sign in · a path: sent there ·
 * answered: a form that reached its action, whatever that made of it · 409: told that it cannot be done now
 */
type Outcome = 'page' | 'absent' | 'sign-in' | 'answered' | '409' | `/${string}`

type Expected = Record<Asker, Outcome>

/** Who changes any entry; who that of worker’s and manager’s service; who begins one; who reads some. */
const ENTRY_EDITORS: readonly Member[] = ['editor', 'administrator']
const OWN_KEEPERS: readonly Member[] = ['manager', ...ENTRY_EDITORS]
const ENTRY_MAKERS: readonly Member[] = ['manager', 'otherProvider', 'council', ...ENTRY_EDITORS]
const ENTRY_READERS: readonly Member[] = ['worker', ...ENTRY_MAKERS]

export interface AccessCase {
  /** Whose record is asked for: own, colleague’s, another’s, absent … */
  what: string
  address: (world: AccessWorld) => string
  get: Expected
  /** For a route with an action: what a form without any field gets. */
  post?: Expected
}

const OFFICERS: readonly Member[] = ['officer', 'colleague', 'otherOfficer']
const TEAM: readonly Member[] = ['officer', 'colleague']
/** Who may hold services of their own. */
const PROVIDERS: readonly Member[] = ['worker', 'manager', 'otherProvider', 'council']
const OWN_PROVIDER: readonly Member[] = ['worker', 'manager']
const PARTIES: readonly Member[] = [...TEAM, ...OWN_PROVIDER]
/** Who keeps every entry of the directory. */
const EDITING: readonly Member[] = ['editor', 'administrator']
/** Who states policies of some services. */
const STATING: readonly Member[] = ['manager', 'otherProvider', 'council', ...EDITING]
const COUNCIL: readonly Member[] = ['council']
const COUNCIL_PARTIES: readonly Member[] = [...TEAM, ...COUNCIL]
/** Who keeps the register of gaps and actions, and who reads it. */
const KEEPERS: readonly Member[] = ['commissioner', 'administrator']
const REGISTER_READERS: readonly Member[] = [...KEEPERS, 'editor']
const EDITORS: readonly Member[] = ['editor', 'administrator']
/** Who invites people, and changes and ends what they may do. */
const PEOPLE_KEEPERS: readonly Member[] = ['manager', 'otherProvider', 'administrator']
const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

/** Every route of the built server, by its id. A route that is missing here fails the test. */
export const ACCESS: Record<string, readonly AccessCase[]> = {
  'routes/home': [
    {
      what: 'the start page',
      address: () => '/',
      get: {
        ...everyone('/services'),
        ...those(['officer', 'colleague', 'otherOfficer'], '/cases'),
        ...those(['worker', 'manager', 'otherProvider'], '/today'),
        ...those(['editor', 'administrator'], '/administration'),
        commissioner: '/unmet-need',
        coordinator: '/queue',
        signedOut: 'page',
      },
    },
  ],
  'routes/sign-in': [
    {
      what: 'the page',
      address: () => '/sign-in?next=/services',
      get: { ...everyone('/services'), signedOut: 'page' },
      post: everyone('answered'),
    },
  ],
  'routes/sign-in/second-factor': [
    {
      what: 'the page',
      address: () => '/sign-in/second-factor?next=/services',
      get: { ...everyone('/services'), signedOut: 'sign-in' },
      post: everyone('sign-in'),
    },
  ],
  'routes/sign-out': [
    { what: 'the address', address: () => '/sign-out', get: everyone('/'), post: everyone('answered') },
  ],
  'routes/kept-form': [
    { what: 'absent', address: () => `/kept-form/${ABSENT_ID}`, get: onlyFor([], 'page') },
    { what: 'no id at all', address: () => '/kept-form/x', get: onlyFor([], 'page') },
  ],
  'routes/account/second-factor': [
    { what: 'one’s own', address: () => '/account/second-factor', get: onlyFor(MEMBERS, 'page') },
  ],
  'routes/account/factor-app': [
    {
      what: 'one to be added',
      address: () => '/account/second-factor/app',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
  ],
  'routes/account/factor-key': [
    {
      what: 'one to be added',
      address: () => '/account/second-factor/key',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
  ],
  'routes/account/recovery-codes': [
    {
      what: 'one’s own',
      address: () => '/account/second-factor/recovery-codes',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
  ],
  'routes/account/factor': [
    {
      what: 'an officer’s',
      address: ({ factorId }) => `/account/second-factor/${factorId}`,
      get: onlyFor(['officer'], 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/account/second-factor/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
    { what: 'no id at all', address: () => '/account/second-factor/x', get: onlyFor([], 'page') },
  ],
  'routes/account/sessions': [
    {
      what: 'one’s own',
      address: () => '/account/sessions',
      get: onlyFor(MEMBERS, 'page'),
      // Without a word of which: there is no such thing to end.
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/people/reset-factor': [
    {
      what: 'an officer who asks for nothing here',
      address: ({ silentMembershipId }) => `/people/${silentMembershipId}/second-factor`,
      get: onlyFor(['administrator'], 'page'),
      post: onlyFor(['administrator'], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/people/${ABSENT_ID}/second-factor`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],

  'routes/people/join': [
    {
      what: 'an open invitation',
      address: ({ invitationToken }) => `/join/${invitationToken}`,
      get: everyone('page'),
      post: everyone('answered'),
    },
    { what: 'no link of ours', address: () => '/join/x', get: everyone('absent'), post: everyone('absent') },
  ],
  'routes/account/reset-password': [
    {
      what: 'the form',
      address: () => '/reset-password',
      get: everyone('page'),
      post: everyone('answered'),
    },
  ],
  'routes/account/new-password': [
    {
      what: 'no link of ours',
      address: () => '/reset-password/x',
      get: everyone('absent'),
      post: everyone('absent'),
    },
  ],
  'routes/account/account': [
    {
      what: 'one’s own',
      address: () => '/account',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
  ],
  'routes/account/password': [
    {
      what: 'one’s own',
      address: () => '/account/password',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor(MEMBERS, 'answered'),
    },
  ],
  'routes/account/cover': [
    {
      what: 'one’s own',
      address: () => '/account/cover',
      get: { ...onlyFor(MEMBERS, 'page'), commissioner: 'absent' },
      post: { ...onlyFor(MEMBERS, 'answered'), commissioner: 'absent' },
    },
  ],
  'routes/people/people': [
    {
      what: 'the list',
      address: () => '/people',
      get: onlyFor(PEOPLE_KEEPERS, 'page'),
      post: onlyFor(PEOPLE_KEEPERS, 'answered'),
    },
  ],
  'routes/people/invite': [
    {
      what: 'the form',
      address: () => '/people/invite',
      get: onlyFor(PEOPLE_KEEPERS, 'page'),
      post: onlyFor(PEOPLE_KEEPERS, 'answered'),
    },
  ],
  'routes/people/person': [
    {
      what: 'somebody of the provider',
      address: ({ members }) => `/people/${members.worker.membershipId}`,
      get: onlyFor(['manager', 'administrator'], 'page'),
      post: onlyFor(PEOPLE_KEEPERS, 'answered'),
    },
    {
      what: 'somebody of a prison',
      address: ({ members }) => `/people/${members.officer.membershipId}`,
      get: onlyFor(['administrator'], 'page'),
      post: onlyFor(PEOPLE_KEEPERS, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/people/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor(PEOPLE_KEEPERS, 'answered'),
    },
    { what: 'no id at all', address: () => '/people/x', get: onlyFor([], 'page'), post: onlyFor([], 'page') },
  ],

  'routes/services': [{ what: 'the directory', address: () => '/services?q=bed', get: everyone('page') }],
  'routes/service-suggest': [
    { what: 'names to complete', address: () => '/services/suggest?q=be', get: everyone('page') },
  ],
  'routes/public/service-count': [
    { what: 'how many a search finds', address: () => '/services/count?q=bed', get: everyone('page') },
  ],
  'routes/map/service-pins': [
    { what: 'the pins of a search', address: () => '/services/pins?q=bed', get: everyone('page') },
  ],
  'routes/public/family': [{ what: 'the page', address: () => '/family', get: everyone('page') }],
  'routes/public/helplines': [{ what: 'the page', address: () => '/helplines', get: everyone('page') }],
  'routes/public/professionals': [
    { what: 'the page', address: () => '/professionals', get: everyone('page') },
  ],
  'routes/service': [
    { what: 'a public service', address: ({ serviceId }) => `/services/${serviceId}`, get: everyone('page') },
    {
      what: 'a service for professionals',
      address: ({ hiddenServiceId }) => `/services/${hiddenServiceId}`,
      get: { ...everyone('page'), signedOut: 'absent' },
    },
    { what: 'absent', address: () => `/services/${ABSENT_ID}`, get: everyone('absent') },
    { what: 'no id at all', address: () => '/services/x', get: everyone('absent') },
  ],
  'routes/api/services': [
    { what: 'the directory for programs', address: () => '/api/v1/services?q=bed', get: everyone('page') },
  ],
  'routes/api/openapi': [
    { what: 'what programs may ask', address: () => '/api/v1/openapi.json', get: everyone('page') },
  ],
  'routes/supply': [{ what: 'the page', address: () => '/supply', get: onlyFor(['commissioner'], 'page') }],
  'routes/supply-csv': [
    { what: 'the file', address: () => '/supply.csv', get: onlyFor(['commissioner'], 'page') },
  ],
  'routes/our/services': [
    { what: 'the list', address: () => '/our-services', get: onlyFor(ENTRY_READERS, 'page') },
  ],
  'routes/our/new': [
    {
      what: 'the form',
      address: () => '/our-services/new',
      get: onlyFor(ENTRY_MAKERS, 'page'),
      post: onlyFor(ENTRY_MAKERS, 'answered'),
    },
  ],
  'routes/our/service': [
    {
      what: 'the entry of worker’s and manager’s',
      address: ({ serviceId }) => `/our-services/${serviceId}`,
      get: onlyFor([...OWN_PROVIDER, ...ENTRY_EDITORS], 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'the council’s',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}`,
      get: onlyFor([...COUNCIL, ...ENTRY_EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...ENTRY_EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/entry': [
    {
      what: 'a part of worker’s and manager’s',
      address: ({ serviceId }) => `/our-services/${serviceId}/entry/contact`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'what an editor says',
      address: ({ serviceId }) => `/our-services/${serviceId}/entry/checked`,
      get: onlyFor(ENTRY_EDITORS, 'page'),
      post: onlyFor(ENTRY_EDITORS, 'answered'),
    },
    {
      what: 'no part',
      address: ({ serviceId }) => `/our-services/${serviceId}/entry/constructor`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/site': [
    {
      what: 'a place to be added',
      address: ({ serviceId }) => `/our-services/${serviceId}/sites/new`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'absent',
      address: ({ serviceId }) => `/our-services/${serviceId}/sites/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/history': [
    {
      what: 'of worker’s and manager’s',
      address: ({ serviceId }) => `/our-services/${serviceId}/history`,
      get: onlyFor([...OWN_PROVIDER, ...ENTRY_EDITORS], 'page'),
    },
  ],
  'routes/our/standing': [
    {
      what: 'of worker’s and manager’s service',
      address: ({ serviceId }) => `/our-services/${serviceId}/standing`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
  ],
  'routes/our/approvals': [
    { what: 'the queue', address: () => '/approvals', get: onlyFor(ENTRY_EDITORS, 'page') },
  ],
  'routes/our/approval': [
    {
      what: 'an entry',
      address: ({ serviceId }) => `/approvals/${serviceId}`,
      get: onlyFor(ENTRY_EDITORS, 'page'),
      post: onlyFor(ENTRY_EDITORS, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/approvals/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/organisations/organisations': [
    { what: 'the list', address: () => '/organisations', get: onlyFor(ENTRY_EDITORS, 'page') },
  ],
  'routes/organisations/apply': [
    {
      what: 'the form',
      address: () => '/organisations/apply',
      get: everyone('page'),
      post: everyone('answered'),
    },
  ],
  'routes/organisations/new': [
    {
      what: 'the form',
      address: () => '/organisations/new',
      get: onlyFor(ENTRY_EDITORS, 'page'),
      post: onlyFor(ENTRY_EDITORS, 'answered'),
    },
  ],
  'routes/organisations/application': [
    {
      what: 'absent',
      address: () => `/organisations/applications/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/organisations/organisation': [
    {
      what: 'worker’s and manager’s',
      address: ({ members }) => `/organisations/${members.worker.organisationId}`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'the council’s',
      address: ({ members }) => `/organisations/${members.council.organisationId}`,
      get: onlyFor([...COUNCIL, ...ENTRY_EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...ENTRY_EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/organisations/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/unmet-need/latest': [
    { what: 'the page', address: () => '/unmet-need', get: onlyFor(MEMBERS, 'page') },
  ],
  'routes/unmet-need/methods': [
    { what: 'the page', address: () => '/unmet-need/methods', get: onlyFor(MEMBERS, 'page') },
  ],
  'routes/unmet-need/traffic-light': [
    {
      what: 'the report',
      address: () => '/unmet-need/traffic-light',
      get: onlyFor(REGISTER_READERS, 'page'),
    },
  ],
  'routes/unmet-need/traffic-light-period': [
    {
      what: 'nothing published',
      address: () => '/unmet-need/traffic-light/2021-22',
      get: onlyFor([], 'page'),
    },
  ],
  'routes/unmet-need/traffic-light-csv': [
    {
      what: 'nothing published',
      address: () => '/unmet-need/traffic-light/2021-22/report.csv',
      get: onlyFor([], 'page'),
    },
  ],
  'routes/unmet-need/threshold': [
    {
      what: 'an indicator',
      address: () => '/unmet-need/thresholds/m3',
      get: onlyFor(REGISTER_READERS, 'page'),
      post: onlyFor(KEEPERS, 'answered'),
    },
    {
      what: 'one that is not rated',
      address: () => '/unmet-need/thresholds/m1',
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
    {
      what: 'no indicator',
      address: () => '/unmet-need/thresholds/none',
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/unmet-need/authority': [
    {
      what: 'an authority',
      address: () => '/unmet-need/authorities/E08000024',
      get: onlyFor(MEMBERS, 'page'),
    },
    { what: 'absent', address: () => '/unmet-need/authorities/E06000061', get: onlyFor([], 'page') },
  ],
  'routes/unmet-need/period': [
    { what: 'nothing published', address: () => '/unmet-need/2021-22', get: onlyFor([], 'page') },
    { what: 'no period', address: () => '/unmet-need/2021', get: onlyFor([], 'page') },
  ],
  'routes/unmet-need/version': [
    { what: 'nothing published', address: () => '/unmet-need/2021-22/v/1', get: onlyFor([], 'page') },
    { what: 'no version', address: () => '/unmet-need/2021-22/v/x', get: onlyFor([], 'page') },
  ],
  'routes/unmet-need/figures-csv': [
    {
      what: 'nothing published',
      address: () => '/unmet-need/2021-22/v/1/figures.csv',
      get: onlyFor([], 'page'),
    },
  ],
  'routes/reports/pathways': [
    { what: 'by authority', address: () => '/pathways', get: onlyFor(REGISTER_READERS, 'page') },
    { what: 'by prison', address: () => '/pathways?by=prison', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/pathways-csv': [
    { what: 'the file', address: () => '/pathways.csv', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/families': [
    { what: 'by prison', address: () => '/families', get: onlyFor(REGISTER_READERS, 'page') },
    { what: 'by authority', address: () => '/families?by=authority', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/families-csv': [
    { what: 'the file', address: () => '/families.csv', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/actions': [
    { what: 'what is open', address: () => '/actions', get: onlyFor(REGISTER_READERS, 'page') },
    { what: 'what is past', address: () => '/actions?state=past', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/actions-csv': [
    { what: 'the file', address: () => '/actions.csv', get: onlyFor(REGISTER_READERS, 'page') },
  ],
  'routes/reports/action-new': [
    {
      what: 'the form',
      address: () => '/actions/new',
      get: onlyFor(KEEPERS, 'page'),
      post: onlyFor(KEEPERS, 'answered'),
    },
  ],
  'routes/reports/action': [
    {
      what: 'an action',
      address: ({ entryId }) => `/actions/${entryId}`,
      get: onlyFor(REGISTER_READERS, 'page'),
      post: onlyFor(KEEPERS, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/actions/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/supply/cell': [
    {
      what: 'behind a cell',
      address: () => '/supply/E08000021/refuge',
      get: onlyFor(['commissioner'], 'page'),
    },
    { what: 'no such area', address: () => '/supply/E08000099/refuge', get: onlyFor([], 'page') },
    { what: 'no such column', address: () => '/supply/E08000021/hostel', get: onlyFor([], 'page') },
    { what: 'nothing chosen', address: () => '/supply/E08000021/chosen', get: onlyFor([], 'page') },
  ],
  'routes/administration/home': [
    { what: 'the page', address: () => '/administration', get: onlyFor(EDITORS, 'page') },
  ],
  'routes/administration/audit': [
    { what: 'everything', address: () => '/administration/audit', get: onlyFor(EDITORS, 'page') },
    {
      what: 'a case',
      address: () => '/administration/audit?reference=C-1001',
      get: onlyFor(EDITORS, 'page'),
    },
  ],
  'routes/administration/audit-csv': [
    { what: 'the file', address: () => '/administration/audit.csv', get: onlyFor(EDITORS, 'page') },
    {
      what: 'a day that is none',
      address: () => '/administration/audit.csv?from=31+2+2026',
      get: onlyFor([], 'page'),
    },
  ],
  'routes/administration/silent': [
    { what: 'the list', address: () => '/administration/silent', get: onlyFor(EDITORS, 'page') },
  ],
  'routes/administration/settings': [
    { what: 'the list', address: () => '/administration/settings', get: onlyFor(EDITORS, 'page') },
  ],
  'routes/administration/setting': [
    {
      what: 'a limit',
      address: () => '/administration/settings/limit_submitted',
      get: onlyFor(EDITORS, 'page'),
      post: onlyFor(['administrator'], 'answered'),
    },
    {
      what: 'a setting that is none',
      address: () => '/administration/settings/limit_parked',
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  // The server of the tests sends its messages: only the demonstration shows them.
  'routes/messages': [{ what: 'the page', address: () => '/messages', get: onlyFor([], 'page') }],
  'routes/public/about': [{ what: 'the page', address: () => '/about', get: everyone('page') }],
  'routes/public/accessibility-statement': [
    { what: 'the page', address: () => '/accessibility-statement', get: everyone('page') },
  ],
  'routes/public/privacy': [{ what: 'the page', address: () => '/privacy', get: everyone('page') }],

  'routes/cases': [
    { what: 'the team’s queue', address: () => '/cases', get: onlyFor(OFFICERS, 'page') },
    { what: 'what is to be recorded', address: () => '/cases?state=due', get: onlyFor(OFFICERS, 'page') },
    { what: 'those that were closed', address: () => '/cases?state=closed', get: onlyFor(OFFICERS, 'page') },
  ],
  'routes/case-new': [
    {
      what: 'the form',
      address: () => '/cases/new',
      get: onlyFor(OFFICERS, 'page'),
      post: onlyFor(OFFICERS, 'answered'),
    },
  ],
  'routes/case/find': [
    {
      what: 'the box, and what it finds',
      address: () => '/cases/find',
      get: onlyFor(OFFICERS, 'page'),
      post: onlyFor(OFFICERS, 'answered'),
    },
  ],
  'routes/case/hand-over': caseRows('/hand-over', 'with a form'),
  'routes/case/carried': caseRows('/carried', 'with a form'),
  'routes/case/closing': caseRows('/closing', 'with a form').map(row => ({
    ...row,
    get: onlyFor([], 'page'),
  })),
  'routes/case/release-list': [
    {
      what: 'the page',
      address: () => '/cases/release-list',
      get: onlyFor(OFFICERS, 'page'),
      post: onlyFor(OFFICERS, 'answered'),
    },
  ],
  'routes/case/release-list-sample': [
    { what: 'the file', address: () => '/cases/release-list/sample.csv', get: onlyFor(OFFICERS, 'page') },
  ],
  'routes/case': caseRows('', 'with a form'),
  'routes/case-answers': [
    ...caseRows('/answers/risk', 'with a form'),
    {
      what: 'a topic that is none',
      address: ({ caseId }) => `/cases/${caseId}/answers/offence`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/case-release-date': caseRows('/release-date', 'with a form'),
  'routes/case/person': caseRows('/person', 'with a form'),
  'routes/case/status': caseRows('/status', 'with a form'),
  'routes/case/history': caseRows('/history', 'with a form'),
  'routes/case-close': caseRows('/close', 'with a form'),
  'routes/case/check': [
    ...caseRows('/checks/first-night', 'with a form'),
    {
      what: 'a check that is none',
      address: ({ caseId }) => `/cases/${caseId}/checks/last-night`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/case-search': caseRows('/search'),
  'routes/map/case-search-pins': caseRows('/search/pins'),
  'routes/case/search-count': caseRows('/search/count'),
  'routes/case/service': [
    ...caseRows(`/services/${ABSENT_ID}`).map(row => ({ ...row, get: onlyFor([], 'page') })),
    {
      what: 'a service, for the team’s case',
      address: ({ caseId, serviceId }) => `/cases/${caseId}/services/${serviceId}`,
      get: onlyFor(TEAM, 'page'),
    },
  ],
  'routes/case/shortlist': caseRows('/shortlist'),
  'routes/case/shortlisted': [
    {
      what: 'a service, for the team’s case',
      address: ({ caseId, serviceId }) => `/cases/${caseId}/shortlist/${serviceId}`,
      get: onlyFor(TEAM, 'page'),
      post: onlyFor(TEAM, 'answered'),
    },
    {
      what: 'an absent service',
      address: ({ caseId }) => `/cases/${caseId}/shortlist/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
    },
    {
      what: 'a service, for an absent case',
      address: ({ serviceId }) => `/cases/${ABSENT_ID}/shortlist/${serviceId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/case-refer': [
    {
      what: 'a service, for the team’s case',
      address: ({ caseId, serviceId }) => `/cases/${caseId}/refer/${serviceId}`,
      get: onlyFor(TEAM, 'page'),
      post: onlyFor(TEAM, 'answered'),
    },
    {
      what: 'an absent service',
      address: ({ caseId }) => `/cases/${caseId}/refer/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    {
      what: 'a service, for an absent case',
      address: ({ serviceId }) => `/cases/${ABSENT_ID}/refer/${serviceId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],

  'routes/case/nobody-fits': caseRows('/nobody-fits', 'with a form'),
  'routes/case/nominate': [
    {
      what: 'a programme, for the team’s case',
      address: ({ caseId, programmeId }) => `/cases/${caseId}/nominate/${programmeId}`,
      get: onlyFor(TEAM, 'page'),
      post: onlyFor(TEAM, 'answered'),
    },
    {
      what: 'a programme, for an absent case',
      address: ({ programmeId }) => `/cases/${ABSENT_ID}/nominate/${programmeId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    {
      what: 'a place to live',
      address: ({ caseId, serviceId }) => `/cases/${caseId}/nominate/${serviceId}`,
      get: onlyFor([], 'page'),
    },
  ],
  'routes/nomination/nominations': [
    { what: 'the list', address: () => '/nominations', get: onlyFor(PROVIDERS, 'page') },
  ],
  'routes/nomination/nomination': [
    {
      what: 'a nomination',
      address: ({ nominationId }) => `/nominations/${nominationId}`,
      get: onlyFor(PARTIES, 'page'),
      post: onlyFor(PARTIES, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/nominations/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/queue/queue': [
    { what: 'the queue', address: () => '/queue', get: onlyFor(['coordinator'], 'page') },
  ],
  'routes/queue/entry': [
    {
      what: 'a case she has agreed to',
      address: ({ caseId }) => `/queue/${caseId}`,
      get: onlyFor(['coordinator'], 'page'),
      post: onlyFor(['coordinator'], 'answered'),
    },
    {
      what: 'a case nobody sent',
      address: ({ idleCaseId }) => `/queue/${idleCaseId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    { what: 'no id at all', address: () => '/queue/x', get: onlyFor([], 'page'), post: onlyFor([], 'page') },
  ],

  'routes/referrals': [
    { what: 'the team’s list', address: () => '/referrals', get: onlyFor(OFFICERS, 'page') },
    { what: 'those that ended', address: () => '/referrals?state=ended', get: onlyFor(OFFICERS, 'page') },
  ],
  'routes/referral': [
    {
      what: 'one of both sides',
      address: ({ referralId }) => `/referrals/${referralId}`,
      get: onlyFor(PARTIES, 'page'),
    },
    {
      what: 'one to a council’s own service',
      address: ({ ofCouncil }) => `/referrals/${ofCouncil.referralId}`,
      get: onlyFor(COUNCIL_PARTIES, 'page'),
    },
    { what: 'absent', address: () => `/referrals/${ABSENT_ID}`, get: onlyFor([], 'page') },
    { what: 'no id at all', address: () => '/referrals/x', get: onlyFor([], 'page') },
  ],
  'routes/referral-event': [
    {
      what: 'the provider’s to do now',
      address: ({ referralId }) => `/referrals/${referralId}/decline`,
      get: { ...onlyFor(OWN_PROVIDER, 'page'), ...those(TEAM, '409') },
      post: onlyFor(PARTIES, 'answered'),
    },
    {
      what: 'the referrer’s to do now',
      address: ({ referralId }) => `/referrals/${referralId}/withdraw`,
      get: { ...onlyFor(TEAM, 'page'), ...those(OWN_PROVIDER, '409') },
      post: onlyFor(PARTIES, 'answered'),
    },
    {
      what: 'one that asks nothing',
      address: ({ referralId }) => `/referrals/${referralId}/take-to-assess`,
      get: { ...onlyFor(OWN_PROVIDER, 'page'), ...those(TEAM, '409') },
      post: onlyFor(PARTIES, 'answered'),
    },
    {
      what: 'a council’s to do now',
      address: ({ ofCouncil }) => `/referrals/${ofCouncil.referralId}/decline`,
      get: { ...onlyFor(COUNCIL, 'page'), ...those(TEAM, '409') },
      post: onlyFor(COUNCIL_PARTIES, 'answered'),
    },
    {
      what: 'the referrer’s to a council to do now',
      address: ({ ofCouncil }) => `/referrals/${ofCouncil.referralId}/withdraw`,
      get: { ...onlyFor(TEAM, 'page'), ...those(COUNCIL, '409') },
      post: onlyFor(COUNCIL_PARTIES, 'answered'),
    },
    {
      what: 'of a referral that is absent',
      address: () => `/referrals/${ABSENT_ID}/decline`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    {
      what: 'an event that is none',
      address: ({ referralId }) => `/referrals/${referralId}/park`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],

  'routes/today': [{ what: 'the day', address: () => '/today', get: onlyFor(PROVIDERS, 'page') }],
  'routes/inbox': [
    { what: 'open ones', address: () => '/inbox', get: onlyFor(PROVIDERS, 'page') },
    { what: 'those that ended', address: () => '/inbox?state=ended', get: onlyFor(PROVIDERS, 'page') },
  ],
  'routes/our-services/policy': [
    {
      what: 'the policy of an own service',
      address: ({ serviceId }) => `/our-services/${serviceId}/policy`,
      get: onlyFor([...OWN_PROVIDER, ...EDITING], 'page'),
      // A worker reads it; who states it answers for it.
      post: onlyFor(['manager', ...EDITING], 'answered'),
    },
    {
      what: 'the policy of a council’s own',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/policy`,
      get: onlyFor([...COUNCIL, ...EDITING], 'page'),
      post: onlyFor([...COUNCIL, ...EDITING], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/policy`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/our-services/policy-topic': [
    {
      what: 'a topic of an own service',
      address: ({ serviceId }) => `/our-services/${serviceId}/policy/children`,
      get: onlyFor(['manager', ...EDITING], 'page'),
      post: onlyFor(['manager', ...EDITING], 'answered'),
    },
    {
      what: 'of a council’s own',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/policy/children`,
      get: onlyFor([...COUNCIL, ...EDITING], 'page'),
      post: onlyFor([...COUNCIL, ...EDITING], 'answered'),
    },
    {
      what: 'no topic',
      address: ({ serviceId }) => `/our-services/${serviceId}/policy/constructor`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/policy/children`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/our-services/verify': [
    {
      what: 'a link nobody was sent',
      address: () => `/verify/${ABSENT_ID}.${'A'.repeat(43)}`,
      get: everyone('absent'),
      post: everyone('absent'),
    },
  ],
  'routes/imports/imports': [
    {
      what: 'what comes by file',
      address: () => '/imports',
      get: onlyFor([...STATING, 'worker'], 'page'),
    },
  ],
  'routes/imports/import': [
    {
      what: 'policies by file',
      address: () => '/imports/policies',
      get: onlyFor(STATING, 'page'),
      post: onlyFor(STATING, 'answered'),
    },
    {
      what: 'services by file',
      address: () => '/imports/services',
      get: onlyFor(STATING, 'page'),
      post: onlyFor(STATING, 'answered'),
    },
    {
      what: 'rooms by file',
      address: () => '/imports/rooms',
      get: onlyFor(PROVIDERS, 'page'),
      post: onlyFor(PROVIDERS, 'answered'),
    },
    {
      what: 'nothing that comes by file',
      address: () => '/imports/constructor',
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/imports/template': [
    {
      what: 'the headings',
      address: () => '/imports/policies/template.csv',
      get: onlyFor(STATING, 'page'),
    },
  ],
  'routes/imports/export': [
    { what: 'own policies', address: () => '/exports/policies.csv', get: onlyFor(STATING, 'page') },
    { what: 'own rooms', address: () => '/exports/rooms.csv', get: onlyFor(PROVIDERS, 'page') },
    { what: 'nothing kept', address: () => '/exports/people.csv', get: onlyFor([], 'page') },
  ],
  'routes/vacancies': [
    {
      what: 'the boards',
      address: () => '/vacancies',
      get: onlyFor(PROVIDERS, 'page'),
      post: onlyFor(PROVIDERS, 'answered'),
    },
  ],
  'routes/vacancy-stay': [
    {
      what: 'an own bedspace',
      address: ({ bedspaceId }) => `/vacancies/${bedspaceId}/stay`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'a council’s own bedspace',
      address: ({ ofCouncil }) => `/vacancies/${ofCouncil.bedspaceId}/stay`,
      get: onlyFor(COUNCIL, 'page'),
      post: onlyFor(COUNCIL, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/vacancies/${ABSENT_ID}/stay`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/vacancy-void': [
    {
      what: 'an own bedspace',
      address: ({ bedspaceId }) => `/vacancies/${bedspaceId}/void`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'a council’s own bedspace',
      address: ({ ofCouncil }) => `/vacancies/${ofCouncil.bedspaceId}/void`,
      get: onlyFor(COUNCIL, 'page'),
      post: onlyFor(COUNCIL, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/vacancies/${ABSENT_ID}/void`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/rooms': [
    {
      what: 'an own service',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'a council’s own service',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/rooms`,
      get: onlyFor(COUNCIL, 'page'),
      post: onlyFor(COUNCIL, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/add': [
    {
      what: 'an own service that lists its rooms',
      address: ({ hiddenServiceId }) => `/our-services/${hiddenServiceId}/rooms/add`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'one that keeps a count',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/add`,
      get: onlyFor([], 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/add`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/beds': countedRows('beds'),
  'routes/room/names': countedRows('names'),
  'routes/room/count': [
    {
      what: 'an own service that lists its rooms',
      address: ({ hiddenServiceId }) => `/our-services/${hiddenServiceId}/rooms/count`,
      get: onlyFor(OWN_PROVIDER, 'page'),
    },
    {
      what: 'one that keeps a count already',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/count`,
      get: onlyFor([], 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/count`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/occupancy': [
    { what: 'eight weeks of own rooms', address: () => '/occupancy', get: onlyFor(PROVIDERS, 'page') },
  ],
  'routes/room/claim': [
    {
      what: 'a claim on an own room',
      address: ({ claimId }) => `/vacancies/claims/${claimId}`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/vacancies/claims/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/room': roomRows('room'),
  'routes/room/close': roomRows('close'),
  'routes/vacancy-count': [
    {
      what: 'an own service that keeps a count',
      address: ({ serviceId }) => `/vacancies/${serviceId}/count`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'a council’s own service that keeps a count',
      address: ({ ofCouncil }) => `/vacancies/${ofCouncil.serviceId}/count`,
      get: onlyFor(COUNCIL, 'page'),
      post: onlyFor(COUNCIL, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/vacancies/${ABSENT_ID}/count`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
}

/** The page of the team's case, of a case that is not there, and of what is no id at all. */
function caseRows(page: string, form?: 'with a form'): AccessCase[] {
  const row = (what: string, address: AccessCase['address'], members: readonly Member[]): AccessCase => ({
    what,
    address,
    get: onlyFor(members, 'page'),
    ...(form && { post: onlyFor(members, 'answered') }),
  })
  return [
    row('the team’s case', ({ caseId }) => `/cases/${caseId}${page}`, TEAM),
    row('absent', () => `/cases/${ABSENT_ID}${page}`, []),
    row('no id at all', () => `/cases/x${page}`, []),
  ]
}

/** A page of a service that keeps a count: its provider’s, or its council’s, alone. */
function countedRows(page: string): AccessCase[] {
  return [
    {
      what: 'an own service that keeps a count',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/${page}`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'a council’s own service that keeps a count',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/rooms/${page}`,
      get: onlyFor(COUNCIL, 'page'),
      post: onlyFor(COUNCIL, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/${page}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ]
}

/** A page of one room that has a name: its provider’s alone. */
function roomRows(page: string): AccessCase[] {
  return [
    {
      what: 'an own room',
      address: ({ roomId }) => `/vacancies/${roomId}/${page}`,
      get: onlyFor(OWN_PROVIDER, 'page'),
      post: onlyFor(OWN_PROVIDER, 'answered'),
    },
    {
      what: 'one of a count, which has no facts of its own',
      address: ({ bedspaceId }) => `/vacancies/${bedspaceId}/${page}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
    {
      what: 'absent',
      address: () => `/vacancies/${ABSENT_ID}/${page}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ]
}

/** The same for all, signed in or out. */
function everyone(outcome: Outcome): Expected {
  return { ...those(MEMBERS, outcome), signedOut: outcome }
}

/** One outcome for some; for the other members there is no such page; who is signed out goes to sign in. */
function onlyFor(members: readonly Member[], outcome: Outcome): Expected {
  return { ...those(MEMBERS, 'absent'), ...those(members, outcome), signedOut: 'sign-in' }
}

function those<Name extends Asker>(askers: readonly Name[], outcome: Outcome): Record<Name, Outcome> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(askers.map(asker => [asker, outcome])) as Record<Name, Outcome>
}
