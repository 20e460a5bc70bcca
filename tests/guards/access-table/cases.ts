import type { Member } from '../access-world'
import {
  ABSENT_ID,
  type AccessCase,
  type AccessTable,
  OFFICERS,
  onlyFor,
  PARTIES,
  PROVIDERS,
  TEAM,
} from './access-rows'

/** Cases, their nominations, and the queue of those nobody fits. */
export const CASES: AccessTable = {
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
  'routes/case/check-earlier': [
    {
      what: 'an answer that is none',
      address: ({ caseId }) => `/cases/${caseId}/checks/first-night/earlier/${ABSENT_ID}`,
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
    {
      what: 'the queue',
      address: () => '/queue',
      get: onlyFor(['coordinator'], 'page'),
      post: onlyFor(['coordinator'], 'answered'),
    },
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
