import type { Role } from '~/domain/account/account'

/** Where each role starts, and where it goes from there. */

export interface NavigationItem {
  text: string
  href: string
  /** Another section that belongs to it: a referral's own page belongs to the inbox. */
  covers?: string
}

interface RoleFacts {
  /** The page that opens after signing in. */
  startPage: string
  navigation: readonly NavigationItem[]
}

const FIND_SERVICES: NavigationItem = { text: 'Find services', href: '/services' }

const INBOX: NavigationItem = { text: 'Referrals', href: '/inbox', covers: '/referrals' }
const VACANCIES: NavigationItem = { text: 'Vacancies', href: '/vacancies', covers: '/nominations' }
const OUR_SERVICES: NavigationItem = { text: 'Our services', href: '/our-services' }
const PROVIDER_NAVIGATION: readonly NavigationItem[] = [
  { text: 'Today', href: '/today' },
  INBOX,
  VACANCIES,
  OUR_SERVICES,
]

/** For who has places of their own alone: most councils have none. */
const OF_PLACES: readonly NavigationItem[] = [INBOX, VACANCIES]

const COUNCIL: NavigationItem = { text: 'Your council', href: '/council' }

const PATHWAYS: NavigationItem = { text: 'Pathways', href: '/pathways' }
const FAMILIES: NavigationItem = { text: 'Families', href: '/families' }
const TRAFFIC_LIGHT: NavigationItem = {
  text: 'Traffic light',
  href: '/unmet-need/traffic-light',
  covers: '/unmet-need/thresholds',
}
const ADMINISTRATION: NavigationItem = { text: 'Administration', href: '/administration' }
const REGISTER: NavigationItem = { text: 'Actions', href: '/actions' }

const FACTS: Record<Role, RoleFacts> = {
  officer: {
    startPage: '/cases',
    navigation: [{ text: 'Cases', href: '/cases' }, FIND_SERVICES, { text: 'Referrals', href: '/referrals' }],
  },
  provider_worker: { startPage: '/today', navigation: PROVIDER_NAVIGATION },
  provider_manager: {
    startPage: '/today',
    navigation: [...PROVIDER_NAVIGATION, { text: 'People', href: '/people' }],
  },
  council_officer: {
    startPage: '/council',
    navigation: [COUNCIL, FIND_SERVICES, INBOX, VACANCIES, OUR_SERVICES],
  },
  commissioner: {
    startPage: '/unmet-need',
    navigation: [
      // The traffic light is one of its own pages.
      { text: 'Unmet need', href: '/unmet-need' },
      { text: 'Supply', href: '/supply' },
      PATHWAYS,
      FAMILIES,
      REGISTER,
      FIND_SERVICES,
    ],
  },
  editor: {
    startPage: '/administration',
    navigation: [ADMINISTRATION, FIND_SERVICES, TRAFFIC_LIGHT, REGISTER],
  },
  coordinator: { startPage: '/queue', navigation: [{ text: 'Queue', href: '/queue' }, FIND_SERVICES] },
  administrator: {
    startPage: '/administration',
    navigation: [ADMINISTRATION, FIND_SERVICES, TRAFFIC_LIGHT, REGISTER],
  },
}

const MESSAGES: NavigationItem = { text: 'Messages sent', href: '/messages' }

const SIGNED_OUT: readonly NavigationItem[] = [
  { text: 'Find a place or support', href: '/services' },
  { text: 'Family and children', href: '/family' },
  { text: 'Helplines', href: '/helplines' },
  { text: 'For professionals', href: '/professionals' },
  { text: 'Sign in', href: '/sign-in' },
]

/** The address that opens after signing in; the public directory for nobody in particular. */
export function startPageFor(role: Role | null): string {
  return role === null ? '/services' : FACTS[role].startPage
}

/**
 * The header's links for a role, or for someone signed out; to who is signed in the demonstration adds the messages it would have sent.
 * @param holdsPlaces of a council: whether it has beds, programmes or referrals of its own
 */
export function navigationFor(
  role: Role | null,
  demonstration: boolean,
  holdsPlaces = true,
): NavigationItem[] {
  if (role === null) return [...SIGNED_OUT]
  const links = FACTS[role].navigation.filter(link => holdsPlaces || !OF_PLACES.includes(link))
  return demonstration ? [...links, MESSAGES] : links
}
