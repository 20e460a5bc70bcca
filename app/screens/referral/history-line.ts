import type { Tier } from '~/domain/eligibility/facts'
import { DATE_CHANGE_CAUSE_LABELS } from '~/domain/case/record/person-case'
import { isDay, londonDay, londonTime, relativeDay, type Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { releaseInWords } from '~/domain/referral/disclosure/release-shown'
import { eventNamed, specOf } from '~/domain/referral/events/registry'
import { reasonLabel } from '~/domain/referral/events/reason-lists'
import { REQUEST_ITEM_LABELS } from '~/domain/referral/referral'
import { isCodeOf } from '~/domain/words/codes'

/** What happened to a referral, in words of the past. Safe for the browser. */

interface Happened {
  id: string
  at: Date
  event: string
  byPerson: string | null
  byOrganisation: string | null
  codes: readonly string[]
  note: string | null
}

export interface HistoryWords {
  id: string
  at: string
  /** 'Today 09:12', 'Tue 24 November 14:05'. */
  when: string
  what: string
  by: string | null
  /** The reasons, or the items that were asked for. */
  details: string[]
  note: string | null
}

/** An event that happened, for a reader of a tier on a day: 'Bedspace offered'. An unknown one is shown as it is. */
export function historyTitle(
  { event, codes }: Pick<Happened, 'event' | 'codes'>,
  reader: { tier: Tier; today: Day },
): string {
  const known = eventNamed(event)
  const title = known ? specOf(known).happened : event
  return event === 'date_moved' ? `${title}${movedWords(codes, reader)}` : title
}

/** ' from Wed 9 December to Thu 3 December: a court decision'; triage reads weeks, and no cause. */
function movedWords(
  [from, to, cause]: readonly string[],
  { tier, today }: { tier: Tier; today: Day },
): string {
  if (from === undefined || to === undefined) return ''
  const dayWords = (code: string) => {
    const [releaseOn = '', releaseUntil = null] = code.split('/')
    if (!isDay(releaseOn)) return 'not known'
    return releaseInWords({ releaseOn, releaseUntil }, tier, today)?.replace(/^(on|in) /, '')
  }
  const [before = '', after = ''] = [dayWords(from), dayWords(to)]
  if (before === after) return ` within ${before}`
  const causes: Readonly<Record<string, string>> = DATE_CHANGE_CAUSE_LABELS
  const why = tier >= 2 && cause !== undefined ? causes[cause] : undefined
  return ` from ${before} to ${after}${why ? `: ${why.charAt(0).toLowerCase()}${why.slice(1)}` : ''}`
}

/** A line of the history for a reader of a tier on a day. */
export function historyWords(line: Happened, tier: Tier, now: Date): HistoryWords {
  const { id, at, byPerson, byOrganisation, note } = line
  const what = historyTitle(line, { tier, today: londonDay(now) })
  return {
    id,
    at: at.toISOString(),
    when: whenWords(at, now),
    what,
    by: [byPerson, byOrganisation].filter(Boolean).join(', ') || null,
    details: detailsOf(line).filter(detail => detail !== what),
    note,
  }
}

/** The reasons, the items that were asked for, or what a correction put right. */
function detailsOf({ event, codes }: Happened): string[] {
  if (event === 'date_moved') return []
  const known = eventNamed(event)
  const said = known && specOf(known).inHistory
  if (said) return [...said(codes)]
  return codes.map(code =>
    isCodeOf(REQUEST_ITEM_LABELS, code) ? REQUEST_ITEM_LABELS[code] : reasonLabel(code),
  )
}

function whenWords(at: Date, now: Date): string {
  const day = londonDay(at)
  const near = relativeDay(day, londonDay(now))
  const shown =
    near === 'today' ? 'Today' : near === 'yesterday' ? 'Yesterday' : dayOrYear(day, londonDay(now))
  return `${shown} ${londonTime(at)}`
}
