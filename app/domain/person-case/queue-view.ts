import type { Day } from '../region/calendar'
import { daysWords, releaseWords } from './case-words'
import type { QueuedCase } from './person-case-queries.server'
import { QUEUE_GROUP_LABELS, QUEUE_GROUPS, type QueueGroup } from './queue'

/** A line of the queue in words. */
export interface QueueLine {
  id: string
  reference: string
  name: string
  prisonNumber: string
  days: string
  release: string
  missing: number
  referrals: ReferralStanding[]
}

/** How some of a case's referrals stand; `tone` says whether somebody must act. */
export interface ReferralStanding {
  tone: 'settled' | 'answer' | 'waiting' | 'none' | 'none-late'
  text: string
}

export interface QueueView {
  open: number
  /** Leaving within 28 days, and how many of those nobody was asked about yet. */
  leavingSoon: number
  leavingWithoutReferral: number
  groups: { group: QueueGroup; title: string; lines: QueueLine[] }[]
}

/** The groups in which a case without any referral is late. */
const SOON: readonly QueueGroup[] = ['5_days', '14_days', '28_days']

/** The team's queue as its page shows it: by days to release, groups without a case left out. */
export function queueView(cases: readonly QueuedCase[], today: Day): QueueView {
  const soon = cases.filter(({ group }) => SOON.includes(group))
  return {
    open: cases.length,
    leavingSoon: soon.length,
    leavingWithoutReferral: soon.filter(({ referrals }) => referrals.open === 0).length,
    groups: QUEUE_GROUPS.map(group => ({
      group,
      title: QUEUE_GROUP_LABELS[group],
      lines: cases.filter(each => each.group === group).map(each => queueLine(each, today)),
    })).filter(({ lines }) => lines.length > 0),
  }
}

function queueLine(queued: QueuedCase, today: Day): QueueLine {
  const { id, reference, name, prisonNumber, missing } = queued
  return {
    id,
    reference,
    name,
    prisonNumber,
    missing,
    days: daysWords(queued.daysToRelease),
    release: releaseWords(queued.releaseOn, queued.releaseConfidence, today).replace(/ \([^)]*\)/, ''),
    referrals: standings(queued),
  }
}

/** '1 accepted', '1 offered: answer it', '2 waiting'; 'None yet' where nobody was asked. */
function standings({ referrals, group }: Pick<QueuedCase, 'referrals' | 'group'>): ReferralStanding[] {
  const { drafts, open, offered, accepted } = referrals
  const waiting = open - offered - accepted
  const some: (ReferralStanding & { count: number })[] = [
    { tone: 'settled', count: accepted, text: `${accepted} accepted` },
    { tone: 'answer', count: offered, text: `${offered} offered: answer` },
    { tone: 'waiting', count: waiting, text: `${waiting} waiting` },
    { tone: 'waiting', count: drafts, text: drafts === 1 ? '1 draft' : `${drafts} drafts` },
  ]
  const standing = some.filter(({ count }) => count > 0).map(({ tone, text }) => ({ tone, text }))
  if (standing.length > 0) return standing
  return [{ tone: SOON.includes(group) ? 'none-late' : 'none', text: 'None yet' }]
}
