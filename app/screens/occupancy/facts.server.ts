import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { londonDay } from '~/domain/time/calendar'
import { ownBoards } from '~/domain/vacancy/own/own-boards.server'
import { occupancyPage } from './page'

/** Who has which room of the viewer's own services on each day of the coming eight weeks: no person. */
export async function occupancyFor(app: DomainContext, viewer: SignedInViewer) {
  const now = app.clock()
  const { boards } = await ownBoards(app.db, viewer, now)
  return occupancyPage(boards, londonDay(now))
}

export type OccupancyShown = Awaited<ReturnType<typeof occupancyFor>>
