import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { openAtService } from '~/domain/entry/change-standing.server'
import { findEntry } from '~/domain/entry/entry.server'
import { STANDING_LABELS } from '~/domain/entry/standing'
import { pausedWords } from '~/domain/service/paused'
import { STEPS } from '~/domain/entry/standing-form'
import { boxesOf } from '~/domain/time/boxes'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** What the page shows that pauses, opens and closes a service; null where the viewer does not keep it. */
export async function standingFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const entry = await findEntry(app, viewer, serviceId)
  if (!entry?.mayChange) return null
  const { name, standing, pausedReason, pausedUntil, pausedNote, version } = entry
  return {
    ...{ serviceId, name, standing, steps: STEPS[standing] },
    standingWords: pausedWords(pausedReason, pausedUntil) ?? STANDING_LABELS[standing],
    openThere: await openAtService(app, viewer, serviceId),
    // An editor reads no referral: its reference alone.
    mayOpenReferrals: entry.organisationId === viewer.organisationId,
    start: {
      pausedReason,
      pausedNote: pausedNote ?? '',
      ...(pausedUntil && { pausedUntil: boxesOf(pausedUntil) }),
    },
    keys: { pause: carried(version), open: carried(version), close: carried(version) },
  }
}

export type StandingPage = NonNullable<Awaited<ReturnType<typeof standingFor>>>

function carried(version: number) {
  return { idempotencyKey: newIdempotencyKey(), version }
}
