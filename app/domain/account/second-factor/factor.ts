/** What somebody proves who they are by, besides the password. */
export const FACTOR_KINDS = ['app', 'key'] as const

export type FactorKind = (typeof FACTOR_KINDS)[number]

/** A factor as its person sees it: nothing that could be used. */
export interface Factor {
  id: string
  kind: FactorKind
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}
