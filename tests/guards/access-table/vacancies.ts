import {
  ABSENT_ID,
  type AccessCase,
  type AccessTable,
  COUNCIL,
  EDITORS,
  onlyFor,
  OWN_PROVIDER,
  PROVIDERS,
} from './access-rows'
import type { Member } from '../access-world'

/** Rooms, beds and the claims on them. */
export const VACANCIES: AccessTable = {
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
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
    {
      what: 'a council’s own service',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/rooms`,
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
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
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
    {
      what: 'one that keeps a count',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/add`,
      get: onlyFor([], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
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
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
    },
    {
      what: 'one that keeps a count already',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/count`,
      get: onlyFor([], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/count`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ],
  'routes/room/past': [
    {
      what: 'an own service that lists its rooms',
      address: ({ hiddenServiceId }) => `/our-services/${hiddenServiceId}/rooms/past`,
      get: onlyFor(OWN_PROVIDER, 'page'),
    },
    {
      what: 'one room of it',
      address: ({ hiddenServiceId, roomId }) => `/our-services/${hiddenServiceId}/rooms/past?room=${roomId}`,
      get: onlyFor(OWN_PROVIDER, 'page'),
    },
    {
      what: 'a room of another service',
      address: ({ hiddenServiceId, ofCouncil }) =>
        `/our-services/${hiddenServiceId}/rooms/past?room=${ofCouncil.bedspaceId}`,
      get: onlyFor([], 'page'),
    },
    {
      what: 'a council’s own service that keeps a count',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/rooms/past`,
      get: onlyFor(COUNCIL, 'page'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/past`,
      get: onlyFor([], 'page'),
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
  'routes/room/room': roomRows('room', [...OWN_PROVIDER, ...EDITORS]),
  'routes/room/close': roomRows('close', [...OWN_PROVIDER, ...EDITORS]),
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

/** A page of a service that keeps a count: its provider’s, or its council’s, and an editor’s. */
function countedRows(page: string): AccessCase[] {
  return [
    {
      what: 'an own service that keeps a count',
      address: ({ serviceId }) => `/our-services/${serviceId}/rooms/${page}`,
      get: onlyFor([...OWN_PROVIDER, ...EDITORS], 'page'),
      post: onlyFor([...OWN_PROVIDER, ...EDITORS], 'answered'),
    },
    {
      what: 'a council’s own service that keeps a count',
      address: ({ ofCouncil }) => `/our-services/${ofCouncil.serviceId}/rooms/${page}`,
      get: onlyFor([...COUNCIL, ...EDITORS], 'page'),
      post: onlyFor([...COUNCIL, ...EDITORS], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/our-services/${ABSENT_ID}/rooms/${page}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'page'),
    },
  ]
}

/** A page of one room that has a name. */
function roomRows(page: string, whose: readonly Member[]): AccessCase[] {
  return [
    {
      what: 'an own room',
      address: ({ roomId }) => `/vacancies/${roomId}/${page}`,
      get: onlyFor(whose, 'page'),
      post: onlyFor(whose, 'answered'),
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
