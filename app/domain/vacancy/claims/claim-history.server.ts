import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { LeavingThen } from './planned-move.server'

/** What a claim was, as its history keeps it: all of it that an act may alter, so that the act can be taken back. */
export const ClaimState = z.object({
  bedspace_id: z.string(),
  kind: z.string(),
  during: z.string(),
  active: z.boolean(),
  void_reason: z.string().nullable(),
  lapses_at: z.string().nullable(),
  expected_until: z.string().nullable(),
  leaving_sure: z.boolean(),
  must_end: z.boolean(),
  outstays: z.boolean(),
  left_on: z.string().nullable(),
  moved_to: z.string().nullable(),
  /** Of a stay that is to move: what was said of its end before. What was written before this was kept says nothing of it. */
  before_move: LeavingThen.nullable().default(null),
})
export type ClaimState = z.output<typeof ClaimState>

export interface ClaimChange {
  act: string
  claimId: string
  at: Date
  /** The colleague who did it; null where it was somebody of another organisation, or the clock. */
  by: string | null
  /** Nobody did it: a limit passed. */
  byClock: boolean
  /** null where the claim was new. */
  before: ClaimState | null
  after: ClaimState
}

/** What became of a claim, the earliest first. */
export async function changesOf(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  claimId: string,
): Promise<ClaimChange[]> {
  return read(trx, viewer, 'claimId', claimId)
}

/** What one act changed, the earliest first, of claims on the viewer's own bedspaces. */
export async function changesIn(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  act: string,
): Promise<ClaimChange[]> {
  return read(trx, viewer, 'act', act)
}

async function read(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  column: 'claimId' | 'act',
  id: string,
): Promise<ClaimChange[]> {
  const rows = await trx
    .selectFrom('claimChange as change')
    .leftJoin('person', 'person.id', 'change.byPerson')
    .select(['change.act', 'change.claimId', 'change.happenedAt as at', 'change.before', 'change.after'])
    .select(['change.byPerson', 'change.byOrganisation', 'person.name'])
    .where(`change.${column}`, '=', id)
    .orderBy('change.sequence')
    .execute()
  return rows.map(({ byPerson, byOrganisation, name, before, after, ...change }) => ({
    ...change,
    by: byOrganisation === viewer.organisationId ? name : null,
    byClock: byPerson === null,
    before: before === null ? null : ClaimState.parse(before),
    after: ClaimState.parse(after),
  }))
}
