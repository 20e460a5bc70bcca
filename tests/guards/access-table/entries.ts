import {
  ABSENT_ID,
  type AccessTable,
  COUNCIL,
  EDITORS,
  ENTRY_MAKERS,
  ENTRY_READERS,
  everyone,
  onlyFor,
  OWN_KEEPERS,
  OWN_PROVIDER,
} from './access-rows'

/** Entries of the directory, who approves them, and the organisations that keep them. */
export const ENTRIES: AccessTable = {
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
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'the council’s',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}`,
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
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
      get: onlyFor(EDITORS, 'page'),
      post: onlyFor(EDITORS, 'answered'),
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
  'routes/our/cohorts': [
    {
      what: 'the runs of a programme of worker’s and manager’s',
      address: ({ runs }) => `/our-services/${runs.serviceId}/cohorts`,
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
    },
    {
      what: 'of what is no programme',
      address: ({ serviceId }) => `/our-services/${serviceId}/cohorts`,
      get: onlyFor([], 'page'),
    },
  ],
  'routes/our/cohort': [
    {
      what: 'a run',
      address: ({ runs }) => `/our-services/${runs.serviceId}/cohorts/${runs.cohortId}`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'a run to be added',
      address: ({ runs }) => `/our-services/${runs.serviceId}/cohorts/new`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'of another programme',
      address: ({ runs, programmeId }) => `/our-services/${programmeId}/cohorts/${runs.cohortId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/cohort-cancel': [
    {
      what: 'a run',
      address: ({ runs }) => `/our-services/${runs.serviceId}/cohorts/${runs.cohortId}/cancel`,
      get: onlyFor(OWN_KEEPERS, 'page'),
      post: onlyFor(OWN_KEEPERS, 'answered'),
    },
    {
      what: 'absent',
      address: ({ runs }) => `/our-services/${runs.serviceId}/cohorts/${ABSENT_ID}/cancel`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/entry-note': [
    {
      what: 'what the officer told of worker’s and manager’s service',
      address: ({ noteId }) => `/entry-notes/${noteId}`,
      get: onlyFor(['officer', ...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor(['officer', ...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/entry-notes/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/history': [
    {
      what: 'of worker’s and manager’s',
      address: ({ serviceId }) => `/our-services/${serviceId}/history`,
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
  ],
  'routes/our/hidden-history': [
    {
      what: 'of worker’s and manager’s hidden places',
      address: ({ hiddenServiceId }) => `/our-services/${hiddenServiceId}/sites/history`,
      get: onlyFor(['manager', 'administrator'], 'page'),
      post: onlyFor(['manager', 'administrator'], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/sites/history`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
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
  'routes/our/approvals': [{ what: 'the queue', address: () => '/approvals', get: onlyFor(EDITORS, 'page') }],
  'routes/our/approval': [
    {
      what: 'an entry',
      address: ({ serviceId }) => `/approvals/${serviceId}`,
      get: onlyFor(EDITORS, 'page'),
      post: onlyFor(EDITORS, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/approvals/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/our/decision': [
    {
      what: 'of an entry',
      address: ({ serviceId, reviewId }) => `/approvals/${serviceId}/decisions/${reviewId}`,
      get: onlyFor(EDITORS, 'page'),
      post: onlyFor(EDITORS, 'answered'),
    },
    {
      what: 'of another entry',
      address: ({ ofCouncil, reviewId }) => `/approvals/${ofCouncil.serviceId}/decisions/${reviewId}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
    {
      what: 'absent',
      address: ({ serviceId }) => `/approvals/${serviceId}/decisions/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/organisations/organisations': [
    { what: 'the list', address: () => '/organisations', get: onlyFor(EDITORS, 'page') },
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
      get: onlyFor(EDITORS, 'page'),
      post: onlyFor(EDITORS, 'answered'),
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
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/organisations/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
}
