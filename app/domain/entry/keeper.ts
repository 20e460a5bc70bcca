import type { SignedInViewer } from '@db/viewer'

const KEEPERS: readonly string[] = ['editor', 'administrator']
const OWN_KEEPERS: readonly string[] = ['provider_manager', 'council_officer']

/** Editors and administrators reach every entry. */
export function isEditor({ role }: Pick<SignedInViewer, 'role'>): boolean {
  return KEEPERS.includes(role)
}

/** Who changes an entry: managers, and a council's officers, their organisation's own; editors any. A worker reads. */
export function mayKeep(viewer: SignedInViewer, entry: { organisationId: string }): boolean {
  return (
    isEditor(viewer) || (OWN_KEEPERS.includes(viewer.role) && entry.organisationId === viewer.organisationId)
  )
}

/** Who may open the page on which an entry is kept. */
export function mayOpen(viewer: SignedInViewer, entry: { organisationId: string }): boolean {
  return isEditor(viewer) || entry.organisationId === viewer.organisationId
}

/** Who holds the grant of an entry's hidden places: who keeps it for its own organisation. `keeps_hidden_places` in the database says the same. */
export function holdsHidden(viewer: SignedInViewer, entry: { organisationId: string }): boolean {
  return OWN_KEEPERS.includes(viewer.role) && entry.organisationId === viewer.organisationId
}
