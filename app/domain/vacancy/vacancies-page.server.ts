import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { formatDay, formatDayLong } from '../region/calendar'
import { type BoardWords, boardWords } from './board-words'
import { ownBoards, type OwnBoards } from './own-boards.server'

/** A programme's cohorts in words. */
export interface ProgrammeWords {
  serviceId: string
  name: string
  /** 'Funding: …, to 31 March 2027', or null where it is not stated. */
  funding: string | null
  cohorts: { id: string; dates: string; lastReferral: string; places: string; isOpen: boolean }[]
}

export interface VacanciesPage {
  boards: BoardWords[]
  programmes: ProgrammeWords[]
}

/** Everything on a provider's vacancies page: bedspaces service by service, and the cohorts of its programmes. */
export async function vacanciesPageFor(app: DomainContext, viewer: SignedInViewer): Promise<VacanciesPage> {
  const now = app.clock()
  const { boards, programmes } = await ownBoards(app.db, viewer, now)
  return { boards: boards.map(board => boardWords(board, now)), programmes: programmes.map(programmeWords) }
}

function programmeWords({ serviceId, name, programme }: OwnBoards['programmes'][number]): ProgrammeWords {
  const { funder, fundingEndsOn } = programme
  const funding = [funder, fundingEndsOn && `to ${formatDayLong(fundingEndsOn)}`].filter(Boolean).join(', ')
  return {
    serviceId,
    name,
    funding: funding || null,
    cohorts: programme.cohorts.map(cohort => ({
      id: cohort.id,
      dates: `${formatDay(cohort.startsOn)} to ${formatDay(cohort.endsOn)}`,
      lastReferral: formatDay(cohort.lastReferralOn),
      places: `${cohort.taken} of ${cohort.capacity} taken${cohort.waiting > 0 ? `, ${cohort.waiting} waiting` : ''}`,
      isOpen: cohort.isOpen,
    })),
  }
}

/** One of the viewer's own bedspaces or counted services, for the page of a form about it; null for any other id. */
export async function findOnOwnBoards(
  app: DomainContext,
  viewer: SignedInViewer,
  wanted: { bedspaceId: string } | { serviceId: string },
): Promise<{ board: BoardWords; bedspaceName: string | null } | null> {
  const { boards } = await vacanciesPageFor(app, viewer)
  for (const board of boards) {
    if ('serviceId' in wanted && board.serviceId === wanted.serviceId) return { board, bedspaceName: null }
    const bedspace = 'bedspaceId' in wanted && board.bedspaces.find(each => each.id === wanted.bedspaceId)
    if (bedspace) return { board, bedspaceName: bedspace.name }
  }
  return null
}
