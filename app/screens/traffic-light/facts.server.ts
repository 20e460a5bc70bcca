import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { registerEntries } from '~/domain/action/entries.server'
import { isOpen, type RegisterEntry } from '~/domain/action/entry'
import { addDays, type Day, londonDay } from '~/domain/time/calendar'
import { bedsReadBy } from '~/domain/traffic-light/bed-nights.server'
import type { BedsRead } from '~/domain/traffic-light/reading'
import type { Threshold } from '~/domain/traffic-light/threshold'
import { maySetThresholds, readThresholds } from '~/domain/traffic-light/thresholds.server'
import type { Publication } from '~/domain/unmet-need/published'
import {
  listPublications,
  type PublicationLine,
  readPublications,
} from '~/domain/unmet-need/publishing/read-publications.server'
import { latestOf } from '~/screens/unmet-need/facts.server'

/** One period and the one before it, each in its latest version; null where it is not published. */
interface Pair {
  now: Publication | null
  before: Publication | null
}

export interface NightRead extends BedsRead {
  night: Day
}

export interface TrafficFacts {
  /** The period asked for: a year or a quarter. */
  main: Pair
  /** The last whole years by its end, for what is published of years alone. */
  years: Pair
  /** The first year that is published, against which a threshold is set. */
  baseline: Publication | null
  nights: { now: NightRead | null; before: NightRead | null }
  thresholds: readonly Threshold[]
  /** What is open in the register now. */
  entries: readonly RegisterEntry[]
  maySet: boolean
  mayRecord: boolean
  listed: readonly PublicationLine[]
  /** Whether an earlier period was asked for: supply is then read at its end, not now. */
  isEarlier: boolean
  now: Date
}

/** So long before now supply is compared with. */
const QUARTER_DAYS = 91

/**
 * What the report says: of the period asked for, else of the latest year, and of supply at its end, else as it was read last. Null where the
 * period asked for is not published, or is a pool.
 */
export async function trafficFacts(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  asked: string | null,
  now: Date,
): Promise<TrafficFacts | null> {
  const listed = await listPublications(db, viewer)
  const lines = chooseLines(listed, asked)
  if (!lines) return null
  const wanted = Object.values(lines).filter(line => line !== undefined)
  const read = await readPublications(db, viewer, wanted)
  const find = (line: PublicationLine | undefined) =>
    read.find(each => each.period.code === line?.period.code && each.version === line.version) ?? null
  const nightBy = (day: Day | undefined) => (day === undefined ? null : bedsReadBy(db, viewer, day))
  const today = londonDay(now)
  const entries = await registerEntries(db, viewer)
  return {
    main: { now: find(lines.main), before: find(lines.mainBefore) },
    years: { now: find(lines.year), before: find(lines.yearBefore) },
    baseline: find(lines.baseline),
    nights: {
      now: await nightBy(asked === null ? today : lines.main?.period.endsOn),
      before: await nightBy(asked === null ? addDays(today, -QUARTER_DAYS) : lines.mainBefore?.period.endsOn),
    },
    thresholds: await readThresholds(db, viewer),
    entries: entries.filter(isOpen),
    maySet: await maySetThresholds(db, viewer),
    mayRecord: viewer.role === 'commissioner' || viewer.role === 'administrator',
    listed,
    isEarlier: asked !== null,
    now,
  }
}

/** Which publications the report is of; null where the one asked for is none. */
function chooseLines(listed: readonly PublicationLine[], asked: string | null) {
  const years = latestOf(listed, 'year')
  const lines = [...years, ...latestOf(listed, 'quarter')]
  const main = asked === null ? years[0] : lines.find(({ period }) => period.code === asked)
  if (asked !== null && !main) return null
  const sameKind = lines.filter(({ period }) => period.kind === main?.period.kind)
  const over = years.filter(({ period }) => main && period.endsOn <= main.period.endsOn)
  return {
    main,
    mainBefore: sameKind.find(({ period }) => main && period.endsOn < main.period.startsOn),
    year: over[0],
    yearBefore: over[1],
    baseline: years.at(-1),
  }
}
