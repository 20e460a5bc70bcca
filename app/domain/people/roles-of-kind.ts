import { PROVIDER_ROLES, type Role, ROLES } from '../account/account'

/** Which roles an organisation has people in, by its kind: `role_fits` in db/migrations/0065_invitations.ts holds the same table. */
const ROLES_OF_KIND = {
  prison: ['officer'],
  provider: ['provider_worker', 'provider_manager'],
  council: ['council_officer'],
  commissioner: ['commissioner'],
  region: ['administrator', 'editor', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

/** The roles of a kind of organisation; of a kind nobody knows, none. */
export function rolesOfKind(kind: string): readonly Role[] {
  const [, roles = []] = Object.entries(ROLES_OF_KIND).find(([each]) => each === kind) ?? []
  return roles
}

/** Whom somebody of a role may invite, change and end: administrators anybody, a provider's managers their own workers and managers. */
export function rolesKeptBy(role: Role): readonly Role[] {
  if (role === 'administrator') return ROLES
  return role === 'provider_manager' ? PROVIDER_ROLES.filter(each => each !== 'council_officer') : []
}
