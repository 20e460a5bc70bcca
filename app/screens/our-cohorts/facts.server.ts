import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { findEntry } from '~/domain/entry/entry.server'
import { STANDING_LABELS } from '~/domain/entry/standing'
import { isProgrammeStated, runsIn } from '~/domain/run/runs.server'
import { pausedWords } from '~/domain/service/paused'
import { londonDay } from '~/domain/time/calendar'
import { isOver, runLine } from './page'

/** The runs of a programme as those see them who keep it; null where the viewer may not open the entry, or it is no programme. */
export async function cohortsFor(app: DomainContext, viewer: SignedInViewer, serviceId: string) {
  const entry = await findEntry(app, viewer, serviceId)
  if (!entry?.isProgramme) return null
  const today = londonDay(app.clock())
  const { runs, isStated } = await asViewer(app.db, viewer, async trx => ({
    runs: await runsIn(trx, serviceId),
    isStated: await isProgrammeStated(trx, serviceId),
  }))
  const { id, name, provider, standing, mayChange, pausedReason, pausedUntil } = entry
  return {
    ...{ id, name, provider, standing, mayChange, isStated },
    standingWords: pausedWords(pausedReason, pausedUntil) ?? STANDING_LABELS[standing],
    isOwn: entry.organisationId === viewer.organisationId,
    // What comes next stands first.
    ahead: runs
      .filter(run => !isOver(run, today))
      .reverse()
      .map(run => runLine(run, standing, today)),
    over: runs.filter(run => isOver(run, today)).map(run => runLine(run, standing, today)),
  }
}

export type CohortsPage = NonNullable<Awaited<ReturnType<typeof cohortsFor>>>
