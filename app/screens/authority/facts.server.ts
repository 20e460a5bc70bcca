import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { registerEntries } from '~/domain/action/entries.server'
import { isOpen, type RegisterEntry } from '~/domain/action/entry'
import type { GridCell } from '~/domain/supply/supply'
import { supplyGridFor } from '~/domain/supply/queries.server'
import type { Publication } from '~/domain/unmet-need/published'
import {
  listPublications,
  type PublicationLine,
  readPublications,
} from '~/domain/unmet-need/publishing/read-publications.server'

export interface AuthorityFacts {
  /** The last pool of three years, in its latest version; null before there is one. */
  pool: Publication | null
  /** The last year, for what is published of the region alone. */
  year: Publication | null
  listed: readonly PublicationLine[]
  grid: readonly GridCell[]
  /** What is open of its gaps; empty for who may not read the register. */
  gaps: readonly RegisterEntry[]
  now: Date
  role: SignedInViewer['role']
}

/** What is published of one authority, what there is to ask for in it now, and who does what about its gaps. */
export async function authorityFacts(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  code: string,
  now: Date,
): Promise<AuthorityFacts> {
  const listed = await listPublications(db, viewer)
  const wanted = [lastOf(listed, 'pool'), lastOf(listed, 'year')].filter(each => each !== undefined)
  const read = await readPublications(db, viewer, wanted)
  const entries = await registerEntries(db, viewer)
  return {
    pool: read.find(({ period }) => period.kind === 'pool') ?? null,
    year: read.find(({ period }) => period.kind === 'year') ?? null,
    listed,
    grid: await supplyGridFor(db, viewer, code, now),
    gaps: entries.filter(entry => entry.kind === 'action' && entry.place === code && isOpen(entry)),
    now,
    role: viewer.role,
  }
}

/** The latest version of the last period of a kind. */
function lastOf(listed: readonly PublicationLine[], kind: string): PublicationLine | undefined {
  return listed
    .filter(each => each.period.kind === kind)
    .sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn) || b.version - a.version)[0]
}
