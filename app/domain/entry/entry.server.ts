import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { isProgrammeKind } from '../programme/programme-kind'
import { holdsWords } from '../list/holds-words'
import { type AskedList, PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import { isHousing } from '../service/service-kind'
import { authoritiesOf } from '../service/service-card.server'
import { isEditor, mayKeep, mayOpen } from './keeper'
import { missingOf } from './missing'
import { type Standing, standingOf } from './standing'

/** An entry as its page shows it: everything that is kept of it, by the names of the questions. */
export interface Entry {
  id: string
  organisationId: string
  provider: string
  name: string
  version: number
  standing: Standing
  confidential: boolean
  pausedReason: string | null
  pausedUntil: string | null
  pausedNote: string | null
  /** The day on which an editor last checked it. */
  assuredOn: string | null
  isProgramme: boolean
  /** False of a programme that nobody lives in. */
  isPlace: boolean
  mayChange: boolean
  /** By the names of the questions in `ENTRY_PARTS`. */
  kept: Readonly<Record<string, unknown>>
  missing: ReturnType<typeof missingOf>
}

/** An entry that the viewer may keep or read as one of its own people; null for every other. */
export async function findEntry(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<Entry | null> {
  return asViewer(app.db, viewer, trx => entryIn(trx, viewer, serviceId))
}

/** The same inside a transaction. */
export async function entryIn(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  serviceId: string,
): Promise<Entry | null> {
  const row = await trx
    .selectFrom('service as s')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    .selectAll('s')
    .select(['o.name as provider', authoritiesOf('s.id').as('areas')])
    .select(pathwaysOf('s.id').as('pathways'))
    .select(hasPolicy('s.id').as('hasPolicy'))
    .where('s.id', '=', serviceId)
    .executeTakeFirst()
  if (!row || !mayOpen(viewer, row)) return null
  const programme = await trx
    .selectFrom('programme')
    .selectAll()
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
  const isProgramme = programme !== undefined || isProgrammeKind(row.kind)
  const kept = { ...programme, ...row, isProgramme, isHome: isHousing(row.kind) }
  const isPlace = !isProgramme || kept.isHome
  const { id, organisationId, provider, name, version, confidential } = row
  return {
    ...{ id, organisationId, provider, name, version, confidential, isProgramme, isPlace, kept },
    assuredOn: row.assuredOn,
    ...{ pausedReason: row.pausedReason, pausedUntil: row.pausedUntil, pausedNote: row.pausedNote },
    standing: standingOf(row),
    mayChange: mayKeep(viewer, row),
    missing: missingOf(kept),
  }
}

export interface EntryListed {
  id: string
  name: string
  provider: string
  kind: string
  standing: Standing
  missing: number
}

/**
 * One page of the entries of the viewer's own organisation; for an editor, of all. By words, those whose name, or whose provider's, holds
 * them.
 */
export async function listEntries(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { words, page }: AskedList,
): Promise<Paging & { entries: EntryListed[] }> {
  return asViewer(app.db, viewer, async trx => {
    const named = trx
      .selectFrom('service as s')
      .innerJoin('organisation as o', 'o.id', 's.organisationId')
      .where(each => each.or([holdsWords('s.name', words), holdsWords('o.name', words)]))
      .$if(!isEditor(viewer), own => own.where('s.organisationId', '=', viewer.organisationId))
    const { many } = await named
      .select(each => each.fn.countAll<string>().as('many'))
      .executeTakeFirstOrThrow()
    const paging = pageOf(page, Number(many))
    const rows = await named
      .leftJoin('programme as g', 'g.serviceId', 's.id')
      .selectAll('s')
      .select(['o.name as provider', 'g.type', authoritiesOf('s.id').as('areas')])
      .select([pathwaysOf('s.id').as('pathways'), hasPolicy('s.id').as('hasPolicy')])
      .orderBy('s.name')
      .orderBy('s.id')
      .limit(PAGE_LENGTH)
      .offset(paging.first - 1)
      .execute()
    const entries = rows.map(row => ({
      ...{ id: row.id, name: row.name, provider: row.provider, kind: row.kind },
      standing: standingOf(row),
      missing: missingOf({
        ...row,
        isProgramme: isProgrammeKind(row.kind),
        isHome: isHousing(row.kind),
      }).length,
    }))
    return { ...paging, entries }
  })
}

function pathwaysOf(serviceIdColumn: string) {
  return sql<
    string[]
  >`array(select w.pathway from service_pathway w where w.service_id = ${sql.ref(serviceIdColumn)} order by 1)`
}

function hasPolicy(serviceIdColumn: string) {
  return sql<boolean>`exists (select from service_policy p where p.service_id = ${sql.ref(serviceIdColumn)} and p.criteria <> '{}')`
}
