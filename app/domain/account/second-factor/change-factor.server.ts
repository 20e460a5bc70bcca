import { asSignInOf } from '@db/viewer-transaction'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import { type FactorContext, oweNews } from './factor-context.server'
import { lockFactors } from './keep-factor.server'

/** Gives one of a person's own factors another name. @returns whether it is theirs */
export async function renameFactor(
  { db }: Pick<FactorContext, 'db'>,
  { personId }: SignedInViewer,
  factorId: string,
  name: string,
): Promise<boolean> {
  const renamed = await asSignInOf(db, personId, trx =>
    trx
      .updateTable('secondFactor')
      .set({ name })
      .where('personId', '=', personId)
      .where('id', '=', factorId)
      .returning('id')
      .executeTakeFirst(),
  )
  return renamed !== undefined
}

/** Removes one of a person's own factors, and what it signs in by; never the last, which would leave the password alone. */
export function removeFactor(
  app: FactorContext,
  viewer: SignedInViewer,
  factorId: string,
): Promise<'removed' | 'last' | 'absent'> {
  const { personId } = viewer
  return asSignInOf(app.db, personId, async trx => {
    await lockFactors(trx, personId)
    const own = await trx
      .selectFrom('secondFactor')
      .select(['id', 'kind'])
      .where('personId', '=', personId)
      .execute()
    const removed = own.find(({ id }) => id === factorId)
    if (!removed) return 'absent'
    if (own.length === 1) return 'last'
    await trx.deleteFrom('secondFactor').where('id', '=', factorId).execute()
    const act = { subjectKind: 'person', subjectId: personId, detail: { kind: removed.kind } } as const
    await recordAudit(trx, viewer, { action: 'second-factor.remove', ...act })
    await oweNews(trx, app.jobs, personId, 'removed')
    return 'removed'
  })
}
