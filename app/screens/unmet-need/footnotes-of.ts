import { findMeasure, type MeasureId } from '~/domain/unmet-need/measures/all-measures'

/** What a figure is, as the page, the file and the docs say it alike. */
export interface Footnote {
  id: string
  name: string
  definition: string
}

/** What a table is that belongs to no measure. */
const TABLE_NOTES: Readonly<Record<TableNoteId, Omit<Footnote, 'id'>>> = {
  Way: {
    name: 'From need to a place',
    definition:
      'Women in need (M1), by whether they were referred at all, had a place by a referral to go to, and moved in by one on the first night.',
  },
  Ways: {
    name: 'How housed',
    definition: 'Women in need (M1) who were housed on the first night (M3), by the way they came to it.',
  },
  Reasons: {
    name: 'Reasons',
    definition:
      'Referrals declined or refused for at least one reason that tells of unmet need; what she refused counts unless she was housed by another way. Up to three reasons each, so shares add up to more.',
  },
  Home: {
    name: 'Against home',
    definition:
      'Women in need (M1) who were housed on the first night, by whether in the authority they call home, elsewhere in the region or outside it.',
  },
  Changes: {
    name: 'What would have placed them',
    definition:
      'Women in need (M1) for whom the service’s own match found nothing 5 days before release (M6), by each single change that would have given them an option that night: one rule of a place with a bed confirmed and free no longer standing in the way, or one more bed, or a bed confirmed, at a place that says nothing against her. Anywhere in the region but where she avoids to be. One woman may be counted under several changes, or none.',
  },
  Area: {
    name: 'By authority',
    definition:
      'Women in need (M1), with a place secured (M2) and known not to be housed (M3), by the authority they call home.',
  },
}

type TableNoteId = 'Way' | 'Ways' | 'Reasons' | 'Home' | 'Changes' | 'Area'
export type NoteId = MeasureId | TableNoteId

/** The definitions of what a page prints, in the order it prints it. */
export function footnotesOf(ids: readonly NoteId[]): Footnote[] {
  return ids.map(id => ({ id, ...noteOf(id) }))
}

function noteOf(id: NoteId): Omit<Footnote, 'id'> {
  if (isTableNote(id)) return TABLE_NOTES[id]
  const { name, definition } = findMeasure(id)
  return { name, definition }
}

function isTableNote(id: NoteId): id is TableNoteId {
  return id in TABLE_NOTES
}
