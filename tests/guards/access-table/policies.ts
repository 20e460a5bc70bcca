import {
  ABSENT_ID,
  type AccessTable,
  COUNCIL,
  EDITORS,
  everyone,
  onlyFor,
  OWN_PROVIDER,
  PROVIDERS,
  ENTRY_MAKERS,
} from './access-rows'

/** Policies, and what comes and goes by file. */
export const POLICIES: AccessTable = {
  'routes/our-services/policy': [
    {
      what: 'the policy of an own service',
      address: ({ serviceId }) => `/our-services/${serviceId}/policy`,
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      // A worker reads it; who states it answers for it.
      post: onlyFor(['manager', ...EDITORS], 'answered'),
    },
    {
      what: 'the policy of a council’s own',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/policy`,
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
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
      get: onlyFor(['manager', ...EDITORS], 'page'),
      post: onlyFor(['manager', ...EDITORS], 'answered'),
    },
    {
      what: 'of a council’s own',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/policy/children`,
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
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
      get: onlyFor([...ENTRY_MAKERS, 'worker'], 'page'),
    },
  ],
  'routes/imports/import': [
    {
      what: 'policies by file',
      address: () => '/imports/policies',
      get: onlyFor(ENTRY_MAKERS, 'page'),
      post: onlyFor(ENTRY_MAKERS, 'answered'),
    },
    {
      what: 'services by file',
      address: () => '/imports/services',
      get: onlyFor(ENTRY_MAKERS, 'page'),
      post: onlyFor(ENTRY_MAKERS, 'answered'),
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
      get: onlyFor(ENTRY_MAKERS, 'page'),
    },
  ],
  'routes/imports/export': [
    { what: 'own policies', address: () => '/exports/policies.csv', get: onlyFor(ENTRY_MAKERS, 'page') },
    { what: 'own rooms', address: () => '/exports/rooms.csv', get: onlyFor(PROVIDERS, 'page') },
    { what: 'nothing kept', address: () => '/exports/people.csv', get: onlyFor([], 'page') },
  ],
}
