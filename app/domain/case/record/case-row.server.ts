import type { NotNull, Transaction } from 'kysely'
import { z } from 'zod'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import { NeedFacts, type PersonFacts, SafetyFacts, TriageFacts } from '../../eligibility/facts'
import { mergeFacts } from '../../eligibility/facts-by-tier'
import type { Day } from '../../time/calendar'
import { type CaseIdentity, openIdentity } from './case-identity.server'
import { derivedFacts } from './derived-facts'
import { CUSTODY_STATUSES, RELEASE_CONFIDENCES, RELEASE_TYPES, SEXES } from './person-case'

const custodyRow = z.object({
  custodyStatus: z.enum(CUSTODY_STATUSES),
  /** The day from which it holds, where somebody said it. */
  statusSince: z.string().nullable(),
  releaseType: z.enum(RELEASE_TYPES).nullable(),
  homeAuthority: z.string(),
})

/** How the person came to be held and is to leave, and where home was: from tier 2 on. */
type Custody = z.infer<typeof custodyRow>

const caseRow = z.object({
  id: z.string(),
  reference: z.string(),
  organisationId: z.string(),
  prisonCode: z.string(),
  sex: z.enum(SEXES),
  releaseOn: z.string().nullable(),
  /** Where the reader knows the week alone: its Sunday, and `releaseOn` is its Monday. */
  releaseUntil: z.string().nullable(),
  releaseConfidence: z.enum(RELEASE_CONFIDENCES),
  createdAt: z.date(),
  updatedAt: z.date(),
  closedAt: z.date().nullable(),
  version: z.number(),
  triage: TriageFacts.nullable(),
  need: NeedFacts.nullable(),
  safety: SafetyFacts.nullable(),
})

/** A row of `selectCases`. */
type CaseRow = Awaited<ReturnType<ReturnType<typeof selectCases>['execute']>>[number]

/** A case as its reader may see it: what the reader's tier does not reach is null, or unknown among the facts. */
export interface LoadedCase extends Omit<z.infer<typeof caseRow>, 'triage' | 'need' | 'safety'> {
  identity: CaseIdentity | null
  custody: Custody | null
  facts: PersonFacts
}

/**
 * Some cases with their identity and facts; the row policies leave out what the viewer's tier does not reach. Each view is told which
 * cases are asked for: a condition on the case alone does not reach into it, and it would be worked out for every case of a team.
 */
function selectCases(trx: Transaction<DB>, ids: readonly string[]) {
  return trx
    .selectFrom('personCase as c')
    .leftJoin('readableRelease as r', on => on.onRef('r.caseId', '=', 'c.id').on('r.caseId', 'in', ids))
    .leftJoin('caseIdentity as i', on => on.onRef('i.caseId', '=', 'c.id').on('i.caseId', 'in', ids))
    .leftJoin('caseCustody as u', on => on.onRef('u.caseId', '=', 'c.id').on('u.caseId', 'in', ids))
    .leftJoin('caseKey as k', on => on.onRef('k.caseId', '=', 'c.id').on('k.caseId', 'in', ids))
    .leftJoin('readableTriage as t', on => on.onRef('t.caseId', '=', 'c.id').on('t.caseId', 'in', ids))
    .leftJoin('readableNeeds as n', on => on.onRef('n.caseId', '=', 'c.id').on('n.caseId', 'in', ids))
    .leftJoin('readableSafety as s', on => on.onRef('s.caseId', '=', 'c.id').on('s.caseId', 'in', ids))
    .select(['c.id', 'c.reference', 'c.organisationId', 'c.prisonCode', 'c.sex'])
    .select(['r.releaseOn', 'r.releaseUntil', 'c.releaseConfidence'])
    .select(['c.createdAt', 'c.updatedAt', 'c.closedAt', 'c.version'])
    .select(['u.custodyStatus', 'u.statusSince', 'u.releaseType', 'u.homeAuthority'])
    .select(['i.prisonNumber', 'i.name', 'i.dateOfBirth', 'i.crn', 'k.wrappedKey'])
    .select(['t.facts as triage', 'n.facts as need', 's.facts as safety'])
    .where('c.id', 'in', ids)
}

/** The case behind a row: identity opened, and what follows from the case worked out for today. */
function readCase(keys: KeyRing, row: CaseRow, today: Day): LoadedCase {
  const { triage, need, safety, ...basics } = caseRow.parse(row)
  const identity = identityOf(keys, row)
  const custody = row.custodyStatus === null ? null : custodyRow.parse(row)
  const kept = mergeFacts({ ...(triage && { triage }), ...(need && { need }), ...(safety && { safety }) })
  const derived = identity && custody && derivedFacts({ ...basics, ...custody }, identity.dateOfBirth, today)
  return { ...basics, identity, custody, facts: { ...kept, ...derived } }
}

/** Some cases in the order they are asked for; those the viewer may not read are left out. */
export async function loadCases(
  trx: Transaction<DB>,
  keys: KeyRing,
  ids: readonly string[],
  today: Day,
): Promise<LoadedCase[]> {
  if (ids.length === 0) return []
  const rows = await selectCases(trx, ids).execute()
  const found = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = found.get(id)
    return row ? [readCase(keys, row, today)] : []
  })
}

/** One case, or null where the viewer may not read it or there is none. */
export async function loadCase(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseId: string,
  today: Day,
): Promise<LoadedCase | null> {
  return (await loadCases(trx, keys, [caseId], today))[0] ?? null
}

/** What a decision reads of the one case the system is held to, as it was last kept; null where there is none. */
export async function selectFacts(
  trx: Transaction<DB>,
  caseId: string,
): Promise<Pick<LoadedCase, 'facts' | 'prisonCode'> | null> {
  const row = await trx
    .selectFrom('personCase as c')
    .innerJoin('caseTriage as t', 't.caseId', 'c.id')
    .innerJoin('caseNeeds as n', 'n.caseId', 'c.id')
    .innerJoin('caseSafety as s', 's.caseId', 'c.id')
    .select(['c.prisonCode', 't.facts as triage', 'n.facts as need', 's.facts as safety'])
    .where('c.id', '=', caseId)
    .executeTakeFirst()
  if (!row) return null
  const { prisonCode, triage, need, safety } = row
  const parts = {
    triage: TriageFacts.parse(triage),
    need: NeedFacts.parse(need),
    safety: SafetyFacts.parse(safety),
  }
  return { prisonCode, facts: mergeFacts(parts) }
}

/** Who some cases are of, those whose identity the viewer may read. */
export async function selectIdentities(
  trx: Transaction<DB>,
  keys: KeyRing,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseIdentity>> {
  if (caseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('caseIdentity as i')
    .innerJoin('caseKey as k', 'k.caseId', 'i.caseId')
    .select(['i.caseId', 'i.prisonNumber', 'i.name', 'i.dateOfBirth', 'i.crn', 'k.wrappedKey'])
    .where('i.caseId', 'in', caseIds)
    .execute()
  return new Map(
    rows.map(({ caseId, wrappedKey, ...sealed }) => [caseId, openIdentity(keys, caseId, wrappedKey, sealed)]),
  )
}

/** What triage may know of some cases, those the viewer may read. */
export async function selectTriage(
  trx: Transaction<DB>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, TriageFacts>> {
  if (caseIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('readableTriage')
    .select(['caseId', 'facts'])
    .where('caseId', 'in', caseIds)
    .$narrowType<{ caseId: NotNull }>()
    .execute()
  return new Map(rows.map(({ caseId, facts }) => [caseId, TriageFacts.parse(facts)]))
}

function identityOf(keys: KeyRing, row: CaseRow): CaseIdentity | null {
  const { prisonNumber, name, dateOfBirth, crn, wrappedKey } = row
  if (!prisonNumber || !name || !dateOfBirth || !wrappedKey) return null
  return openIdentity(keys, row.id, wrappedKey, { prisonNumber, name, dateOfBirth, crn })
}
