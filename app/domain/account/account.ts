/** What a membership lets its person do at its organisation. */
export const ROLES = [
  'officer',
  'provider_worker',
  'provider_manager',
  'council_officer',
  'commissioner',
  'editor',
  'administrator',
  'coordinator',
] as const

export type Role = (typeof ROLES)[number]

/** Who answers referrals and keeps vacancies, for a service of their own organisation: a provider's people, or a council's. */
export const PROVIDER_ROLES = [
  'provider_worker',
  'provider_manager',
  'council_officer',
] as const satisfies Role[]
