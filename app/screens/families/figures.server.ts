import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { MEASURES } from '~/domain/unmet-need/measures/all-measures'
import { measureSentence } from '~/domain/unmet-need/measures/measure-sentence'
import { listPublications, readPublication } from '~/domain/unmet-need/publishing/read-publications.server'
import { publishedAs, type PublishedAs } from '../unmet-need/published-as'

export interface ReachFigures {
  published: PublishedAs
  lines: { id: string; name: string; sentence: string; definition: string }[]
}

/** How far parents came (F1 to F6) in the latest year that is published, of published cells alone; null before there is one. */
export async function reachFigures(db: Kysely<DB>, viewer: SignedInViewer): Promise<ReachFigures | null> {
  const listed = await listPublications(db, viewer)
  const [year] = listed
    .filter(({ period }) => period.kind === 'year')
    .sort((a, b) => b.period.endsOn.localeCompare(a.period.endsOn) || b.version - a.version)
  const publication = year && (await readPublication(db, viewer, year.period.code, year.version))
  if (!publication) return null
  const families = MEASURES.filter(({ id }) => /^F\d$/.test(id))
  return {
    published: publishedAs(publication, listed),
    lines: families.map(measure => ({
      id: measure.id,
      name: measure.name,
      sentence: measureSentence(publication, measure) ?? 'Not published for this year.',
      definition: measure.definition,
    })),
  }
}
