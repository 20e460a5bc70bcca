import type { ProgrammeEpisode } from '~/domain/unmet-need/counting/world'
import { seedId } from '../seed-id'
import { createRandom, type Random } from './random'
import type { SyntheticEpisode } from './synthetic-episode'

/** Apart from the rest of the history, which is the same with it and without. */
const SEED = 900_000

/** Shares of the invented mothers; nobody has measured them in the region. */
const SHARES = {
  isMother: 0.6,
  hasTime: 0.62,
  nominated: 0.55,
  started: 0.72,
  needsLicence: 0.45,
  licenceUsed: 0.4,
}
const CONTACT = { yes: 75, no: 10, unknown: 15 }
const CHILDREN = { one: 40, two: 33, three: 17, four: 10 }
const HOW_MANY = { one: 1, two: 2, three: 3, four: 4 }
const ENDED = { completed: 72, left: 28 }
const WHY_LEFT = { released: 25, transferred: 30, choice: 20, security: 12, clash: 13 }
const WHY_NOT = { no_place: 40, choice: 25, transferred: 20, clash: 15 }

/** What family programmes came to for the mothers among invented women: a row each, with its id. */
export function makeParents(episodes: readonly SyntheticEpisode[]): (ProgrammeEpisode & { id: string })[] {
  return episodes.flatMap((episode, index) => {
    const random = createRandom(SEED + index)
    if (episode.receivedOn === null || !random.chance(SHARES.isMother)) return []
    const parent = makeParent(random, episode.woman, episode.receivedOn)
    return [{ id: seedId(`history parent:${episode.id}`), ...parent }]
  })
}

function makeParent(random: Random, woman: string, reachableOn: string): ProgrammeEpisode {
  const contact = random.pick(CONTACT)
  const hasTimeToFinish = random.chance(SHARES.hasTime)
  const nominated = contact === 'yes' && hasTimeToFinish && random.chance(SHARES.nominated)
  const started = nominated && random.chance(SHARES.started)
  const outcome = started ? random.pick(ENDED) : 'not_reached'
  const needsLicence = nominated && random.chance(SHARES.needsLicence)
  return {
    woman,
    reachableOn,
    contactPermitted: contact === 'unknown' ? null : contact,
    hasTimeToFinish,
    nominated,
    started,
    outcome,
    reason:
      outcome === 'left'
        ? random.pick(WHY_LEFT)
        : outcome === 'completed'
          ? null
          : whyNot(random, hasTimeToFinish),
    rotl: needsLicence ? (random.chance(SHARES.licenceUsed) ? 'used' : 'not_used') : 'not_needed',
    children: random.chance(0.95) ? HOW_MANY[random.pick(CHILDREN)] : null,
  }
}

function whyNot(random: Random, hasTime: boolean): ProgrammeEpisode['reason'] {
  if (!hasTime) return 'no_time'
  return random.chance(0.85) ? random.pick(WHY_NOT) : null
}
