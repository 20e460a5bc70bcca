import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { type Entry, entryIn } from './entry.server'
import { holdsHidden } from './keeper'
import { actOnEntry, type EntryResult } from './save-part.server'
import { readPostcode, type SiteAnswers } from './site'

/** Whether a viewer may read and change the places of an entry: the hidden ones its own organisation's alone. */
export function mayKeepSites(
  viewer: SignedInViewer,
  entry: Pick<Entry, 'mayChange' | 'confidential' | 'organisationId'>,
): boolean {
  return entry.confidential ? holdsHidden(viewer, entry) : entry.mayChange
}

export interface SiteListed {
  id: string
  name: string
  /** Null of a hidden place: it stands on its own page alone. */
  where: string | null
}

/** The places of an entry by name; of hidden ones where they are is not read. */
export async function sitesOf(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  entry: Entry,
): Promise<SiteListed[]> {
  return asViewer(app.db, viewer, async trx => {
    if (entry.confidential) {
      if (!mayKeepSites(viewer, entry)) return []
      const hidden = await asKeeperOfPlaces(trx, keeper =>
        keeper
          .selectFrom('confidentialSite')
          .select(['id', 'name'])
          .where('serviceId', '=', entry.id)
          .execute(),
      )
      return hidden.map(site => ({ ...site, where: null }))
    }
    const rows = await trx
      .selectFrom('site')
      .select(['id', 'name', 'address', 'town', 'outcode'])
      .where('serviceId', '=', entry.id)
      .orderBy('name')
      .execute()
    return rows.map(({ id, name, address, town, outcode }) => ({
      ...{ id, name },
      where: [address, town, outcode].filter(Boolean).join(', '),
    }))
  })
}

/** One place as its page shows it, null where there is none the viewer keeps. Reading a hidden one leaves its trace. */
export async function findSite(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  entry: Entry,
  siteId: string,
): Promise<SiteAnswers | null> {
  if (!mayKeepSites(viewer, entry)) return null
  return asViewer(app.db, viewer, async trx => {
    if (!entry.confidential) {
      const site = await trx
        .selectFrom('site')
        .select(['name', 'address', 'town', 'outcode as postcode'])
        .where('serviceId', '=', entry.id)
        .where('id', '=', siteId)
        .executeTakeFirst()
      return site ?? null
    }
    await recordAudit(trx, viewer, {
      ...{ action: 'hidden_place.read', subjectKind: 'service', subjectId: entry.id },
    })
    const hidden = await asKeeperOfPlaces(trx, keeper =>
      keeper
        .selectFrom('confidentialSite')
        .select(['name', 'address', 'town', 'postcode', 'detail'])
        .where('serviceId', '=', entry.id)
        .where('id', '=', siteId)
        .executeTakeFirst(),
    )
    return hidden ?? null
  })
}

export interface SiteChange {
  serviceId: string
  version: number
  /** Null for a new place. */
  siteId: string | null
  /** Null where it is taken out. */
  answers: SiteAnswers | null
}

/** Adds, changes or takes out one place: of a hidden one behind its own grant, and its history there alone. */
export function saveSite(
  app: DomainContext,
  viewer: SignedInViewer,
  change: SiteChange,
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, change, request, async trx => {
    const entry = await entryIn(trx, viewer, change.serviceId)
    if (!entry || !mayKeepSites(viewer, entry)) return { ok: false, reason: 'not_found' }
    const isThere = entry.confidential
      ? await asKeeperOfPlaces(trx, keeper => writeHidden(keeper, change))
      : await writeShown(trx, change)
    if (!isThere) return { ok: false, reason: 'not_found' }
    const action = change.answers === null ? 'site.remove' : 'site.save'
    await recordAudit(trx, viewer, { action, subjectKind: 'service', subjectId: change.serviceId })
    return { ok: true, serviceId: change.serviceId }
  })
}

async function writeShown(
  trx: Transaction<DB>,
  { serviceId, siteId, answers }: SiteChange,
): Promise<boolean> {
  if (answers === null) return removed(trx, 'site', serviceId, siteId)
  const { name, address, town, postcode } = answers
  const district = (postcode === null ? null : readPostcode(postcode))?.district ?? null
  const outcode = district?.outcode ?? null
  const place = { lat: district?.lat ?? null, lng: district?.lng ?? null }
  const row = { name, address, town, outcode }
  if (siteId === null) {
    await trx
      .insertInto('site')
      .values({ id: newId(), serviceId, ...row, ...place })
      .execute()
    return true
  }
  const was = await trx
    .selectFrom('site')
    .select('outcode')
    .where('id', '=', siteId)
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
  if (!was) return false
  // Where the district stays, a position that is known better than its middle stays too.
  const moved = was.outcode === outcode ? {} : place
  await trx
    .updateTable('site')
    .set({ ...row, ...moved })
    .where('id', '=', siteId)
    .execute()
  return true
}

async function writeHidden(
  keeper: Transaction<DB>,
  { serviceId, siteId, answers }: SiteChange,
): Promise<boolean> {
  if (answers === null) return removed(keeper, 'confidentialSite', serviceId, siteId)
  const { name, address, town, detail, postcode } = answers
  const read = readPostcode(postcode ?? '')
  const row = {
    ...{ name, town, address: address ?? '', detail: detail ?? '', postcode: read?.written ?? '' },
    ...{ lat: read?.district.lat ?? null, lng: read?.district.lng ?? null },
  }
  if (siteId === null) {
    await keeper
      .insertInto('confidentialSite')
      .values({ id: newId(), serviceId, ...row })
      .execute()
    return true
  }
  const { numUpdatedRows } = await keeper
    .updateTable('confidentialSite')
    .set(row)
    .where('id', '=', siteId)
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function removed(
  trx: Transaction<DB>,
  table: 'site' | 'confidentialSite',
  serviceId: string,
  siteId: string | null,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom(table)
    .where('id', '=', siteId ?? '')
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
