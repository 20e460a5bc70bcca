import { codesOf } from '../../words/codes'

/** A count's beds are counted apart for women and for men: a mixed house keeps both. Safe for the browser. */

export const COUNT_GROUP_LABELS = {
  women: 'Women’s beds',
  men: 'Men’s beds',
  any: 'Beds for whom the service takes',
}
export type CountGroup = keyof typeof COUNT_GROUP_LABELS
export const COUNT_GROUPS = codesOf(COUNT_GROUP_LABELS)

/** The group a bed is counted in, by whom it is for. */
export function groupOf({ sex }: { sex: string | null }): CountGroup {
  return sex === 'women' || sex === 'men' ? sex : 'any'
}

/** The groups that have beds, in the order of the labels. */
export function groupsOf(beds: readonly { sex: string | null }[]): CountGroup[] {
  return COUNT_GROUPS.filter(group => beds.some(bed => groupOf(bed) === group))
}
