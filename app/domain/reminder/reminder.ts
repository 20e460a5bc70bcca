import { type Freshness, remindAt } from '../vacancy/freshness/freshness'
import { DAY_MS } from '../time/calendar'

/** What a link asks to be confirmed. */
export const LINK_KINDS = ['policy_60', 'policy_80', 'vacancies'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** How long each link can be used, in days: a policy's until somebody must look for himself, vacancies' for as long as a count is worth. */
const HOLDS_DAYS: Readonly<Record<LinkKind, number>> = { policy_60: 30, policy_80: 30, vacancies: 7 }

/** The days since a policy was last verified at which its keepers are reminded, the later first. */
const POLICY_MARKS = [
  [80, 'policy_80'],
  [60, 'policy_60'],
] as const

/** The reminder a policy has come to: one at 60 days and one at 80, of which whoever was away gets the later alone; null before. */
export function policyReminder(verifiedAt: Date, now: Date): Exclude<LinkKind, 'vacancies'> | null {
  const days = (now.getTime() - verifiedAt.getTime()) / DAY_MS
  return POLICY_MARKS.find(([mark]) => days >= mark)?.[1] ?? null
}

/** Whether vacancies have come four fifths of the way to "check first". */
export function areVacanciesDue(
  confirmedAt: Date,
  freshness: Pick<Freshness, 'freshUntil'>,
  now: Date,
): boolean {
  const due = remindAt(confirmedAt, freshness)
  return due !== null && now >= due
}

export function expiryOf(kind: LinkKind, now: Date): Date {
  return new Date(now.getTime() + HOLDS_DAYS[kind] * DAY_MS)
}

/** How a link stands: it confirms, it came too late, or what it asks was confirmed since it was sent. */
export type LinkStanding = { is: 'open' } | { is: 'expired' } | { is: 'done'; at: Date }

export function linkStanding(
  link: { aboutAt: Date; expiresAt: Date; usedAt: Date | null; confirmedAt: Date | null },
  now: Date,
): LinkStanding {
  const { aboutAt, expiresAt, usedAt, confirmedAt } = link
  if (usedAt !== null) return { is: 'done', at: usedAt }
  if (confirmedAt !== null && confirmedAt > aboutAt) return { is: 'done', at: confirmedAt }
  return now >= expiresAt ? { is: 'expired' } : { is: 'open' }
}
