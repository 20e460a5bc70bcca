import type { Counted } from '../disclosure/counted'
import { withEnoughWomen } from '../disclosure/enough-women'
import { fewOrNearest5 } from '../disclosure/few-or-nearest-5'
import { tableSpec } from '../publishable-tables'
import type { Publication, PublishedValue } from '../published'

/**
 * Whether every number a publication prints would be printed so today. "Not shown" holds as long as it would not be "fewer than 5". A
 * cell that is not counted any more holds too: a list of codes may have lost one.
 */
export function stillHolds(publication: Publication, { tables }: Counted): boolean {
  return tables.every(({ id, cells }) => {
    const spec = tableSpec(id)
    return cells.every(raw => {
      const was = publication.tables[id]?.cells[raw.cell]
      if (!was) return true
      const is = withEnoughWomen(fewOrNearest5(raw, spec), raw, spec)
      return holds(was.count, is.count) && (!was.women || !is.women || holds(was.women, is.women))
    })
  })
}

function holds(was: PublishedValue, is: PublishedValue): boolean {
  if (was.mark === 'hidden') return is.mark !== 'few'
  return was.mark === is.mark && was.value === is.value
}
