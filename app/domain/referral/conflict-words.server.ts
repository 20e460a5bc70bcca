import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { formatDayLong } from '../region/calendar'
import { timeAndDay } from '../region/near-time'
import { EVENT_WORDS, type ScreenEvent } from './event-words'
import { historyTitle } from './history-words'
import { type Refusal, refusalText } from './refusal'
import { REFERRAL_STATE_LABELS } from './referral'
import { findReferralFor, type ReferralView } from './referral-queries.server'

/** A page that says why something could not be done, and where to go from here. */
export interface ConflictWords {
  title: string
  paragraphs: string[]
  link: { text: string; href: string }
}

const NOT_SAVED = 'Nothing you sent has been saved.'

/** What the page of a conflict says: what happened meanwhile, how the referral stands now, and what can be done. */
export async function conflictWords(
  app: DomainContext,
  viewer: SignedInViewer,
  sent: { referralId: string; event: ScreenEvent; version: number },
  refusal: Refusal,
): Promise<ConflictWords> {
  const page = { text: 'See the referral as it stands now', href: `/referrals/${sent.referralId}` }
  if (refusal.reason === 'bedspace_taken') return takenWords(sent.event, refusal.until, page)
  const now = await findReferralFor(app, viewer, sent.referralId)
  const stands = now ? [`It now stands at: ${REFERRAL_STATE_LABELS[now.state]}.`] : []
  if (refusal.reason === 'stale') {
    const paragraphs = [NOT_SAVED, ...(now ? since(now, sent.version, app.clock()) : []), ...stands]
    return { title: 'This referral changed while you had it open', paragraphs, link: page }
  }
  const title =
    refusal.reason === 'state_does_not_allow'
      ? `“${EVENT_WORDS[sent.event].title}” cannot be done now`
      : 'This cannot be done now'
  return { title, paragraphs: [refusalText(refusal.reason), NOT_SAVED, ...stands], link: page }
}

/** What the page of an event says when the table does not let this viewer do it now. */
export function notNowWords(
  event: ScreenEvent,
  { id, state }: Pick<ReferralView, 'id' | 'state'>,
): ConflictWords {
  return {
    title: `“${EVENT_WORDS[event].title}” cannot be done now`,
    paragraphs: [
      `The referral stands at: ${REFERRAL_STATE_LABELS[state]}.`,
      'Its page shows what can be done from here.',
    ],
    link: { text: 'See the referral as it stands now', href: `/referrals/${id}` },
  }
}

function takenWords(event: ScreenEvent, until: string | null, page: ConflictWords['link']): ConflictWords {
  const when = until === null ? 'until further notice' : `until ${formatDayLong(until)}`
  return {
    title: `That bedspace has just been taken ${when}`,
    paragraphs: [
      'Somebody else was given it for days you asked for. Each bedspace is given once.',
      `${NOT_SAVED} The referral is as it was.`,
    ],
    link:
      event === 'offer'
        ? { text: 'Choose another bedspace, or other dates', href: `${page.href}/offer` }
        : page,
  }
}

/** One line of history is written for every version, so the last ones are what the sender had not seen. */
function since({ history, version }: ReferralView, seen: number, now: Date): string[] {
  return history.slice(0, Math.max(0, version - seen)).map(line => {
    const by = [line.byPerson, line.byOrganisation].filter(Boolean).join(', ')
    return `Meanwhile, at ${timeAndDay(line.at, now)}: ${historyTitle(line)}${by ? `, by ${by}` : ''}.`
  })
}
