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

/** How a link stands: it confirms, it came too late, what it asks was confirmed since it was sent, or is no more what it asks. */
export type LinkStanding = { is: 'open' } | { is: 'expired' } | { is: 'restated' } | { is: 'done'; at: Date }

interface LinkStands {
  aboutAt: Date
  /** Of the policy as it was sent; null of vacancies. */
  aboutVersion: number | null
  expiresAt: Date
  usedAt: Date | null
  confirmedAt: Date | null
  /** Of the policy as it is. */
  version: number | null
}

export function linkStanding(link: LinkStands, now: Date): LinkStanding {
  const { aboutAt, aboutVersion, expiresAt, usedAt, confirmedAt, version } = link
  if (usedAt !== null) return { is: 'done', at: usedAt }
  if (confirmedAt !== null && confirmedAt > aboutAt) return { is: 'done', at: confirmedAt }
  if (aboutVersion !== null && version !== aboutVersion) return { is: 'restated' }
  return now >= expiresAt ? { is: 'expired' } : { is: 'open' }
}
