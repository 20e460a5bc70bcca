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

/** A role as its people call it. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'resettlement officer',
  provider_worker: 'provider worker',
  provider_manager: 'provider manager',
  council_officer: 'council housing options officer',
  commissioner: 'commissioner',
  editor: 'directory editor',
  administrator: 'administrator',
  coordinator: 'regional coordinator',
}

/** Who answers referrals and keeps vacancies, for a service of their own organisation: a provider's people, or a council's. */
export const PROVIDER_ROLES = [
  'provider_worker',
  'provider_manager',
  'council_officer',
] as const satisfies Role[]
