import type { Group } from '~/domain/eligibility/decision'

/** The four groups as the tabs of a search say them. */
export const GROUP_TABS: Readonly<Record<Group, string>> = {
  eligible: 'Fits',
  eligible_once_answered: 'Fits once answered',
  discuss: 'Discuss',
  not_eligible: 'Does not fit',
}

/** The groups as the tag of one service shows them. */
export const GROUP_FIT = {
  eligible: 'fits',
  eligible_once_answered: 'ask',
  discuss: 'discuss',
  not_eligible: 'does-not-fit',
} as const satisfies Readonly<Record<Group, string>>

/** The groups of what may fit after all: once something is known, or after a call. */
export const MAY_FIT: readonly Group[] = ['eligible_once_answered', 'discuss']
