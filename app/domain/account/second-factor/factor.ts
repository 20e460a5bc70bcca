/** What somebody proves who they are by, besides the password. */
export type FactorKind = 'app' | 'key'

/** A factor as its person sees it: nothing that could be used. */
export interface Factor {
  id: string
  kind: FactorKind
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}
