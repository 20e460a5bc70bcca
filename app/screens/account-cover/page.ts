import type { CoverResult, ownCover } from '~/domain/people/cover/cover.server'
import { formatDay, formatInstant, type Day } from '~/domain/time/calendar'

type Covers = Awaited<ReturnType<typeof ownCover>>['covers']

export const DONE = {
  said: 'Your colleagues see that you are away and whom to ask. What is sent to you goes to them too',
  back: 'Taken back: nothing more goes to your colleague',
} as const

export const NOT_SAID: Readonly<Record<'colleague' | 'overlaps', { field: string; words: string }>> = {
  colleague: { field: 'coveredBy', words: 'Choose a colleague of your organisation' },
  overlaps: {
    field: 'fromOn',
    words: 'You say already that you are away on one of these days. Take that back first',
  },
}

export function isNotSaid(
  reason: Extract<CoverResult, { ok: false }>['reason'],
): reason is keyof typeof NOT_SAID {
  return Object.hasOwn(NOT_SAID, reason)
}

/** Those that still hold, and those that are over or were taken back. */
export function coverLines(covers: Covers, today: Day) {
  const lines = covers.map(({ id, fromOn, untilOn, coveredBy, withdrawnAt }) => ({
    id,
    words: `${formatDay(fromOn)} to ${formatDay(untilOn)}: ${coveredBy} acts for you`,
    holds: withdrawnAt === null && untilOn >= today,
    back: withdrawnAt && `taken back ${formatInstant(withdrawnAt)}`,
  }))
  return { current: lines.filter(each => each.holds), past: lines.filter(each => !each.holds) }
}
