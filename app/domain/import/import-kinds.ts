import type { SignedInViewer } from '@db/viewer'
import { PROVIDER_ROLES, type Role } from '../account/account'

/** What comes in and goes out by file. Safe for the browser. */

interface ImportKind {
  /** 'policies', as in 'Your policies'. */
  title: string
  about: string
  /** Who may; a file holds what is theirs, of editors and administrators all. */
  roles: readonly Role[]
}

const STATES_POLICIES = ['provider_manager', 'council_officer', 'editor', 'administrator'] as const

export const IMPORT_KINDS = {
  services: {
    title: 'Services',
    about:
      'What the directory says of each service, a line a service. A column that is not in your file stays as it is. A new service is begun on its own page, and staffed hours are changed there.',
    roles: STATES_POLICIES,
  },
  policies: {
    title: 'Policies',
    about:
      'Whom each service takes, a line a service. A column that is not in your file stays as it is; an empty cell means not stated.',
    roles: STATES_POLICIES,
  },
  rooms: {
    title: 'Rooms',
    about:
      'The rooms in use, a line a room, of services that keep a list. A line without a room ID adds a room. No line closes one: that is done on its own page.',
    roles: PROVIDER_ROLES,
  },
} as const satisfies Record<string, ImportKind>

export type ImportCode = keyof typeof IMPORT_KINDS

export const IMPORT_CODES = Object.keys(IMPORT_KINDS) as readonly ImportCode[]

export function isImportCode(text: string | undefined): text is ImportCode {
  return text !== undefined && Object.hasOwn(IMPORT_KINDS, text)
}

export function mayImport({ role }: SignedInViewer, what: ImportCode): boolean {
  return (IMPORT_KINDS[what].roles as readonly Role[]).includes(role)
}
