import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Publication } from '~/domain/unmet-need/published'
import {
  listPublications,
  type PublicationLine,
  readPublications,
} from '~/domain/unmet-need/publishing/read-publications.server'

/** How many quarters a line runs over: three years. */
const QUARTERS = 12

export interface NeedFacts {
  /** The publication the page is of, and everything else that is published. */
  publication: Publication
  /** The latest version of the last pool of years, for counts by authority; null before there is one. */
  pool: Publication | null
  /** The latest version of each of the last quarters up to the end of the page's own period, oldest first. */
  quarters: Publication[]
  listed: readonly PublicationLine[]
}

/**
 * What a page of unmet need says: the version asked for, of the period asked for, else the latest year. Null where no such version is
 * published; 'nothing yet' where nothing is at all.
 */
export async function needFacts(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  asked: { period: string | null; version: number | null },
): Promise<NeedFacts | 'nothing yet' | null> {
  const listed = await listPublications(db, viewer)
  const chosen = choose(listed, asked)
  if (!chosen) return asked.period === null ? 'nothing yet' : null
  const then = asked.version === null ? listed : publishedBy(listed, chosen)
  const within = (kind: string) =>
    latestOf(then, kind).filter(each => each.period.endsOn <= chosen.period.endsOn)
  const pool = within('pool')[0]
  const quarters = within('quarter').slice(0, QUARTERS)
  const wanted = [chosen, ...(pool ? [pool] : []), ...quarters]
  const read = await readPublications(db, viewer, wanted)
  const find = (line: PublicationLine) =>
    read.find(each => each.period.code === line.period.code && each.version === line.version)
  const publication = find(chosen)
  if (!publication) return null
  const isPool = publication.period.kind === 'pool'
  return {
    publication,
    pool: isPool ? publication : ((pool && find(pool)) ?? null),
    quarters: quarters.flatMap(each => find(each) ?? []).reverse(),
    listed,
  }
}

function choose(
  listed: readonly PublicationLine[],
  { period, version }: { period: string | null; version: number | null },
): PublicationLine | undefined {
  if (period === null) return latestOf(listed, 'year')[0] ?? listed[0]
  const versions = listed.filter(each => each.period.code === period)
  return version === null ? newest(versions) : versions.find(each => each.version === version)
}

/** What was published when a version was: its own address says for ever what it said then. */
function publishedBy(
  listed: readonly PublicationLine[],
  { publishedAt }: PublicationLine,
): PublicationLine[] {
  return listed.filter(each => each.publishedAt <= publishedAt)
}

/** The latest version of each period of a kind, the last period first. */
export function latestOf(listed: readonly PublicationLine[], kind: string): PublicationLine[] {
  const ofKind = listed.filter(each => each.period.kind === kind)
  const codes = [...new Set(ofKind.map(each => each.period.code))]
  return codes
    .flatMap(code => newest(ofKind.filter(each => each.period.code === code)) ?? [])
    .sort((a, b) => (a.period.endsOn < b.period.endsOn ? 1 : -1))
}

function newest(versions: readonly PublicationLine[]): PublicationLine | undefined {
  return [...versions].sort((a, b) => b.version - a.version)[0]
}
