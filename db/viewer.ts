/** What a membership lets its person do at its organisation. */
export type Role =
  | 'officer'
  | 'provider_worker'
  | 'provider_manager'
  | 'council_officer'
  | 'commissioner'
  | 'editor'
  | 'administrator'
  | 'coordinator'

export interface SignedInViewer {
  kind: 'member'
  personId: string
  organisationId: string
  membershipId: string
  role: Role
}

/** Who is looking. */
export type Viewer = { kind: 'public' } | SignedInViewer

type ViewerDatabaseRole = 'throughgate_public' | 'throughgate_professional' | 'throughgate_commissioner'

/** The database role whose grants and row policies a viewer's statements are held to. */
export function databaseRoleOf(viewer: Viewer): ViewerDatabaseRole {
  if (viewer.kind === 'public') return 'throughgate_public'
  return viewer.role === 'commissioner' ? 'throughgate_commissioner' : 'throughgate_professional'
}
