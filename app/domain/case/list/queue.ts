/** The queue of a prison's team: cases by days to release, at the points where HARP asks for something; who has arrived last. Safe for the browser. */

export const QUEUE_GROUPS = [
  '5_days',
  '14_days',
  '28_days',
  '56_days',
  '12_weeks',
  'later',
  'not_known',
  'arrived',
] as const
export type QueueGroup = (typeof QUEUE_GROUPS)[number]

export const QUEUE_GROUP_LABELS: Record<QueueGroup, string> = {
  '5_days': 'Within 5 days, or passed',
  '14_days': 'Within 14 days',
  '28_days': 'Within 28 days',
  '56_days': 'Within 56 days',
  '12_weeks': 'Within 12 weeks',
  later: 'Later than 12 weeks',
  not_known: 'Release date not known',
  arrived: 'Arrived at a place',
}

/** True for the groups in which a case without any referral is late. */
export function isSoon(group: QueueGroup): boolean {
  return group === '5_days' || group === '14_days' || group === '28_days'
}

const LIMITS: ReadonlyArray<{ days: number; group: QueueGroup }> = [
  { days: 5, group: '5_days' },
  { days: 14, group: '14_days' },
  { days: 28, group: '28_days' },
  { days: 56, group: '56_days' },
  { days: 84, group: '12_weeks' },
]

/**
 * The group of the queue a case stands in. Takes whole days to release: 0 is today, a negative number is a date that has
 * passed without the case being closed, which needs attention first; null is a date nobody knows.
 */
export function queueGroup(daysToRelease: number | null): QueueGroup {
  if (daysToRelease === null) return 'not_known'
  return LIMITS.find(limit => daysToRelease <= limit.days)?.group ?? 'later'
}
