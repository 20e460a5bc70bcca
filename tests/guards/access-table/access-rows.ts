import { type AccessWorld, type Asker, MEMBERS, type Member } from '../access-world'

/**
 * What somebody gets.
 * page: 200 · absent: the one 404 · sign-in: sent to sign in · a path: sent there ·
 * answered: a form that reached its action, whatever that made of it · 409: told that it cannot be done now
 */
type Outcome = 'page' | 'absent' | 'sign-in' | 'answered' | '409' | `/${string}`

type Expected = Record<Asker, Outcome>

export interface AccessCase {
  /** Whose record is asked for: own, colleague’s, another’s, absent … */
  what: string
  address: (world: AccessWorld) => string
  get: Expected
  /** For a route with an action: what a form without any field gets. */
  post?: Expected
}

/** Routes of the built server by their id. */
export type AccessTable = Readonly<Record<string, readonly AccessCase[]>>

export const OFFICERS: readonly Member[] = ['officer', 'colleague', 'otherOfficer']
export const TEAM: readonly Member[] = ['officer', 'colleague']
/** Who may hold services of their own. */
export const PROVIDERS: readonly Member[] = ['worker', 'manager', 'otherProvider', 'council']
export const OWN_PROVIDER: readonly Member[] = ['worker', 'manager']
export const PARTIES: readonly Member[] = [...TEAM, ...OWN_PROVIDER]
export const COUNCIL: readonly Member[] = ['council']
export const COUNCIL_PARTIES: readonly Member[] = [...TEAM, ...COUNCIL]
/** Who changes any entry of the directory; who that of worker’s and manager’s service; who begins one; who reads some. */
export const EDITORS: readonly Member[] = ['editor', 'administrator']
export const OWN_KEEPERS: readonly Member[] = ['manager', ...EDITORS]
export const ENTRY_MAKERS: readonly Member[] = ['manager', 'otherProvider', 'council', ...EDITORS]
export const ENTRY_READERS: readonly Member[] = ['worker', ...ENTRY_MAKERS]
/** Who keeps the register of gaps and actions, and who reads it. */
export const KEEPERS: readonly Member[] = ['commissioner', 'administrator']
export const REGISTER_READERS: readonly Member[] = [...KEEPERS, 'editor']
/** Who invites people, and changes and ends what they may do. */
export const PEOPLE_KEEPERS: readonly Member[] = ['manager', 'otherProvider', 'administrator']
export const ABSENT_ID = '00000000-0000-4000-8000-000000000000'

/** The same for all, signed in or out. */
export function everyone(outcome: Outcome): Expected {
  return { ...those(MEMBERS, outcome), signedOut: outcome }
}

/** One outcome for some; for the other members there is no such page; who is signed out goes to sign in. */
export function onlyFor(members: readonly Member[], outcome: Outcome): Expected {
  return { ...those(MEMBERS, 'absent'), ...those(members, outcome), signedOut: 'sign-in' }
}

export function those<Name extends Asker>(askers: readonly Name[], outcome: Outcome): Record<Name, Outcome> {
  // Object.fromEntries forgets which names it was given.
  return Object.fromEntries(askers.map(asker => [asker, outcome])) as Record<Name, Outcome>
}
