import type { Insertable, Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { londonDay } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import { makeHistory } from './make-history'
import type { SyntheticEpisode } from './synthetic-episode'

/** A statement takes 65,535 values. */
const ROWS_A_STATEMENT = 1000

/** Loads the invented history as of `now`, marked synthetic: releases of women with their referrals. As the owner. */
export async function seedHistory(owner: Kysely<DB>, now: Date): Promise<void> {
  const episodes = makeHistory(londonDay(now))
  await owner.transaction().execute(async trx => {
    for (const rows of inParts(episodes.map(each => episodeRow(each, now)))) {
      await trx.insertInto('episode').values(rows).execute()
    }
    for (const rows of inParts(episodes.flatMap(referralRows))) {
      await trx.insertInto('episodeReferral').values(rows).execute()
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
