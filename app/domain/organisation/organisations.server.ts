import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { isEditor } from '../entry/keeper'
import type { OrganisationAnswers } from './organisation-fields'

/** 'services_open': one that holds open services is not closed. */
export type OrganisationResult =
  | { ok: true; organisationId: string }
  | { ok: false; reason: 'not_found' | 'stale' | 'different' | 'services_open' }

const OWN_KEEPERS: readonly string[] = ['provider_manager', 'council_officer']

/** Whether a viewer changes an organisation: their own, where they answer for it; editors and administrators any. */
function mayKeepOrganisation(viewer: SignedInViewer, id: string): boolean {
  return isEditor(viewer) || (OWN_KEEPERS.includes(viewer.role) && viewer.organisationId === id)
}

/** Every organisation, by kind and name. */
export function listOrganisations(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer) {
  return asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('organisation')
      .select(['id', 'name', 'kind', 'closedAt'])
      .orderBy('kind')
      .orderBy('name')
      .execute(),
  )
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

/** Makes an organisation, approved: by editors and administrators. */
export function addOrganisation(
  app: DomainContext,
  viewer: SignedInViewer,
  answers: OrganisationAnswers,
  request: FormRequest,
): Promise<OrganisationResult> {
  return act(app, viewer, request, async trx => {
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

/** Closes an organisation that holds no open service, or opens it again. */
export function closeOrganisation(
  app: DomainContext,
  viewer: SignedInViewer,
  { id, version, isClosed }: { id: string; version: number; isClosed: boolean },
  request: FormRequest,
): Promise<OrganisationResult> {
  return act(app, viewer, request, async trx => {
    if (!isEditor(viewer)) return { ok: false, reason: 'not_found' }
    const open = await trx
      .selectFrom('service')
      .select('id')
      .where('organisationId', '=', id)
      .where('archivedAt', 'is', null)
      .where('approvedAt', 'is not', null)
      .executeTakeFirst()
    if (isClosed && open) return { ok: false, reason: 'services_open' }
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
