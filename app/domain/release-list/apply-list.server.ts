import { releaseDays } from '../case/list/release-days.server'
import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { personForAct } from '../case/record/open-person.server'
import type { DateChangeCause } from '../case/record/person-case'
import { moveWithin } from '../casework/move-release-date.server'
import type { DomainContext } from '../context'
import { londonDay } from '../time/calendar'
import { compareList, type KeptEntry, type KnownCase, type ListChange } from './compare-list'
import type { ListedPerson } from './read-list'

/** 'stale': a tick is for what is no change any more. 'nothing_ticked': every change needs one. Either changes nothing. */
export type ApplyListResult =
  | { ok: true; added: number; moved: number; removed: number; casesMoved: number }
  | { ok: false; reason: 'stale' | 'nothing_ticked' | 'not_moved' | 'different' }

interface Ticked {
  people: readonly ListedPerson[]
  /** Keys of the changes that were ticked. */
  ticked: readonly string[]
  /** Why days moved. */
  cause: DateChangeCause
}

/** What a list would change for the viewer's team; nothing is written. */
export function previewList(
  app: DomainContext,
  viewer: SignedInViewer,
  people: readonly ListedPerson[],
): Promise<ListChange[]> {
  return asViewer(app.db, viewer, trx => changesOf(app, trx, viewer, people))
}

/** Takes over the ticked changes of a list, all of them or none, once for one form; what is not ticked stays as it is. */
export async function applyList(
  app: DomainContext,
  viewer: SignedInViewer,
  list: Ticked,
  request: FormRequest,
): Promise<ApplyListResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => applyWithin(app, trx, viewer, list))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function applyWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { people, ticked, cause }: Ticked,
): Promise<Exclude<ApplyListResult, { reason: 'different' }>> {
  if (ticked.length === 0) return { ok: false, reason: 'nothing_ticked' }
  // One list after the other: two colleagues who send it at once do not list anybody twice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`release list ${viewer.organisationId}`}, 0))`.execute(
    trx,
  )
  const changes = new Map((await changesOf(app, trx, viewer, people)).map(each => [each.key, each]))
  const wanted = ticked.flatMap(key => changes.get(key) ?? []).filter(({ kind }) => kind !== 'unchanged')
  if (wanted.length !== new Set(ticked).size) return { ok: false, reason: 'stale' }
  let casesMoved = 0
  for (const change of wanted) {
    await writeEntry(app, trx, viewer, change)
    const moved = await moveCase(app, trx, viewer, change, cause)
    if (moved === 'not_moved') return { ok: false, reason: 'not_moved' }
    if (moved) casesMoved += 1
  }
  const many = (kind: ListChange['kind']) => wanted.filter(each => each.kind === kind).length
  const detail = { added: many('new'), moved: many('moved'), removed: many('gone') }
  await recordAudit(trx, viewer, {
    action: 'release_list.apply',
    subjectKind: 'case',
    subjectId: null,
    detail,
  })
  return { ok: true, ...detail, casesMoved }
}

async function writeEntry(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { kind, key, sex, to, entryId }: ListChange,
): Promise<void> {
  const now = app.clock()
  if (entryId !== null)
    await trx
      .updateTable('releaseListEntry')
      .set({ removedAt: now, removedBy: viewer.personId, removedBecause: kind === 'gone' ? 'gone' : 'moved' })
      .where('id', '=', entryId)
      .execute()
  // A case alone moved where the list itself is unchanged: its entry stands.
  if (to === null || (kind === 'moved' && entryId === null)) return
  const { prisonCode } = await trx
    .selectFrom('organisation')
    .select('prisonCode')
    .where('id', '=', viewer.organisationId)
    .executeTakeFirstOrThrow()
  if (prisonCode === null) throw new Error('Only the team of a prison has a release list')
  await trx
    .insertInto('releaseListEntry')
    .values({
      id: newId(),
      organisationId: viewer.organisationId,
      prisonCode,
      prisonNumberHash: Buffer.from(key, 'hex'),
      releaseOn: to,
      sex,
      listedBy: viewer.personId,
      listedAt: now,
    })
    .execute()
}

/** Moves the date of the open case that has another day than the list; how sure and of what type it is stays as it is. */
async function moveCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { known, to }: ListChange,
  cause: DateChangeCause,
): Promise<boolean | 'not_moved'> {
  if (known === null || known.isClosed || to === null || known.releaseOn === to) return false
  const found = await personForAct(app, trx, known.caseId)
  if (!found) return 'not_moved'
  const moved = await moveWithin(app, trx, viewer, known.caseId, {
    releaseOn: to,
    releaseConfidence: found.releaseConfidence === 'likely' ? 'likely' : 'firm',
    releaseType: found.custody?.releaseType ?? 'unknown',
    cause,
    version: found.version,
  })
  return moved.ok ? true : 'not_moved'
}

async function changesOf(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  people: readonly ListedPerson[],
): Promise<ListChange[]> {
  const file = people.map(each => ({ ...each, key: app.keys.lookupHash(each.prisonNumber).toString('hex') }))
  const kept = await keptEntries(trx, viewer)
  const hashes = [...new Set([...file, ...kept].map(({ key }) => key))]
  return compareList(file, kept, await knownCases(trx, viewer, hashes), londonDay(app.clock()))
}

async function keptEntries(trx: Transaction<DB>, { organisationId }: SignedInViewer): Promise<KeptEntry[]> {
  const rows = await trx
    .selectFrom('releaseListEntry')
    .select(['id', 'prisonNumberHash', 'releaseOn', 'sex'])
    .where('organisationId', '=', organisationId)
    .where('removedAt', 'is', null)
    .orderBy('releaseOn')
    .orderBy('id')
    .execute()
  return rows.map(({ prisonNumberHash, sex, ...row }) => ({
    ...row,
    key: prisonNumberHash.toString('hex'),
    // The column's own check admits these two only.
    sex: sex as KeptEntry['sex'],
  }))
}

/** The team's cases of some people: of each the open one, else the one opened last. */
async function knownCases(
  trx: Transaction<DB>,
  { organisationId }: SignedInViewer,
  hashes: readonly string[],
): Promise<KnownCase[]> {
  if (hashes.length === 0) return []
  const rows = await trx
    .selectFrom('caseIdentity as i')
    .innerJoin('personCase as c', 'c.id', 'i.caseId')
    .select(['c.id', 'c.closedAt', 'i.prisonNumberHash'])
    .where('i.organisationId', '=', organisationId)
    .where(
      'i.prisonNumberHash',
      'in',
      hashes.map(each => Buffer.from(each, 'hex')),
    )
    .orderBy('i.open')
    .orderBy('c.createdAt')
    .execute()
  const dayOf = await releaseDays(
    trx,
    rows.map(({ id }) => id),
  )
  const known = rows.map(({ id, closedAt, prisonNumberHash }) => ({
    caseId: id,
    key: prisonNumberHash.toString('hex'),
    releaseOn: dayOf.get(id) ?? null,
    isClosed: closedAt !== null,
  }))
  return [...new Map(known.map(each => [each.key, each])).values()]
}
