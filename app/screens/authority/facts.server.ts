import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { Publication } from '~/domain/unmet-need/published'
import {
  listPublications,
  type PublicationLine,
  readPublication,
} from '~/domain/unmet-need/publishing/read-publications.server'

export interface AuthorityFacts {
  /** The last pool of three years, in its latest version; null before there is one. */
  pool: Publication | null
  listed: readonly PublicationLine[]
}

/** What is published of one authority: the closed list has its counts in a pool of three years. */
export async function authorityFacts(db: Kysely<DB>, viewer: SignedInViewer): Promise<AuthorityFacts> {
  const listed = await listPublications(db, viewer)
  const [last] = listed
    .filter(each => each.period.kind === 'pool')
    .sort((a, b) => (a.period.endsOn < b.period.endsOn ? 1 : -1))
  const pool = last ? await readPublication(db, viewer, last.period.code, null) : null
  return { pool, listed }
}
