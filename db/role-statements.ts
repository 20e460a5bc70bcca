import { escapeLiteral } from 'pg'

/** The password of each login role. */
export interface RolePasswords {
  owner: string
  app: string
  worker: string
}

/**
 * They log in. The owner makes and owns the schema; the other two own nothing and inherit nothing. (The owner inherits, for
 * PostgreSQL 15 gives it the schema `public` by way of the built-in role pg_database_owner.)
 */
export const LOGIN_ROLES = [
  { name: 'throughgate_owner', key: 'owner', attributes: 'login' },
  { name: 'throughgate_app', key: 'app', attributes: 'login noinherit' },
  { name: 'throughgate_worker', key: 'worker', attributes: 'login noinherit' },
] as const

const APP_BECOMES = [
  'throughgate_public',
  'throughgate_professional',
  'throughgate_commissioner',
  'throughgate_sign_in',
  'throughgate_confidential',
  'throughgate_system',
  'throughgate_indexer',
]

/** The one role that counts women, and reads no name: only the worker takes it on. */
const STATISTICIAN = 'throughgate_statistician'
/** They never log in. */
export const BECOME_ONLY = [...APP_BECOMES, STATISTICIAN]

/** They never log in: a login role takes one of them on for one transaction (db/viewer-transaction.ts). */
const VIEWER_ROLES: Record<string, string[]> = {
  throughgate_app: APP_BECOMES,
  throughgate_worker: ['throughgate_system', 'throughgate_indexer', STATISTICIAN],
}

/** From 16 on a grant says for itself whether its rights come without asking; before, the role that gets it does. */
const FIRST_WITH_GRANT_OPTIONS = 160_000

/** One thing to make, by the name under which it is there afterwards. */
export interface RoleStatement {
  /** The role, or "member role" for a membership. */
  key: string
  statement: string
}

/**
 * Every role and membership the service needs, in the order in which they can be made, without passwords.
 * @param serverVersion as in server_version_num, 180004 say
 */
export function roleStatements(serverVersion: number): RoleStatement[] {
  return [...createStatements(), ...grantStatements(serverVersion)]
}

/** The end of the statement that makes or changes `role`: its password, when it is a login role we have one for. */
export function passwordClause(role: string, passwords: Partial<RolePasswords>): string {
  const login = LOGIN_ROLES.find(({ name }) => name === role)
  const password = login && passwords[login.key]
  return password === undefined ? '' : ` password ${escapeLiteral(password)}`
}

function createStatements(): RoleStatement[] {
  const logins = LOGIN_ROLES.map(({ name, attributes }) => ({
    key: name,
    statement: `create role ${name} ${attributes}`,
  }))
  const viewers = BECOME_ONLY.map(name => ({ key: name, statement: `create role ${name} nologin noinherit` }))
  return [...logins, ...viewers]
}

function grantStatements(version: number): RoleStatement[] {
  const options = version >= FIRST_WITH_GRANT_OPTIONS ? ' with inherit false, set true' : ''
  return Object.entries(VIEWER_ROLES).flatMap(([member, names]) =>
    names.map(name => ({ key: `${member} ${name}`, statement: `grant ${name} to ${member}${options}` })),
  )
}
