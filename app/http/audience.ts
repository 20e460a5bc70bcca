import type { Viewer } from '@db/viewer'
import { PROVIDER_ROLES, type Role } from '~/domain/account/account'

/** The groups a page can be for. */
const ROLES_OF = {
  officer: ['officer'],
  provider: PROVIDER_ROLES,
  manager: ['provider_manager'],
  council: ['council_officer'],
  commissioner: ['commissioner'],
  editor: ['editor'],
  administrator: ['administrator'],
  coordinator: ['coordinator'],
} as const satisfies Record<string, readonly Role[]>

type Group = keyof typeof ROLES_OF

/**
 * Whom a loader or an action serves: everyone, everyone signed in, one group, or several. 'setting-up': everyone signed in, and who
 * has given a password and has no second factor yet.
 */
export type Audience = 'anyone' | 'signed-in' | 'setting-up' | Group | readonly Group[]

/** Whether `viewer` belongs to `audience`. */
export function isInAudience(viewer: Viewer, audience: Audience): boolean {
  if (audience === 'anyone') return true
  if (viewer.kind !== 'member') return false
  if (audience === 'signed-in' || audience === 'setting-up') return true
  const groups: readonly Group[] = typeof audience === 'string' ? [audience] : audience
  return groups.some(group => (ROLES_OF[group] as readonly Role[]).includes(viewer.role))
}
