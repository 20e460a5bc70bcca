import type { SignedInViewer } from '@db/viewer'
import type { Role } from '../account/account'

const STATES_OWN: readonly Role[] = ['provider_manager', 'council_officer']
const READS_OWN: readonly Role[] = ['provider_worker', ...STATES_OWN]
const KEEPERS: readonly Role[] = ['editor', 'administrator']

interface Kept {
  organisationId: string
}

/** Who states and verifies the policy of a service: managers and councils their own, editors and administrators any. */
export function mayStatePolicy(viewer: SignedInViewer, service: Kept): boolean {
  return KEEPERS.includes(viewer.role) || isOwn(viewer, service, STATES_OWN)
}

/** Who reads it on the page where it is stated. */
export function mayReadStating(viewer: SignedInViewer, service: Kept): boolean {
  return KEEPERS.includes(viewer.role) || isOwn(viewer, service, READS_OWN)
}

/** False for those who keep every entry of the directory. */
export function readsOwnAlone({ role }: SignedInViewer): boolean {
  return !KEEPERS.includes(role)
}

function isOwn(viewer: SignedInViewer, { organisationId }: Kept, roles: readonly Role[]): boolean {
  return viewer.organisationId === organisationId && roles.includes(viewer.role)
}
