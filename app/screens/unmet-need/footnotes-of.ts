import { findMeasure, type MeasureId } from '~/domain/unmet-need/measures/all-measures'

/** What a figure is, as the page, the file and the docs say it alike. */
export interface Footnote {
  id: string
  name: string
  definition: string
}

/** The definitions of the measures a page prints, in the order it prints them. */
export function footnotesOf(ids: readonly MeasureId[]): Footnote[] {
  return ids.map(id => {
    const { name, definition } = findMeasure(id)
    return { id, name, definition }
  })
}
