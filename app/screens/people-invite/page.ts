import type { Role } from '~/domain/account/account'

/** What somebody of a role can do, for whoever gives it. */
export const ROLE_HINTS: Readonly<Record<Role, string>> = {
  officer: 'In a prison’s team: sees its cases, searches for them and refers',
  provider_worker: 'At a provider: keeps vacancies, answers referrals',
  provider_manager: 'At a provider: the same, names who assesses, invites colleagues',
  council_officer: 'At a council: receives referrals to it, keeps its own services',
  commissioner: 'At a commissioner: reads published figures and supply, and never a person',
  editor: 'In the regional team: approves organisations and entries of the directory',
  administrator: 'In the regional team: invites anybody, reads the audit, takes escalations',
  coordinator: 'In the regional team: holds the queue of people nobody fits',
}
