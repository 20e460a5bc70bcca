import type { Viewer } from '@db/viewer'

/**
 * Where somebody who may refer starts: an officer from a case, whoever is signed out by signing in; nobody else refers, and
 * nobody to what is paused.
 */
export function wayToRefer(
  viewer: Viewer,
  { id: serviceId, paused }: { id: string; paused: string | null },
): { to: string; text: string } | null {
  if (paused !== null) return null
  if (viewer.kind === 'public')
    return { to: `/sign-in?next=/services/${serviceId}`, text: 'Sign in to refer' }
  const isOfficer = viewer.kind === 'member' && viewer.role === 'officer'
  return isOfficer ? { to: '/cases', text: 'Choose whom to refer from your cases' } : null
}
