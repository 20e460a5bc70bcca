import { type AccessWorld, type Asker, MEMBERS, type Member } from './access-world'

/**
 * What somebody gets.
 * page: 200 · absent: the one 404 · sign-in: sent to sign in · a path: sent there ·
 * answered: a form that reached its action, whatever that made of it
 */
export type Outcome = 'page' | 'absent' | 'sign-in' | 'answered' | `/${string}`

export type Expected = Record<Asker, Outcome>

export interface AccessCase {
  /** Whose record is asked for: own, colleague’s, another’s, absent … */
  what: string
  address: (world: AccessWorld) => string
  get: Expected
  /** For a route with an action: what a form without any field gets. */
  post?: Expected
}

const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

/** Every route of the built server, by its id. A route that is missing here fails the test. */
export const ACCESS: Record<string, readonly AccessCase[]> = {
  'routes/home': [
    {
      what: 'the start page',
      address: () => '/',
      get: {
        ...everyone('/services'),
        ...those(['officer', 'colleague', 'otherOfficer'], '/cases'),
        ...those(['worker', 'manager', 'otherProvider'], '/today'),
        commissioner: '/supply',
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
  'routes/sign-out': [
    { what: 'the address', address: () => '/sign-out', get: everyone('/'), post: everyone('answered') },
  ],
  'routes/kept-form': [
    { what: 'absent', address: () => `/kept-form/${ABSENT_ID}`, get: onlyFor([], 'page') },
    { what: 'no id at all', address: () => '/kept-form/x', get: onlyFor([], 'page') },
  ],
}

/** The same for all, signed in or out. */
export function everyone(outcome: Outcome): Expected {
  return { ...those(MEMBERS, outcome), signedOut: outcome }
}

/** One outcome for some; for the other members there is no such page; who is signed out goes to sign in. */
export function onlyFor(members: readonly Member[], outcome: Outcome): Expected {
  return { ...those(MEMBERS, 'absent'), ...those(members, outcome), signedOut: 'sign-in' }
}

function those<Name extends Asker>(askers: readonly Name[], outcome: Outcome): Record<Name, Outcome> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(askers.map(asker => [asker, outcome])) as Record<Name, Outcome>
}
