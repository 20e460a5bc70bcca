import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { PersonFacts } from '../../eligibility/facts'
import { splitFacts } from '../../eligibility/facts-by-tier'

/** A person's facts as the table of each tier keeps them. */
export function factRows(facts: PersonFacts) {
  const { triage, need, safety } = splitFacts(facts)
  return [
    ['caseTriage', { facts: JSON.stringify(triage) }],
    ['caseNeeds', { facts: JSON.stringify(need) }],
    ['caseSafety', { facts: JSON.stringify(safety) }],
  ] as const
}

/** Keeps a person's facts, each in the table of its tier. */
export async function writeFacts(trx: Transaction<DB>, caseId: string, facts: PersonFacts): Promise<void> {
  for (const [table, part] of factRows(facts)) {
    await trx
      .updateTable(table)
      .set(where => ({ ...part, version: where('version', '+', 1) }))
      .where('caseId', '=', caseId)
      .execute()
  }
}

export type Touched = { ok: true } | { ok: false; reason: 'not_found' | 'stale' }

/** A case as somebody has it in front of her. */
export interface CaseSeen {
  caseId: string
  /** That of its release and its standing. With null, for answers, whose versions are their topics', it is not asked. */
  version: number | null
  standing?: 'open' | 'closed'
}

/**
 * Takes the team's open case (or closed, to reopen it) for a change: 'stale' where its release or its standing changed after
 * the version was read, 'not_found' where the viewer's team has no such open case. With a version, that is moved on. The row is
 * locked until the transaction ends.
 */
export async function touchCase(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  seen: CaseSeen,
  now: Date,
): Promise<Touched> {
  const { caseId, version, standing = 'open' } = seen
  const touched = await trx
    .updateTable('personCase')
    .set({ updatedAt: now, ...(version !== null && { version: version + 1 }) })
    .where('id', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .where('closedAt', standing === 'open' ? 'is' : 'is not', null)
    .$if(version !== null, cases => cases.where('version', '=', version))
    .executeTakeFirst()
  if (touched.numUpdatedRows === 1n) return { ok: true }
  const there = await standsAs(trx, viewer, { ...seen, version: null })
  return there.ok ? { ok: false, reason: 'stale' } : there
}

/** What `touchCase` would answer, without a change: for what must be known before it. */
export async function standsAs(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version, standing = 'open' }: CaseSeen,
): Promise<Touched> {
  const found = await trx
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .where('closedAt', standing === 'open' ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (!found) return { ok: false, reason: 'not_found' }
  return version === null || found.version === version ? { ok: true } : { ok: false, reason: 'stale' }
}
