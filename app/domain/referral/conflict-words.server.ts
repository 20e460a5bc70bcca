import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { timeAndDay } from '../region/near-time'
import { historyTitle } from './history-words'
import { REFERRAL_STATE_LABELS } from './referral'
import { findReferralFor, type ReferralView } from './referral-queries.server'

/** A page that says why something could not be done, and where to go from here. */
export interface ConflictWords {
  title: string
  paragraphs: string[]
  link: { text: string; href: string }
}

/** What the page of an old version says: what happened meanwhile, and how the referral stands now. */
export async function staleWords(
  app: DomainContext,
  viewer: SignedInViewer,
  sent: { referralId: string; version: number },
): Promise<ConflictWords> {
  const now = await findReferralFor(app, viewer, sent.referralId)
  const stands = now ? [`It now stands at: ${REFERRAL_STATE_LABELS[now.state]}.`] : []
  return {
    title: 'This referral changed while you had it open',
    paragraphs: [
      'Nothing you sent has been saved.',
      ...(now ? since(now, sent.version, app.clock()) : []),
      ...stands,
    ],
    link: { text: 'See the referral as it stands now', href: `/referrals/${sent.referralId}` },
  }
}

/** One line of history is written for every version, so the last ones are what the sender had not seen. */
function since({ history, version }: ReferralView, seen: number, now: Date): string[] {
  return history.slice(0, Math.max(0, version - seen)).map(line => {
    const by = [line.byPerson, line.byOrganisation].filter(Boolean).join(', ')
    return `Meanwhile, at ${timeAndDay(line.at, now)}: ${historyTitle(line)}${by ? `, by ${by}` : ''}.`
  })
}
