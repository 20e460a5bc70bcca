import { MEMBERS } from '../access-world'
import { ABSENT_ID, type AccessTable, everyone, onlyFor, OWN_PROVIDER } from './access-rows'

const NOT_OF_PROVIDER = MEMBERS.filter(member => !OWN_PROVIDER.includes(member))

/** What stands open, and what is asked of the directory. */
export const PUBLIC: AccessTable = {
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
  'routes/public/something-is-wrong': [
    {
      what: 'another’s service',
      address: ({ serviceId }) => `/services/${serviceId}/something-is-wrong`,
      get: onlyFor(NOT_OF_PROVIDER, 'page'),
      post: onlyFor(NOT_OF_PROVIDER, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/services/${ABSENT_ID}/something-is-wrong`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/api/services': [
    { what: 'the directory for programs', address: () => '/api/v1/services?q=bed', get: everyone('page') },
  ],
  'routes/api/openapi': [
    { what: 'what programs may ask', address: () => '/api/v1/openapi.json', get: everyone('page') },
  ],
  // The server of the tests sends its messages: only the demonstration shows them.
  'routes/messages': [{ what: 'the page', address: () => '/messages', get: onlyFor([], 'page') }],
  'routes/public/about': [{ what: 'the page', address: () => '/about', get: everyone('page') }],
  'routes/public/accessibility-statement': [
    { what: 'the page', address: () => '/accessibility-statement', get: everyone('page') },
  ],
  'routes/public/privacy': [{ what: 'the page', address: () => '/privacy', get: everyone('page') }],
}
