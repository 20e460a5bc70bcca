import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { openAtService } from '~/domain/entry/change-standing.server'
import { type Entry, findEntry } from '~/domain/entry/entry.server'
import { STANDING_LABELS } from '~/domain/entry/standing'
import { pausedWords } from '~/domain/service/paused'
import { STEPS } from '~/domain/entry/standing-form'
import { openNominationsAt } from '~/domain/service-closing/open-nominations.server'
import { openReferralsAt } from '~/domain/service-closing/open-referrals.server'
import { boxesOf } from '~/domain/time/boxes'
import { londonDay } from '~/domain/time/calendar'
import { bedsLivedIn } from '~/domain/vacancy/claims/lived-in.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** What the page shows that pauses, opens and closes a service; null where the viewer does not keep it. */
export async function standingFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const entry = await findEntry(app, viewer, serviceId)
  if (!entry?.mayChange) return null
  const { name, standing, pausedReason, pausedUntil, pausedNote, version } = entry
  const today = londonDay(app.clock())
  return {
    ...{ serviceId, name, standing, steps: STEPS[standing] },
    standingWords: pausedWords(pausedReason, pausedUntil) ?? STANDING_LABELS[standing],
    ...(await openThere(app, viewer, entry)),
    bedsLivedIn: await asViewer(app.db, viewer, trx => bedsLivedIn(trx, serviceId, today)),
    isOwn: entry.organisationId === viewer.organisationId,
    start: {
      pausedReason,
      pausedNote: pausedNote ?? '',
      ...(pausedUntil && { pausedUntil: boxesOf(pausedUntil) }),
    },
    keys: { pause: carried(version), open: carried(version), close: carried(version) },
  }
}

/** What is open there. An editor reads no referral and no nomination: the reference alone, and that there is one. */
async function openThere(app: DomainContext, viewer: SignedInViewer, { id, organisationId }: Entry) {
  const open = await openAtService(app, viewer, id)
  const isOwn = organisationId === viewer.organisationId
  const nominations = isOwn ? await openNominationsAt(app, viewer, id) : []
  const unread = open.filter(({ referralId }) => referralId === null).slice(nominations.length)
  const others = isOwn ? unread : open
  return {
    referrals: isOwn ? await openReferralsAt(app, viewer, id) : [],
    nominations,
    others: others.map(({ reference }) => reference),
  }
}

export type StandingPage = NonNullable<Awaited<ReturnType<typeof standingFor>>>

function carried(version: number) {
  return { idempotencyKey: newIdempotencyKey(), version }
}
