import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { MEASURES } from '~/domain/unmet-need/measures/all-measures'
import { measureSentence } from '~/domain/unmet-need/measures/measure-sentence'
import { cellLabel } from '~/domain/unmet-need/cell-words'
import { type Publication, publishedCell, valueWords } from '~/domain/unmet-need/published'
import { listPublications, readPublication } from '~/domain/unmet-need/publishing/read-publications.server'
import { cellsListed } from '~/domain/unmet-need/table-cells'
import { publishedAs, type PublishedAs } from '../unmet-need/published-as'

export interface ReachFigures {
  published: PublishedAs
  lines: { id: string; name: string; sentence: string; reasons: string | null; definition: string }[]
}

const NOT_REACHED = 'family_not_reached'

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
      reasons: measure.id === 'F4' ? reasonsIn(publication) : null,
      definition: measure.definition,
    })),
  }
}

/** "No place: 40. Own choice: fewer than 5. …": the cells of F4's table, the most first. */
function reasonsIn(publication: Publication): string | null {
  const cells = cellsListed(NOT_REACHED).flatMap(cell => {
    const count = publishedCell(publication, NOT_REACHED, cell)?.count
    return count ? [{ count, words: `${cellLabel(NOT_REACHED, cell)}: ${valueWords(count)}` }] : []
  })
  if (cells.length === 0) return null
  const most = cells.sort((a, b) => (b.count.value ?? 0) - (a.count.value ?? 0))
  return `Why: ${most.map(({ words }) => words.charAt(0).toLowerCase() + words.slice(1)).join('; ')}.`
}
