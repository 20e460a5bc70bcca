import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { holdsWords } from '../list/holds-words'
import { type AskedList, PAGE_LENGTH, pageOf } from '../list/paging'
import { isEditor } from '../entry/keeper'
import { namesLike } from './applications.server'
import type { OrganisationAnswers } from './organisation-fields'

/** How many of each keep an organisation open: open cases of a prison, services in the directory, people of the region's own team. */
export type KeptOpenBy = Readonly<Record<'cases' | 'services' | 'people', number>>

export type OrganisationResult =
  | { ok: true; organisationId: string }
  | { ok: false; reason: 'not_found' | 'stale' | 'different' }
  | { ok: false; reason: 'kept_open'; by: KeptOpenBy }
  | { ok: false; reason: 'same_name'; names: string[] }

const OWN_KEEPERS: readonly string[] = ['provider_manager', 'council_officer']

/** Whether a viewer changes an organisation: their own, where they answer for it; editors and administrators any. */
function mayKeepOrganisation(viewer: SignedInViewer, id: string): boolean {
  return isEditor(viewer) || (OWN_KEEPERS.includes(viewer.role) && viewer.organisationId === id)
}

/** One page of the organisations, by kind and name, or of those whose name holds these words. */
export function listOrganisations(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  { words, page }: AskedList,
) {
  return asViewer(app.db, viewer, async trx => {
    const named = trx.selectFrom('organisation').where(holdsWords('name', words))
    const { many } = await named
      .select(each => each.fn.countAll<string>().as('many'))
      .executeTakeFirstOrThrow()
    const paging = pageOf(page, Number(many))
    const organisations = await named
      .select(['id', 'name', 'kind', 'closedAt'])
      .orderBy('kind')
      .orderBy('name')
      .orderBy('id')
      .limit(PAGE_LENGTH)
      .offset(paging.first - 1)
      .execute()
    return { ...paging, organisations }
  })
}

const KEPT = [
  'id',
  'name',
  'kind',
  'phone',
  'teamEmail',
  'lawfulBasis',
  'authorityCode',
  'prisonCode',
  'closedAt',
  'version',
] as const

/** One organisation as its page shows it; null where the viewer does not keep it. */
export async function findOrganisation(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer, id: string) {
  if (!mayKeepOrganisation(viewer, id)) return null
  const found = await asViewer(app.db, viewer, trx =>
    trx.selectFrom('organisation').select(KEPT).where('id', '=', id).executeTakeFirst(),
  )
  return found ?? null
}

/**
 * Makes an organisation, approved: by editors and administrators.
 * @param answers.sameName the folded name of which they have said that this is another
 */
export function addOrganisation(
  app: DomainContext,
  viewer: SignedInViewer,
  { sameName, ...answers }: OrganisationAnswers & { sameName?: string },
  request: FormRequest,
): Promise<OrganisationResult> {
  return act(app, viewer, request, async trx => {
    const names = await namesLike(trx, answers.name, sameName)
    if (names.length > 0) return { ok: false, reason: 'same_name', names }
    const organisationId = await insertOrganisation(trx, viewer, answers, app.clock())
    return { ok: true, organisationId }
  })
}

/** The same inside a transaction. */
export async function insertOrganisation(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { kind = 'provider', ...answers }: OrganisationAnswers,
  now: Date,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('organisation')
    .values({ id, kind, ...answers, approvedAt: now, approvedBy: viewer.personId })
    .execute()
  await trace(trx, viewer, 'organisation.add', id)
  return id
}

/** Changes what is kept of an organisation, over the version that was shown. */
export function changeOrganisation(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, version, answers }: { id: string; version: number; answers: OrganisationAnswers },
  request: FormRequest,
): Promise<OrganisationResult> {
  return act(app, viewer, request, async trx => {
    if (!mayKeepOrganisation(viewer, id)) return { ok: false, reason: 'not_found' }
    const { name, phone, teamEmail, lawfulBasis, authorityCode, prisonCode } = answers
    const own = { name, phone, teamEmail, lawfulBasis }
    const set = isEditor(viewer) ? { ...own, authorityCode, prisonCode } : own
    return write(trx, viewer, { id, version, set, action: 'organisation.change' })
  })
}

/** What keeps an organisation from being closed; null where nothing does. For editors and administrators. */
export function keptOpen(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  id: string,
): Promise<KeptOpenBy | null> {
  return asViewer(app.db, viewer, trx => keptOpenBy(trx, id))
}

async function keptOpenBy(trx: Transaction<DB>, id: string): Promise<KeptOpenBy | null> {
  const { rows } = await sql<KeptOpenBy>`
    select cases, services, people from kept_open_by(${id}::uuid) where cases + services + people > 0`.execute(
    trx,
  )
  return rows[0] ?? null
}

/**
 * Closes an organisation that nothing keeps open, or opens it again. Its people are signed out, and come back with it. Whoever brings a
 * case or a service to life there waits until this is done.
 */
export function closeOrganisation(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, version, isClosed }: { id: string; version: number; isClosed: boolean },
  request: FormRequest,
): Promise<OrganisationResult> {
  return act(app, viewer, request, async trx => {
    if (!isEditor(viewer)) return { ok: false, reason: 'not_found' }
    await trx.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().execute()
    const by = isClosed ? await keptOpenBy(trx, id) : null
    if (by !== null) return { ok: false, reason: 'kept_open', by }
    const set = { closedAt: isClosed ? app.clock() : null }
    return write(trx, viewer, {
      id,
      version,
      set,
      action: isClosed ? 'organisation.close' : 'organisation.open',
    })
  })
}

interface Write {
  id: string
  version: number
  set: object
  action: string
}

async function write(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id, version, set, action }: Write,
): Promise<OrganisationResult> {
  const found = await trx
    .updateTable('organisation')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!found) return { ok: false, reason: 'stale' }
  await trace(trx, viewer, action, id)
  return { ok: true, organisationId: id }
}

function trace(trx: Transaction<DB>, viewer: SignedInViewer, action: string, organisationId: string) {
  return recordAudit(trx, viewer, { action, subjectKind: 'organisation', subjectId: organisationId })
}

async function act(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  request: FormRequest,
  run: (trx: Transaction<DB>) => Promise<OrganisationResult>,
): Promise<OrganisationResult> {
  return asViewer(app.db, viewer, async (trx): Promise<OrganisationResult> => {
    const result = await once(trx, viewer, request, () => run(trx))
    return result.kind === 'different' ? { ok: false, reason: 'different' } : result.answer
  })
}
