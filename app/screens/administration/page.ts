import type { Role } from '~/domain/account/account'

/** What may wait for an administrator or an editor: what it is called by number, and where it is done. */
export const WAITING = {
  approvals: {
    one: 'organisation or entry waits for an editor',
    many: 'organisations and entries wait for an editor',
    about: 'To be approved, sent back, or looked at again since it changed',
    to: '/approvals',
  },
  notes: {
    one: 'note says that an entry is wrong',
    many: 'notes say that entries are wrong',
    about: 'Somebody told the provider, and nobody has answered yet',
    to: '/approvals',
  },
  silent: {
    one: 'service is silent',
    many: 'services are silent',
    about: 'Their vacancies are not confirmed, or nobody verified their policy for 90 days',
    to: '/administration/silent',
  },
  overdue: {
    one: 'action of the register is overdue',
    many: 'actions of the register are overdue',
    about: 'Past the day they were due, and not done',
    to: '/actions',
  },
  funding: {
    one: 'programme’s funding ends',
    many: 'programmes’ funding ends',
    about: 'Within 180 days, or it has ended',
    to: '/families',
  },
} as const satisfies Record<string, { one: string; many: string; about: string; to: string }>

export type WaitingKind = keyof typeof WAITING
export type Waiting = (typeof WAITING)[WaitingKind] & { kind: WaitingKind; count: number }

/** A room of the house: where something is kept. */
export interface Room {
  text: string
  about: string
  to: string
  /** Left out: both roles. */
  roles?: readonly Role[]
}

export const ROOMS: readonly Room[] = [
  {
    text: 'Services',
    about: 'Every entry, with those that wait and those that are closed',
    to: '/our-services',
  },
  {
    text: 'People',
    about: 'Invite, change what somebody may do, end access',
    to: '/people',
    roles: ['administrator'],
  },
  { text: 'Organisations', about: 'Who is in the region: add, change and close', to: '/organisations' },
  { text: 'Approvals', about: 'What changed beside what was', to: '/approvals' },
  { text: 'Audit', about: 'Who read this person; what did this person read', to: '/administration/audit' },
  {
    text: 'Everything held on one person',
    about: 'On request: to read, print or download, and words to strike out',
    to: '/administration/person',
    roles: ['administrator'],
  },
  { text: 'Silent services', about: 'Who confirms nothing, and whom to ring', to: '/administration/silent' },
  {
    text: 'Settings',
    about: 'Time limits, how long what is kept, and thresholds, each from a day on',
    to: '/administration/settings',
  },
  { text: 'Gaps and actions', about: 'The register: owner, cost, day', to: '/actions' },
  { text: 'Pathways', about: 'Which pathways are served where, and where nothing is', to: '/pathways' },
  { text: 'Families', about: 'Programmes by prison and authority, and funding that ends', to: '/families' },
  { text: 'Traffic-light report', about: 'Indicators and their thresholds', to: '/unmet-need/traffic-light' },
]
