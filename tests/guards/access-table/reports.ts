import { MEMBERS } from '../access-world'
import { ABSENT_ID, type AccessTable, EDITORS, KEEPERS, onlyFor, REGISTER_READERS } from './access-rows'

/** What a commissioner reads, and what editors and administrators keep. */
export const REPORTS: AccessTable = {
  'routes/supply': [{ what: 'the page', address: () => '/supply', get: onlyFor(['commissioner'], 'page') }],
  'routes/supply-csv': [
    { what: 'the file', address: () => '/supply.csv', get: onlyFor(['commissioner'], 'page') },
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
  'routes/administration/person': [
    {
      what: 'the form',
      address: () => '/administration/person',
      get: onlyFor(['administrator'], 'page'),
      post: onlyFor(['administrator'], 'answered'),
    },
  ],
  'routes/administration/held': [
    {
      what: 'of a case',
      address: ({ caseId }) => `/administration/person/${caseId}`,
      get: onlyFor(['administrator'], 'page'),
      post: onlyFor(['administrator'], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/administration/person/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/administration/held-json': [
    {
      what: 'of a case',
      address: ({ caseId }) => `/administration/person/${caseId}/held.json`,
      get: onlyFor(['administrator'], 'page'),
    },
    {
      what: 'absent',
      address: () => `/administration/person/${ABSENT_ID}/held.json`,
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
}
