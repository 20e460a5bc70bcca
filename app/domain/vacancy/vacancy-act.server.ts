import { sql, type Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import type { VacancyResult } from './vacancy-result'

/**
 * Does one act of a provider on its own vacancies, once for each form, in one transaction. What it changed of claims is one act of
 * their history, by whose id it can be taken back.
 */
export async function vacancyAct(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  request: FormRequest,
  work: (trx: Transaction<DB>) => Promise<VacancyResult>,
): Promise<VacancyResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async () => withAct(trx, await work(trx)))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function withAct(trx: Transaction<DB>, result: VacancyResult): Promise<VacancyResult> {
  if (!result.ok) return result
  const { rows } = await sql<{ act: string | null }>`select current_setting('app.act', true) as act`.execute(
    trx,
  )
  const act = rows[0]?.act
  return act ? { ...result, act } : result
}
