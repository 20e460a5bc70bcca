import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { type Day, formatDayLong, londonDay } from '~/domain/time/calendar'
import { timeAndDay } from '~/domain/time/near-time'
import type { SeenBasis } from '~/domain/referral/events/acting'
import { detailWords, SOMETHING_TO_TELL } from '~/domain/referral/changes/change-words'
import { historyTitle } from '~/screens/referral/history-line'
import { stateLabel } from '~/domain/referral/states'
import { findReferralFor, type ReferralView } from '~/domain/referral/record/referral-queries.server'

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
  sent: { referralId: string; version: number; seen?: SeenBasis | null },
): Promise<ConflictWords> {
  const now = await findReferralFor(app, viewer, sent.referralId)
  const stands = now ? [`It now stands at: ${stateLabel(now.state)}.`] : []
  return {
    title: 'This referral changed while you had it open',
    paragraphs: [
      'Nothing you sent has been saved.',
      ...(now ? since(now, sent.version, app.clock()) : []),
      ...(now && sent.seen ? await basisWords(app, viewer, now, sent.seen) : []),
      ...stands,
    ],
    link: { text: 'See the referral as it stands now', href: `/referrals/${sent.referralId}` },
  }
}

/** From what to what the release date and the answers changed since a form was drawn, a line each, as far as the viewer may know. */
export async function basisWords(
  app: DomainContext,
  viewer: SignedInViewer,
  referral: ReferralView,
  seen: SeenBasis,
): Promise<string[]> {
  const since = referral.noted.slice(seen.changes)
  const changes = since.flatMap(each =>
    each.details.length > 0
      ? each.details.map(detailWords)
      : [`${SOMETHING_TO_TELL}: ring ${referral.referrerPhone ?? 'them'}`],
  )
  return [...(await moveWords(app, viewer, referral, seen)), ...changes].map(
    words => `${words}${/[.!?]$/.test(words) ? '' : '.'}`,
  )
}

/** One line of history is written for every version, so the last ones are what the sender had not seen. */
function since({ history, version, tier }: ReferralView, seen: number, now: Date): string[] {
  return history.slice(0, Math.max(0, version - seen)).map(line => {
    const by = [line.byPerson, line.byOrganisation].filter(Boolean).join(', ')
    return `Meanwhile, at ${timeAndDay(line.at, now)}: ${historyTitle(line, { tier, today: londonDay(now) })}${by ? `, by ${by}` : ''}.`
  })
}

/** The moves of the release date since; to whoever may not read the days, that it moved. */
async function moveWords(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, releaseOn, releaseVersion }: ReferralView,
  seen: SeenBasis,
): Promise<string[]> {
  const moves = (releaseVersion ?? seen.releaseVersion) - seen.releaseVersion
  if (moves <= 0) return []
  const rows = await asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('releaseDateChange')
      .select('oldReleaseOn')
      .where('caseId', '=', caseId)
      .whereRef('oldReleaseOn', 'is distinct from', 'newReleaseOn')
      .orderBy('changedAt', 'desc')
      .limit(moves)
      .execute(),
  )
  const first = rows.at(-1)
  if (!first) return ['The release date has moved']
  return [`Release date: was ${dayWords(first.oldReleaseOn)}, is now ${dayWords(releaseOn)}`]
}

function dayWords(day: Day | null): string {
  return day === null ? 'not known' : formatDayLong(day)
}
