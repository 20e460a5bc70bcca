import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { ReleaseConfidence } from '../case/record/person-case'
import { TriageFacts } from '../eligibility/facts'
import type { Day } from '../time/calendar'

/** What a programme's provider reads of somebody who was nominated: no name, no risk. */
export interface Nominee {
  nominationId: string
  reference: string
  prisonCode: string
  facts: TriageFacts
  releaseOn: Day | null
  releaseUntil: Day | null
  releaseConfidence: ReleaseConfidence
  /** False where a child is present and nobody records any more that contact is permitted. */
  contactIsClear: boolean
}

const SEXES: Readonly<Record<string, 'female' | 'male'>> = { woman: 'female', man: 'male' }

/** The people of nominations, as far as the view lets the viewer's organisation read them, and a row that says who read them. */
export async function openNominees(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  nominationIds: readonly string[],
): Promise<ReadonlyMap<string, Nominee>> {
  await recordAudit(trx, viewer, {
    ...{ action: 'nomination.read', subjectKind: 'case', subjectId: null },
    // Of one, which: somebody may ask who read her.
    detail: {
      nominations: nominationIds.length,
      nomination: nominationIds.length === 1 ? nominationIds[0]! : null,
    },
  })
  if (nominationIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('nominee')
    .selectAll()
    .where('nominationId', 'in', nominationIds)
    .execute()
  return new Map(
    rows.map(({ nominationId, sex, ageBand, childrenPlan, childBands, ...row }) => {
      const facts = TriageFacts.parse({
        sex: SEXES[sex ?? ''] ?? 'unknown',
        ageBand: ageBand ?? 'unknown',
        childrenPlan: childrenPlan ?? 'unknown',
        childBands,
      })
      return [nominationId!, { ...row, nominationId, facts } as Nominee]
    }),
  )
}

/** Whether a nomination's person may be where a child is, as public protection has recorded it. Reads nobody. */
export async function contactIsClear(trx: Transaction<DB>, nominationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('nominee')
    .select('contactIsClear')
    .where('nominationId', '=', nominationId)
    .executeTakeFirst()
  return row?.contactIsClear === true
}
