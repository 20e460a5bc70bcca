import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { LoadedCase } from '../case/record/case-row.server'
import { askedBefore, type CaseReferral, referralsOfCase } from '../casework/case-referrals.server'
import { listedChange } from '../referral/changes/change-words'
import { notedChanges } from '../referral/changes/noted-changes.server'
import { standingFor } from '../referral/changes/standing-changes'
import { openNominationsOf } from '../nomination/nominations.server'
import { referralState } from '../referral/states'
import { serviceCards } from '../service/service-card.server'
import { isHousing } from '../service/service-kind'
import { serviceVacancies } from '../service/service-vacancy.server'
import { shortlistedIds } from '../shortlist/shortlist-entries.server'
import { type Day, londonDay } from '../time/calendar'
import type { CaseHit } from './case-search'
import { preferredOf } from './rank-decided'
import type { Grouped } from './running-search'

/** For whom services are drawn, and the day a bed is needed; null for today. */
export interface DrawnFor {
  found: Pick<LoadedCase, 'id' | 'facts'>
  day: Day | null
  now: Date
}

/** Some services, decided and in order, with what the database says of them for the day a bed is needed. */
export async function drawHits(
  trx: Transaction<DB>,
  { found, day, now }: DrawnFor,
  members: readonly (Grouped & { distanceMiles: number | null })[],
): Promise<CaseHit[]> {
  const ids = members.map(each => each.id)
  const cards = await serviceCards(trx, ids, londonDay(now))
  const vacancies = await serviceVacancies(trx, ids, now, day)
  const referrals = await referralsOfCase(trx, found.id)
  const withChange = await changesOf(
    trx,
    referrals.filter(each => ids.includes(each.serviceId)),
  )
  const listed = await shortlistedIds(trx, found.id)
  const nominations = await openNominationsOf(
    trx,
    found.id,
    ids.filter(id => !isHousing(cards.get(id)?.kind ?? '')),
  )
  return members.flatMap(({ id, decision, group: own, distanceMiles, avoidedIn }) => {
    const card = cards.get(id)
    if (!card) return []
    const { open, ended } = askedBefore(referrals, id)
    return [
      {
        ...card,
        group: own,
        decision,
        vacancy: vacancies.get(id) ?? null,
        distanceMiles,
        isPreferredArea: preferredOf(card, found).length > 0,
        referral: open && withChange(open),
        endedReferral: ended,
        nomination: nominations.get(id) ?? null,
        isListed: listed.has(id),
        avoidedIn,
      },
    ]
  })
}

/** Adds to a referral that is open what changed since it was sent. */
async function changesOf(trx: Transaction<DB>, referrals: readonly CaseReferral[]) {
  const open = referrals.filter(({ closedAt }) => closedAt === null).map(({ id }) => id)
  const notedOf = await notedChanges(trx, open)
  return ({ id, state }: CaseReferral) => {
    const standing = standingFor('referrer', 3, notedOf(id))
    return { id, state, changed: listedChange(standing, 'referrer', referralState(state)) }
  }
}
