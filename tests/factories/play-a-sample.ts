import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { playEpisode } from './played-episode'
import { layOutReferralWorld, type ReferralWorld } from './referral-world'
import { createTestDatabase } from '../support/database'
import { drawEpisodes } from '~/domain/unmet-need/drawing/draw-episodes.server'
import { makeHistory } from '@db/seeds/history/make-history'
import { seedHistory } from '@db/seeds/history/seed-history'
import type { SyntheticEpisode } from '@db/seeds/history/synthetic-episode'

const NOW = new Date('2026-11-27T12:00:00Z')

/** So many of each kind: everything an invented episode may be. */
const KINDS: [number, (episode: SyntheticEpisode) => boolean][] = [
  ...(['open', 'transferred', 'deported', 'died', 'not_released'] as const).map(
    (end): [number, (episode: SyntheticEpisode) => boolean] => [2, ({ endedAs }) => endedAs === end],
  ),
  ...(['declined', 'expired', 'refused', 'withdrawn', 'no_show', 'arrived', 'placed_elsewhere'] as const).map(
    (outcome): [number, (episode: SyntheticEpisode) => boolean] => [
      3,
      ({ referrals }) => referrals.some(referral => referral.outcome === outcome),
    ],
  ),
  ...(['council', 'cas', 'own_home', 'family', 'other'] as const).map(
    (route): [number, (episode: SyntheticEpisode) => boolean] => [
      1,
      ({ firstNightRoute }) => firstNightRoute === route,
    ],
  ),
  [1, ({ firstNight, endedAs }) => endedAs === 'released' && firstNight === null],
  [1, ({ firstNight }) => firstNight === 'not_housed'],
  [1, ({ firstNightRoute, isSafe }) => firstNightRoute === 'family' && isSafe === 'no'],
  [2, ({ placeEndedAs }) => placeEndedAs === 'evicted' || placeEndedAs === 'abandoned'],
  [1, ({ placeEndedAs }) => placeEndedAs === 'gate_arrest'],
  [2, ({ custodyStatus, endedAs }) => endedAs === 'released' && custodyStatus === 'remand'],
  [1, ({ referrals }) => referrals.length >= 4],
]

/** What no case is asked: the prison's list and the system's own search say it. */
const NOT_OF_THE_CASE = [
  'id',
  'case_id',
  'is_synthetic',
  'drawn_at',
  'is_listed',
  'option_28',
  'option_5',
  'would_place',
  'turned_away',
  'woman',
]

let world: ReferralWorld

function sample(most: number): SyntheticEpisode[] {
  const history = makeHistory('2026-11-27').filter(isPlayable)
  const taken = new Set<SyntheticEpisode>()
  for (const [all, isSo] of KINDS) {
    const many = Math.min(all, most)
    const found = history.filter(each => !taken.has(each) && isSo(each)).slice(0, many)
    expect(found).toHaveLength(many)
    found.forEach(each => taken.add(each))
  }
  return [...taken]
}

/** A place can be offered for days that are known. */
function isPlayable({ referrals, dateKnownOn }: SyntheticEpisode): boolean {
  return referrals.every(({ submittedOn }) => dateKnownOn !== null && submittedOn >= dateKnownOn)
}

/**
 * Declares that a sample of every kind of invented episode, played day by day through the service, is drawn as it was invented.
 * @param most how many of a kind at most; of some kinds fewer say all there is to say
 */
export function playASample(most: number): void {
  beforeAll(async () => {
    const start = new Date('2020-01-06T09:00:00Z')
    world = await layOutReferralWorld(await createTestDatabase(), createKeyRing(randomBytes(32)), start)
  }, 60_000)
  afterAll(() => world.database.drop())

  it('invents what the service would have recorded: a sample of every kind, played day by day, is drawn alike', async () => {
    const episodes = sample(most)
    const caseIds = new Map<string, string>()
    for (const [index, episode] of episodes.entries()) {
      caseIds.set(episode.id, await playEpisode(world, episode, `Z${1000 + index}PL`))
    }
    await seedHistory(world.database.owner, NOW)
    await drawEpisodes(world.database.worker, NOW)
    const ids = episodes.map(({ id }) => id)
    const drawn = await Promise.all(ids.map(id => rowOf('case_id', caseIds.get(id)!)))
    const invented = await Promise.all(ids.map(id => rowOf('id', id)))
    expect(drawn).toEqual(invented)
  }, 300_000)
}

/** The row of an episode with its referrals, in the names of the database. */
async function rowOf(column: 'id' | 'case_id', value: string): Promise<object> {
  const { rows } = await sql<{ episode: Record<string, unknown> }>`
    select to_jsonb(e) || jsonb_build_object('referrals', coalesce((
      select jsonb_agg(line order by line::text) from (
        select to_jsonb(r) - array['id', 'episode_id', 'referral_id'] as line
        from episode_referral r where r.episode_id = e.id) lines), '[]')) as episode
    from episode e where e.${sql.ref(column)} = ${value}`.execute(world.database.owner)
  const [row] = rows
  if (!row) throw new Error('No such episode')
  return Object.fromEntries(Object.entries(row.episode).filter(([name]) => !NOT_OF_THE_CASE.includes(name)))
}
