import type { SignedInViewer } from '@db/viewer'
import { registerEntries } from '~/domain/action/entries.server'
import type { DomainContext } from '~/domain/context'
import { type MapBy, pathwayMap } from '~/domain/pathway-map/pathway-map'
import { pathwayServices } from '~/domain/pathway-map/pathway-services.server'
import { formatInstant, londonDay } from '~/domain/time/calendar'
import { pathwaysPage } from './page'

/** Which table the address asks for by `?by=`: by authority unless by prison. */
export function mapByFrom(request: Request): MapBy {
  return new URL(request.url).searchParams.get('by') === 'prison' ? 'prison' : 'authority'
}

/** The rows of the map as they now stand. */
export async function pathwayRows(app: DomainContext, viewer: SignedInViewer, by: MapBy) {
  return pathwayMap(await pathwayServices(app.db, viewer), by, londonDay(app.clock()))
}

/** What the page of the map shows. */
export async function pathwaysFor(app: DomainContext, viewer: SignedInViewer, by: MapBy) {
  const rows = await pathwayRows(app, viewer, by)
  const entries = await registerEntries(app.db, viewer)
  const page = pathwaysPage(rows, entries, { by, asOf: formatInstant(app.clock()) })
  return { ...page, mayRecord: viewer.role !== 'editor' }
}
