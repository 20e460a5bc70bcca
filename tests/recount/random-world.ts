import type { Insertable, Kysely } from 'kysely'
import type { DB } from '@db/schema'
import { createRandom, type Random } from '@db/seeds/history/random'
import { seedId } from '@db/seeds/seed-id'
import { authorities } from '~/domain/area/region'
import { specOf } from '~/domain/referral/events/registry'
import { addDays, type Day } from '~/domain/time/calendar'
import { BARRIERS } from '~/domain/unmet-need/barriers'
import { CHANGES } from '~/domain/unmet-need/changes'
import { STATED_CODES } from '~/domain/unmet-need/stated-criteria'
import { poolPeriod, quarterPeriod, yearPeriod } from '~/domain/unmet-need/period'

/** What these worlds have releases in. */
export const RANDOM_PERIODS = [
  quarterPeriod(2023, 1),
  quarterPeriod(2025, 1),
  quarterPeriod(2025, 3),
  yearPeriod(2025),
  poolPeriod(2023),
]

/** The days on which a release, a reception or the end of a stay falls into a period or the next; each is met, and the days about it. */
const BOUNDS: readonly Day[] = [
  ...['2023-04-01', '2024-04-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'],
]
const CODES = authorities.map(({ code }) => code)
/** York: outside the region, though the column would take its code. */
const ELSEWHERE = 'E06000014'
const EPISODES = 300
const WOMEN = 230
const DAYS_ABOUT = 120

type EpisodeRow = Insertable<DB['episode']>
type ReferralRow = Insertable<DB['episodeReferral']>

/** A small world drawn at random, every value of every column with its nulls, and the days on both sides of each limit. */
export async function loadRandomWorld(owner: Kysely<DB>, seed: number): Promise<void> {
  const random = createRandom(seed)
  const drawn = Array.from({ length: EPISODES }, (_, at) => drawEpisode(random, `recount:${seed}:${at}`))
  await owner.transaction().execute(async trx => {
    await trx.deleteFrom('episode').execute()
    await trx.deleteFrom('bedNight').execute()
    await trx.deleteFrom('programmeEpisode').execute()
    await trx
      .insertInto('episode')
      .values(drawn.map(({ episode }) => episode))
      .execute()
    await trx
      .insertInto('episodeReferral')
      .values(drawn.flatMap(({ referrals }) => referrals))
      .execute()
    await trx.insertInto('bedNight').values(drawNights(random)).execute()
    const parents = Array.from({ length: EPISODES }, (_, at) =>
      drawParent(random, `recount parent:${seed}:${at}`),
    )
    await trx.insertInto('programmeEpisode').values(parents).execute()
  })
}

function drawEpisode(random: Random, key: string): { episode: EpisodeRow; referrals: ReferralRow[] } {
  const id = seedId(key)
  const releasedOn = random.chance(0.04) ? null : dayNear(random, oneOf(random, [0, 0, 0, -91]))
  const dateKnownOn = orNull(random, dayBefore(random, releasedOn, [-57, -56, -55, -20, -8]))
  const referrals = drawReferrals(random, { id, releasedOn, dateKnownOn })
  const submitted = referrals.map(({ submittedOn }) => submittedOn).sort()
  return {
    referrals,
    episode: {
      id,
      woman: Buffer.from(`woman ${random.between(1, WOMEN)}`),
      prisonCode: 'LNI',
      custodyStatus: oneOf(random, ['sentenced', 'remand', 'recall']),
      releasedOn,
      endedAs: random.chance(0.8)
        ? 'released'
        : oneOf(random, ['open', 'transferred', 'deported', 'died', 'not_released']),
      isListed: random.chance(0.8),
      homeAuthority: oneOf(random, [...CODES, 'outside', ELSEWHERE, 'unknown']),
      preferredAuthorities: CODES.filter(() => random.chance(0.12)),
      housingNeed: orNull(random, oneOf(random, ['nowhere', 'nowhere', 'under_12_weeks', 'none'])),
      barriers: BARRIERS.filter(() => random.chance(0.12)),
      dateKnownOn,
      firstSubmittedOn: submitted[0] ?? null,
      option28: orNull(random, oneOf(random, ['some', 'none'])),
      option5: orNull(random, oneOf(random, ['some', 'none'])),
      wouldPlace: CHANGES.filter(() => random.chance(0.12)),
      turnedAway: STATED_CODES.filter(() => random.chance(0.12)),
      councilTold: orNull(random, oneOf(random, ['told', 'not_told', 'she_said_no'])),
      drawnAt: new Date('2026-06-01T09:00:00Z'),
      ...drawReception(random),
      ...drawNight(random),
      ...drawAfterwards(random),
    },
  }
}

function drawParent(random: Random, key: string): Insertable<DB['programmeEpisode']> {
  const reasons = [
    'no_place',
    'no_time',
    'no_programme',
    'released',
    'transferred',
    'choice',
    'security',
    'clash',
  ]
  return {
    id: seedId(key),
    woman: Buffer.from(`woman ${random.between(1, WOMEN)}`),
    reachableOn: dayNear(random),
    contactPermitted: orNull(random, oneOf(random, ['yes', 'yes', 'no'])),
    hasTimeToFinish: random.chance(0.7),
    nominated: random.chance(0.6),
    started: random.chance(0.5),
    outcome: oneOf(random, ['open', 'completed', 'left', 'not_reached']),
    reason: orNull(random, oneOf(random, reasons)),
    rotl: oneOf(random, ['not_needed', 'used', 'not_used']),
    children: orNull(random, random.between(0, 4)),
    drawnAt: new Date('2026-06-01T09:00:00Z'),
  }
}

function drawReception(random: Random): Pick<EpisodeRow, 'receivedOn' | 'hniaOn'> {
  const receivedOn = orNull(random, dayNear(random))
  const hniaOn = addDays(receivedOn ?? '2025-10-01', oneOf(random, [-1, 0, 3, 4, 5, 30]))
  return { receivedOn, hniaOn: orNull(random, hniaOn) }
}

function drawNight(random: Random) {
  const routes = ['approved_route', 'council', 'cas', 'own_home', 'family', 'family', 'other']
  const yesNo = () => orNull(random, oneOf(random, ['yes', 'no']))
  return {
    securedBefore: yesNo(),
    firstNight: orNull(random, oneOf(random, ['housed', 'housed', 'not_housed'])),
    firstNightRoute: orNull(random, oneOf(random, routes)),
    isSafe: yesNo(),
    isSuitable: yesNo(),
    firstNightAuthority: orNull(random, oneOf(random, [...CODES, 'outside'])),
  }
}

function drawAfterwards(random: Random) {
  const ends = [
    ...['not_taken_up', 'gate_arrest', 'planned', 'evicted', 'abandoned', 'recalled', 'unsafe', 'hospital'],
    'died',
  ]
  const days = ['settled', 'settled', 'not_settled', 'custody', 'unknown', 'died', 'deported']
  const placedOn = orNull(random, dayNear(random, -84))
  const placeEndedAs = placedOn && orNull(random, oneOf(random, ends))
  const nights = oneOf(random, [0, 1, 30, 83, 84, 85, 200])
  const day91 = orNull(random, oneOf(random, days))
  return {
    day91,
    placedOn,
    placeEndedAs,
    placeEndedOn: placeEndedAs && placedOn && orNull(random, addDays(placedOn, nights)),
  }
}

function drawReferrals(
  random: Random,
  of: { id: string; releasedOn: Day | null; dateKnownOn: Day | null },
): (ReferralRow & { submittedOn: Day })[] {
  return Array.from({ length: oneOf(random, [0, 0, 1, 1, 2, 3]) }, (_, at) => {
    const isOfKnowing = of.dateKnownOn !== null && random.chance(0.5)
    const outcome = oneOf(random, [
      ...['open', 'declined', 'declined', 'expired', 'refused', 'refused', 'withdrawn', 'no_show', 'arrived'],
      'placed_elsewhere',
    ])
    return {
      id: seedId(`${of.id}:${at}`),
      episodeId: of.id,
      submittedOn: isOfKnowing
        ? addDays(of.dateKnownOn ?? '', random.between(0, 10))
        : dayBefore(random, of.releasedOn, [-57, -56, -55, -1]),
      outcome,
      reasons: drawReasons(random, outcome),
      isWomenOnly: random.chance(0.5),
      // Far apart, so that the two in the middle are not the same.
      workingDaysToDecision: orNull(random, random.between(0, 900)),
      withinLimits: orNull(random, random.chance(0.7)),
    }
  })
}

/** A primary and up to two more, of those that may be given for that end. */
function drawReasons(random: Random, outcome: string): string[] {
  const events = {
    declined: 'decline',
    refused: 'refuse',
    withdrawn: 'withdraw',
    no_show: 'no_show',
  } as const
  if (!(outcome in events)) return []
  const codes = (specOf(events[outcome as keyof typeof events]).reasons ?? []).map(({ code }) => code)
  return [...new Set(Array.from({ length: random.between(1, 3) }, () => oneOf(random, codes)))]
}

function drawNights(random: Random): Insertable<DB['bedNight']>[] {
  return BOUNDS.flatMap(bound => [-1, 0, 1].map(days => addDays(bound, days))).flatMap(night =>
    ['women_only', 'mixed']
      .filter(() => random.chance(0.9))
      .map(provision => {
        const beds = random.between(0, 9)
        const freshBeds = random.between(0, beds)
        return { night, provision, beds, freshBeds, freshFree: random.between(0, freshBeds) }
      }),
  )
}

/** A day at a bound or about it, moved by as many days. */
function dayNear(random: Random, moved = 0): Day {
  const about = random.chance(0.4) ? random.between(-1, 1) : random.between(-DAYS_ABOUT, DAYS_ABOUT)
  return addDays(oneOf(random, BOUNDS), moved + about)
}

function dayBefore(random: Random, day: Day | null, days: readonly number[]): Day {
  return addDays(day ?? '2025-10-01', random.chance(0.5) ? oneOf(random, days) : random.between(-90, 0))
}

function orNull<Value>(random: Random, value: Value): Value | null {
  return random.chance(0.2) ? null : value
}

function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[random.between(0, values.length - 1)]
  if (value === undefined) throw new Error('Nothing to draw from')
  return value
}
