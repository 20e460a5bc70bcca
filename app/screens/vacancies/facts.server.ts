import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { mayKeep } from '~/domain/entry/keeper'
import { londonDay } from '~/domain/time/calendar'
import { type BedspaceWords, type BoardWords, boardWords } from './board'
import { ownBoards } from '~/domain/vacancy/own/own-boards.server'
import { programmeWords, type ProgrammeWords } from './programmes'

export interface VacanciesPage {
  boards: BoardWords[]
  programmes: ProgrammeWords[]
  /** Whether the viewer opens a paused service again. */
  mayKeep: boolean
}

/** Everything on a provider's vacancies page: bedspaces service by service, and the cohorts of its programmes. */
export async function vacanciesPageFor(app: DomainContext, viewer: SignedInViewer): Promise<VacanciesPage> {
  const now = app.clock()
  const { boards, programmes } = await ownBoards(app.db, viewer, now)
  return {
    boards: boards.map(board => boardWords(board, now)),
    programmes: programmes.map(each => programmeWords(each, londonDay(now))),
    mayKeep: mayKeep(viewer, viewer),
  }
}

/** One of the viewer's own bedspaces or counted services, for the page of a form about it; null for any other id. */
export async function findOnOwnBoards(
  app: DomainContext,
  viewer: SignedInViewer,
  wanted: { bedspaceId: string } | { serviceId: string },
): Promise<{ board: BoardWords; bedspace: BedspaceWords | null } | null> {
  const { boards } = await vacanciesPageFor(app, viewer)
  for (const board of boards) {
    if ('serviceId' in wanted && board.serviceId === wanted.serviceId) return { board, bedspace: null }
    const bedspace = 'bedspaceId' in wanted && board.bedspaces.find(each => each.id === wanted.bedspaceId)
    if (bedspace) return { board, bedspace }
  }
  return null
}
