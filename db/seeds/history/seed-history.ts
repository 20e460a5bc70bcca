import type { Insertable, Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { addDays, londonDay } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import { makeBedNights } from './bed-nights'
import { historyQuarters, makeHistory } from './make-history'
import { makeParents } from './parents'
import type { SyntheticEpisode } from './synthetic-episode'

/** A statement takes 65,535 values. */
const ROWS_A_STATEMENT = 1000

/**
 * Loads the invented history as of `now`, marked synthetic: releases of women with their
 * referrals, and the beds of every night until yesterday. As the owner.
 */
export async function seedHistory(owner: Kysely<DB>, now: Date): Promise<void> {
  const today = londonDay(now)
  const episodes = makeHistory(today)
  const from = historyQuarters(today)[0]?.startsOn ?? today
  await owner.transaction().execute(async trx => {
    for (const rows of inParts(episodes.map(each => episodeRow(each, now)))) {
      await trx.insertInto('episode').values(rows).execute()
    }
    for (const rows of inParts(episodes.flatMap(referralRows))) {
      await trx.insertInto('episodeReferral').values(rows).execute()
    }
    const parents = makeParents(episodes).map(({ woman, ...parent }) => ({
      ...parent,
      woman: Buffer.from(woman, 'hex'),
      isSynthetic: true,
      drawnAt: now,
    }))
    for (const rows of inParts(parents)) {
      await trx.insertInto('programmeEpisode').values(rows).execute()
    }
    const nights = makeBedNights(from, addDays(today, -1)).map(night => ({ ...night, isSynthetic: true }))
    for (const rows of inParts(nights)) {
      await trx.insertInto('bedNight').values(rows).execute()
    }
  })
}

function episodeRow(episode: SyntheticEpisode, drawnAt: Date): Insertable<DB['episode']> {
  const { woman, openedOn: _openedOn, referrals: _referrals, ...columns } = episode
  return {
    ...columns,
    woman: Buffer.from(woman, 'hex'),
    preferredAuthorities: [...columns.preferredAuthorities],
    barriers: [...columns.barriers],
    wouldPlace: [...columns.wouldPlace],
    turnedAway: [...columns.turnedAway],
    isSynthetic: true,
    drawnAt,
  }
}

function referralRows({ id, referrals }: SyntheticEpisode): Insertable<DB['episodeReferral']>[] {
  return referrals.map((referral, index) => ({
    id: seedId(`history:${id}:${index}`),
    episodeId: id,
    submittedOn: referral.submittedOn,
    outcome: referral.outcome,
    reasons: [...referral.reasons],
    isWomenOnly: referral.isWomenOnly,
    workingDaysToDecision: referral.workingDaysToDecision,
    withinLimits: referral.withinLimits,
  }))
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    parts.push(rows.slice(from, from + ROWS_A_STATEMENT))
  return parts
}
