import { protect } from '../disclosure/protect'
import type { Counted } from '../disclosure/counted'
import type { Publication, PublishedBecause } from '../published'
import { stillHolds } from './still-holds'

/** A period as it is counted now. */
export interface CountedPeriod extends Counted {
  /** Something invented was counted. */
  isSynthetic: boolean
}

/**
 * The publications that are to be written now, in their order: the first version of every period that has none and, with a quarter's
 * first, a new version of every period of which a printed number holds no more.
 * @param counted every period that is over for long enough, each after those it is made of
 * @param published every version so far, the oldest first
 */
export function nextPublications(
  counted: readonly CountedPeriod[],
  published: readonly Publication[],
  now: Date,
): Generator<Publication> {
  const isFirst = ({ period }: Counted) => latestOf(published, period.code) === null
  const correctsToo = counted.some(each => each.period.kind === 'quarter' && isFirst(each))
  const reason = (each: Counted): PublishedBecause | null => {
    if (isFirst(each)) return 'first'
    return correctsToo && isWrong(each, published) ? 'corrected_with_quarter' : null
  }
  return inTurn(counted, published, now, reason)
}

/**
 * A new version at once of one period, and of those that hold it, where a printed number is wrong by more than rounding. None where all
 * hold.
 */
export function correctionsAtOnce(
  counted: readonly CountedPeriod[],
  published: readonly Publication[],
  now: Date,
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
): Generator<Publication> {
  return inTurn(counted, published, now, each => {
    const isAsked = each.period.startsOn <= startsOn && each.period.endsOn >= endsOn
    return isAsked && isWrong(each, published) ? 'corrected_at_once' : null
  })
}

/** Each is protected against all that was published before it, those of this turn as well; it is worked out when it is asked for. */
function* inTurn(
  counted: readonly CountedPeriod[],
  published: readonly Publication[],
  publishedAt: Date,
  reason: (each: Counted) => PublishedBecause | null,
): Generator<Publication> {
  const all = [...published]
  for (const each of counted) {
    const because = reason(each)
    if (because === null) continue
    const { tables, leftOut } = protect(each, { publications: all, counted })
    const version = (latestOf(all, each.period.code)?.version ?? 0) + 1
    const { period, isSynthetic } = each
    const byId = Object.fromEntries(tables.map(table => [table.id, table]))
    const made = { period, version, because, isSynthetic, publishedAt, tables: byId, leftOut }
    all.push(made)
    yield made
  }
}

function isWrong(each: Counted, published: readonly Publication[]): boolean {
  const latest = latestOf(published, each.period.code)
  return latest !== null && !stillHolds(latest, each)
}

function latestOf(published: readonly Publication[], code: string): Publication | null {
  const versions = published.filter(({ period }) => period.code === code)
  return versions.reduce<Publication | null>(
    (latest, each) => (latest && latest.version > each.version ? latest : each),
    null,
  )
}
