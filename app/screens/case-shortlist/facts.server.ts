import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { teamCase } from '~/domain/case/record/team-case.server'
import { CASE_GROUPS } from '~/domain/case-search/case-search'
import { drawHits } from '~/domain/case-search/draw-hits.server'
import type { DomainContext } from '~/domain/context'
import { isAnyOf } from '~/domain/list/ids-given.server'
import { programmesOf } from '~/domain/programme/programme-queries.server'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import type { ShortlistEntry } from '~/domain/shortlist/shortlist'
import { shortlistOf } from '~/domain/shortlist/shortlist-entries.server'
import { dayOfBed, standingNow } from '~/domain/shortlist/standing-now.server'
import { formatDayLong, londonDay, relativeInstant } from '~/domain/time/calendar'
import { type PlaceCard, placeCard } from '~/screens/case-search/place-card'
import { caseSummary } from '~/screens/case/summary'
import { sinceAdded } from './since-added'

/** A place on the shortlist, decided for the case now. */
export interface ShortlistedPlace extends PlaceCard {
  group: ShortlistEntry['then']['group']
  /** 'Added yesterday by A. Officer'. */
  added: string
  /** What changed since; null where nothing did. */
  changed: string | null
  note: string | null
}

/** The shortlist of a case of the viewer's team, every place decided as it is now; null where there is no such open case. */
export async function shortlistFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await teamCase(app, viewer, caseId, 'case.shortlist')
  if (found === null) return null
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const entries = await shortlistOf(trx, app.keys, caseId)
    const ids = entries.map(entry => entry.serviceId)
    const stands = await standingNow(trx, viewer, found, ids, now)
    const members = entries.flatMap(({ serviceId }) => {
      const each = stands.get(serviceId)
      return each ? [{ ...each, distanceMiles: null }] : []
    })
    members.sort((a, b) => CASE_GROUPS.indexOf(a.group) - CASE_GROUPS.indexOf(b.group))
    const hits = await drawHits(trx, { found, day: dayOfBed(found, now), now }, members)
    const programmes = await programmesOf(trx, ids, today)
    const of = new Map(entries.map(entry => [entry.serviceId, entry]))
    const places = hits.flatMap(hit => {
      const [entry, standing] = [of.get(hit.id), stands.get(hit.id)]
      if (!entry || !standing) return []
      const card = placeCard(hit, programmes.get(hit.id) ?? null, now, found.facts.release)
      return [{ ...card, group: hit.group, ...said(entry, standing, now) }]
    })
    const arrivedOn = await arrivalOf(trx, caseId)
    return {
      summary: caseSummary({ ...found, arrivedOn }, today),
      today: formatDayLong(today),
      places,
      listedNoMore: await archivedAmong(trx, ids),
    }
  })
}

function said(
  { addedAt, addedBy, then, note }: ShortlistEntry,
  standing: ShortlistEntry['then'],
  now: Date,
): Omit<ShortlistedPlace, keyof PlaceCard | 'group'> {
  return {
    added: `Added ${relativeInstant(addedAt, now)} by ${addedBy}`,
    changed: sinceAdded(then, standing),
    note,
  }
}

/** What was put on the list and has left the directory since. What she avoids is not told of. */
async function archivedAmong(trx: Transaction<DB>, ids: readonly string[]) {
  return trx
    .selectFrom('service')
    .select(['id', 'name'])
    .where(isAnyOf('service.id', ids))
    .where('archivedAt', 'is not', null)
    .orderBy('name')
    .execute()
}

export type ShortlistPage = NonNullable<Awaited<ReturnType<typeof shortlistFor>>>
