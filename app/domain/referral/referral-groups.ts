import type { ReferralState } from './referral'

/** Referrals by what must be done next, for the lists of both sides. Safe for the browser. */

/** A heading of a list, and the states it gathers. */
export interface GroupKind {
  key: string
  title: string
  /** What to do with them. */
  hint: string
  states: readonly ReferralState[]
}

export interface ReferralGroup<Line> extends Omit<GroupKind, 'states'> {
  lines: Line[]
}

/** A side's list: the open ones in groups, or those that ended. */
export interface ReferralsPage<Line> {
  closed: boolean
  groups: ReferralGroup<Line>[]
  ended: Line[]
}

/** The page of a list whose address asks for the open referrals or, by `?state=closed`, for those that ended. */
export function asksForEnded(request: Request): boolean {
  return new URL(request.url).searchParams.get('state') === 'closed'
}

/** The referrals found as a page; groups without a referral are left out. */
export function referralsPage<Listed extends { state: ReferralState }, Line>(
  closed: boolean,
  referrals: readonly Listed[],
  kinds: readonly GroupKind[],
  lineOf: (referral: Listed) => Line,
): ReferralsPage<Line> {
  if (closed) return { closed, groups: [], ended: referrals.map(lineOf) }
  const groups = kinds.map(({ states, ...kind }) => ({
    ...kind,
    lines: referrals.filter(({ state }) => states.includes(state)).map(lineOf),
  }))
  return { closed, groups: groups.filter(({ lines }) => lines.length > 0), ended: [] }
}
