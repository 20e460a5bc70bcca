import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../../context'
import type { Tier } from '../../eligibility/facts'
import { identityToCompare } from '../../case/record/open-person.server'
import { namesThePerson } from '../../case/record/names-the-person'
import type { Refusal } from '../refusal'

/**
 * Refuses words that tell who the person is, where triage reads them: it is told no name. Words of a higher tier may. Who
 * it is, is asked as the writer: a provider's triage that may not know it cannot be held to it. Null where they may be kept.
 */
export async function refuseNames(
  app: DomainContext,
  trx: Transaction<DB>,
  { caseId, tier }: { caseId: string; tier: Tier },
  words: string | null | undefined,
): Promise<Refusal | null> {
  if (!words || tier > 1) return null
  const identity = await identityToCompare(app, trx, caseId)
  return identity && namesThePerson(words, identity) ? { ok: false, reason: 'names_person' } : null
}
