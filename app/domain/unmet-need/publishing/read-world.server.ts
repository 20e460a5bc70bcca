import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { CountedWorld, ProgrammeEpisode } from '../counting/world'
import type { BedNight, Episode, EpisodeReferral } from '../episode'

/** Everything figures are counted from, as the statistician's role reads it, and which of the releases are invented. */
export async function readWorld(
  trx: Transaction<DB>,
): Promise<{ world: CountedWorld; synthetic: ReadonlySet<string> }> {
  const referrals = await referralsByEpisode(trx)
  const rows = await trx.selectFrom('episode').selectAll().orderBy('id').execute()
  const episodes = rows.map(({ woman, caseId: _case, drawnAt: _drawn, ...row }) => ({
    // The columns hold these codes alone, by the checks of migration 0044.
    ...(row as unknown as Omit<Episode, 'woman' | 'referrals'>),
    woman: woman.toString('hex'),
    referrals: referrals.get(row.id) ?? [],
  }))
  const synthetic = new Set(rows.filter(({ isSynthetic }) => isSynthetic).map(({ id }) => id))
  const programmes = await readProgrammes(trx)
  const world = { episodes, nights: await readNights(trx), ...(programmes.length > 0 && { programmes }) }
  return { world, synthetic }
}

async function referralsByEpisode(trx: Transaction<DB>): Promise<Map<string, EpisodeReferral[]>> {
  const rows = await trx
    .selectFrom('episodeReferral')
    .selectAll()
    .orderBy('submittedOn')
    .orderBy('id')
    .execute()
  const byEpisode = new Map<string, EpisodeReferral[]>()
  for (const { episodeId, id: _id, referralId: _referral, outcome, ...row } of rows) {
    const of = byEpisode.get(episodeId) ?? []
    of.push({ ...row, outcome: outcome as EpisodeReferral['outcome'] })
    byEpisode.set(episodeId, of)
  }
  return byEpisode
}

/** Of mothers, how far each came; none while nobody records it. */
async function readProgrammes(trx: Transaction<DB>): Promise<ProgrammeEpisode[]> {
  const rows = await trx
    .selectFrom('programmeEpisode')
    .select(['woman', 'reachableOn', 'contactPermitted', 'hasTimeToFinish', 'nominated', 'started'])
    .select(['outcome', 'reason', 'rotl', 'children'])
    .orderBy('id')
    .execute()
  return rows.map(({ woman, ...row }) => ({
    // The columns hold these codes alone, by the checks of migration 0060.
    ...(row as unknown as Omit<ProgrammeEpisode, 'woman'>),
    woman: woman.toString('hex'),
  }))
}

async function readNights(trx: Transaction<DB>): Promise<BedNight[]> {
  const rows = await trx.selectFrom('bedNight').selectAll().execute()
  return rows.map(row => ({ ...row, provision: row.provision as BedNight['provision'] }))
}
