import { MEMBERS } from '../access-world'
import { ABSENT_ID, type AccessTable, everyone, onlyFor, PEOPLE_KEEPERS, those } from './access-rows'

/** Signing in, an own account, and the people of an organisation. */
export const ACCOUNT: AccessTable = {
  'routes/home': [
    {
      what: 'the start page',
      address: () => '/',
      get: {
        ...everyone('/services'),
        ...those(['officer', 'colleague', 'otherOfficer'], '/cases'),
        ...those(['worker', 'manager', 'otherProvider'], '/today'),
        council: '/council',
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
  'routes/account/confirm-email': [
    {
      what: 'no link of ours',
      address: () => '/confirm-email/x',
      get: everyone('absent'),
      post: everyone('absent'),
    },
  ],
  'routes/account/email': [
    {
      what: 'one’s own, where no link can be sent',
      address: () => '/account/email',
      get: onlyFor(MEMBERS, 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/people/sign-in': [
    {
      what: 'an officer who asks for nothing here',
      address: ({ silentMembershipId }) => `/people/${silentMembershipId}/sign-in`,
      get: onlyFor(['administrator'], 'page'),
      post: onlyFor(['administrator'], 'answered'),
    },
    {
      what: 'absent',
      address: () => `/people/${ABSENT_ID}/sign-in`,
      get: onlyFor([], 'page'),
      post: onlyFor([], 'answered'),
    },
  ],
  'routes/council/home': [
    { what: 'one’s own', address: () => '/council', get: onlyFor(['council'], 'page') },
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
}
