import {
  ABSENT_ID,
  type AccessTable,
  COUNCIL,
  COUNCIL_PARTIES,
  OFFICERS,
  onlyFor,
  OWN_PROVIDER,
  PARTIES,
  PROVIDERS,
  TEAM,
  those,
} from './access-rows'

/** Referrals, from either side. */
export const REFERRALS: AccessTable = {
  'routes/referrals': [
    { what: 'the team’s list', address: () => '/referrals', get: onlyFor(OFFICERS, 'page') },
    { what: 'those that ended', address: () => '/referrals?state=ended', get: onlyFor(OFFICERS, 'page') },
  ],
  'routes/referral': [
    {
      what: 'one of both sides',
      address: ({ referralId }) => `/referrals/${referralId}`,
      get: onlyFor(PARTIES, 'page'),
      post: onlyFor(PARTIES, 'answered'),
    },
    {
      what: 'one to a council’s own service',
      address: ({ ofCouncil }) => `/referrals/${ofCouncil.referralId}`,
      get: onlyFor(COUNCIL_PARTIES, 'page'),
      post: onlyFor(COUNCIL_PARTIES, 'answered'),
    },
    {
      what: 'absent',
      address: () => `/referrals/${ABSENT_ID}`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
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
}
