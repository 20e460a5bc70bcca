import type { Viewer } from '@db/viewer'
import type { SearchService } from '@search/search-service'
import type { DomainContext } from '~/domain/context'
import { searchDirectory } from '~/domain/directory/search-directory.server'
import { londonDay } from '~/domain/time/calendar'
import { answerOf } from './answer'
import type { SearchAnswer, SearchProblem } from './answer-schema'
import { readRequest } from './read-request.server'

/** The services an address asks for, as this viewer may see them; or everything that was wrong with the address. */
export async function servicesFor(
  app: Pick<DomainContext, 'db' | 'clock'> & { search: SearchService },
  viewer: Viewer,
  params: URLSearchParams,
): Promise<{ answer: SearchAnswer } | { problem: SearchProblem }> {
  const isPublic = viewer.kind === 'public'
  const read = readRequest(params, isPublic, londonDay(app.clock()))
  if (!read.ok) return { problem: problemOf(read.errors) }
  const result = await searchDirectory(app, viewer, read.query)
  return { answer: answerOf(result, isPublic) }
}

function problemOf(errors: SearchProblem['errors']): SearchProblem {
  return { type: 'about:blank', title: 'This search makes no sense as it was sent', status: 422, errors }
}
