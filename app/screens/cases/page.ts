import type { Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { daysWords, releaseWords } from '~/domain/case/record/case-in-words'
import { PAGE_LENGTH, type Paging } from '~/domain/list/paging'
import { releasedEarly } from '~/domain/referral/stay/released-early'
import type { Queue, QueuedCase } from './facts.server'
import { type NextStep, nextSteps } from './next-steps'
import { isSoon, QUEUE_GROUP_LABELS, QUEUE_GROUPS, type QueueGroup } from '~/domain/case/list/queue'

export type CaseList = 'open' | 'due' | 'closed'

export const CASE_LIST_TITLES: Readonly<Record<CaseList, string>> = {
  open: 'Cases',
  due: 'To record',
  closed: 'Closed cases',
}

/** A line of the queue in words. */
export interface QueueLine {
  id: string
  reference: string
  name: string
  prisonNumber: string
  days: string
  release: string
  /** A place is still to be found: not for who has arrived at one. */
  isLooking: boolean
  missing: number
  referrals: ReferralStanding[]
  /** What is to be done next, the first first; empty where nothing is. */
  next: NextStep[]
}

/** How some of a case's referrals stand; `tone` says whether somebody must act. */
export interface ReferralStanding {
  tone: 'settled' | 'answer' | 'waiting' | 'none' | 'none-late'
  text: string
}

export interface QueueView extends Paging {
  /** Leaving from today within 28 days and not arrived anywhere, and how many of those no open referral is about. */
  leavingSoon: number
  leavingWithoutReferral: number
  /** Every group with a case, how many it holds, and the page on which it begins. */
  index: { group: QueueGroup; title: string; count: number; page: number }[]
  /** The groups of this page. */
  groups: { group: QueueGroup; title: string; lines: QueueLine[] }[]
}

/** One page of the team's queue as it is shown: by days to release, groups without a case left out. */
export function queueView({ cases, counts, ...queue }: Queue, today: Day): QueueView {
  return {
    ...queue,
    index: groupIndex(counts),
    groups: QUEUE_GROUPS.map(group => ({
      group,
      title: QUEUE_GROUP_LABELS[group],
      lines: cases.filter(each => each.group === group).map(each => queueLine(each, today)),
    })).filter(({ lines }) => lines.length > 0),
  }
}

/** The groups in the order of the queue, which is their own: each begins where those before it end. */
function groupIndex(counts: Queue['counts']): QueueView['index'] {
  let before = 0
  return QUEUE_GROUPS.flatMap(group => {
    const count = counts[group] ?? 0
    const page = Math.floor(before / PAGE_LENGTH) + 1
    before += count
    return count === 0 ? [] : [{ group, title: QUEUE_GROUP_LABELS[group], count, page }]
  })
}

function queueLine(queued: QueuedCase, today: Day): QueueLine {
  const { id, reference, name, prisonNumber, missing, arrivedOn } = queued
  return {
    id,
    reference,
    name,
    prisonNumber,
    missing,
    days: arrivedOn === null ? daysWords(queued.daysToRelease) : 'Arrived',
    release: arrivalWords(queued, today) ?? plannedWords(queued, today),
    isLooking: arrivedOn === null,
    referrals: standings(queued),
    next: nextSteps(queued, today),
  }
}

function arrivalWords({ arrivedOn, ...queued }: QueuedCase, today: Day): string | null {
  if (arrivedOn === null) return null
  return releasedEarly(arrivedOn, queued, today) ?? dayOrYear(arrivedOn, today)
}

function plannedWords({ releaseOn, releaseConfidence }: QueuedCase, today: Day): string {
  return releaseWords(releaseOn, releaseConfidence, today).replace(/ \([^)]*\)/, '')
}

/** '1 accepted', '1 offered: answer', '2 waiting', '1 parked', '3 ended'; 'None open' or 'None yet' where nobody is being asked. */
function standings({ referrals, group }: Pick<QueuedCase, 'referrals' | 'group'>): ReferralStanding[] {
  const { open, offered, accepted, parked, arrived, ended } = referrals
  const waiting = open - offered - accepted - parked
  const none = {
    tone: isSoon(group) ? 'none-late' : 'none',
    text: ended > 0 ? 'None open' : 'None yet',
  } as const
  const some: (ReferralStanding & { count: number })[] = [
    { tone: 'settled', count: arrived, text: `${arrived} arrived` },
    { tone: 'settled', count: accepted, text: `${accepted} accepted` },
    { tone: 'answer', count: offered, text: `${offered} offered: answer` },
    { tone: 'waiting', count: waiting, text: `${waiting} waiting` },
    { tone: 'waiting', count: parked, text: `${parked} parked` },
    { ...none, count: open + arrived === 0 ? 1 : 0 },
    { tone: 'waiting', count: ended, text: `${ended} ended` },
  ]
  return some.filter(({ count }) => count > 0).map(({ tone, text }) => ({ tone, text }))
}
