import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { askedBefore, referralsOfCase } from '../casework/case-referrals.server'
import { serviceCards } from '../service/service-card.server'
import { londonDay } from '../time/calendar'
import { serviceVacancies } from '../service/service-vacancy.server'
import type { CaseHit } from './case-search'
import { preferredOf } from './rank-decided'
import type { Member } from './rank-group.server'
import { dayOfNeed, type RunningSearch } from './running-search'

/** The hits of one page, with what the database says of them for the day a bed is needed. */
export async function drawHits(
  trx: Transaction<DB>,
  search: RunningSearch,
  members: readonly Member[],
): Promise<CaseHit[]> {
  const ids = members.map(each => each.id)
  const cards = await serviceCards(trx, ids, londonDay(search.now))
  const vacancies = await serviceVacancies(trx, ids, search.now, dayOfNeed(search))
  const referrals = await referralsOfCase(trx, search.found.id)
  return members.flatMap(({ id, decision, group: own, distanceMiles, avoidedIn, authorities }) => {
    const card = cards.get(id)
    const vacancy = vacancies.get(id) ?? null
    const { open, ended } = askedBefore(referrals, id)
    const isPreferredArea = preferredOf({ authorities }, search.found).length > 0
    const asked = { referral: open, endedReferral: ended, avoidedIn }
    return card ? [{ ...card, group: own, decision, vacancy, distanceMiles, isPreferredArea, ...asked }] : []
  })
}
