import { createHash } from 'node:crypto'
import { addDays, type Day } from '~/domain/time/calendar'
import { AGES, HOME_ELSEWHERE, HOMES } from './calibration'
import type { Random } from './random'
import type { SyntheticEpisode } from './synthetic-episode'

/** An invented woman, the same in all her releases. */
export interface Woman {
  key: string
  homeAuthority: string
  ageBand: SyntheticEpisode['ageBand']
}

/** Of the releases, the share that are not a woman's first. */
const COMES_BACK = 0.15
/** Nobody is received again sooner than this after a release. */
const FEWEST_DAYS_OUT = 14

/** What is asked of the next woman: when she was inside, and whether she may be received again. */
interface Stay {
  receivedOn: Day
  releasedOn: Day
  mayComeBack: boolean
}

/** Invents the woman of each release in turn, in the order of their days. */
export function createWomen(random: Random): (stay: Stay) => Woman {
  const out: { woman: Woman; on: Day }[] = []
  let count = 0
  return ({ receivedOn, releasedOn, mayComeBack }) => {
    const latest = addDays(receivedOn, -FEWEST_DAYS_OUT)
    const before = random.chance(COMES_BACK) ? out.filter(({ on }) => on <= latest) : []
    const again = before[random.between(0, Math.max(0, before.length - 1))]
    if (again) out.splice(out.indexOf(again), 1)
    const woman = again?.woman ?? newWoman(random, (count += 1))
    if (mayComeBack) out.push({ woman, on: releasedOn })
    return woman
  }
}

function newWoman(random: Random, index: number): Woman {
  return {
    key: createHash('sha256').update(`throughgate:synthetic woman:${index}`).digest('hex'),
    homeAuthority: homeOf(random),
    ageBand: random.pick(AGES),
  }
}

function homeOf(random: Random): string {
  if (random.chance(HOME_ELSEWHERE.unknown)) return 'unknown'
  return random.chance(HOME_ELSEWHERE.outside) ? 'outside' : random.pick(HOMES)
}
