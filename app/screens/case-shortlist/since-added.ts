import type { Group } from '~/domain/eligibility/decision'
import type { Standing, VacancyStanding } from '~/domain/shortlist/shortlist'

const GROUPS: Readonly<Record<Group, { then: string; now: string }>> = {
  eligible: { then: 'it fitted', now: 'it fits' },
  eligible_once_answered: { then: 'it waited for answers', now: 'it waits for answers' },
  discuss: { then: 'it had to be talked about', now: 'it has to be talked about' },
  not_eligible: { then: 'it did not fit', now: 'it does not fit' },
}

const VACANCIES: Readonly<Record<VacancyStanding | 'none_kept', { then: string; now: string }>> = {
  free: { then: 'a bed was free for the day', now: 'one is free' },
  to_check: { then: 'a bed was free, to be checked', now: 'one is free, to be checked' },
  full: { then: 'nothing was free for the day', now: 'nothing is free' },
  not_confirmed: { then: 'nobody had confirmed what is free', now: 'nobody confirms what is free' },
  none_kept: { then: 'it kept no bedspaces', now: 'it keeps no bedspaces' },
}

/** 'Changed since it was added: it fitted, now it does not fit.'; null where it stands as it stood. */
export function sinceAdded(then: Standing, now: Standing): string | null {
  const changes = [
    then.group === now.group ? null : `${GROUPS[then.group].then}, now ${GROUPS[now.group].now}`,
    then.vacancy === now.vacancy
      ? null
      : `${VACANCIES[then.vacancy ?? 'none_kept'].then}, now ${VACANCIES[now.vacancy ?? 'none_kept'].now}`,
  ].filter(change => change !== null)
  return changes.length === 0 ? null : `Changed since it was added: ${changes.join('; ')}.`
}
