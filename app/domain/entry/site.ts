import { type Outcode, outcodes } from '../area/region'
import type { EntryField } from './field'

/** One place of a service, as it is asked. Safe for the browser. */

const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(?:\s*(\d[A-Z]{2}))?$/

const NAME: EntryField = {
  name: 'name',
  label: 'Name of the place',
  hint: 'Such as “Main house”',
  kind: 'line',
  most: 120,
  missing: 'Enter a name for the place',
}
const TOWN: EntryField = { name: 'town', label: 'Town', kind: 'line', most: 80 }

/** Asked of a place that is shown. */
export const SITE_FIELDS: readonly EntryField[] = [
  NAME,
  { name: 'address', label: 'Street address', kind: 'lines', most: 240 },
  TOWN,
  {
    name: 'postcode',
    label: 'Postcode, or its first half',
    hint: 'The map shows the middle of the postcode district',
    kind: 'line',
    most: 10,
  },
]

/** Asked of a place that is hidden. */
export const HIDDEN_SITE_FIELDS: readonly EntryField[] = [
  NAME,
  { name: 'address', label: 'Street address', kind: 'lines', most: 240, missing: 'Enter the street address' },
  TOWN,
  { name: 'postcode', label: 'Postcode', kind: 'line', most: 10, missing: 'Enter the postcode' },
  {
    name: 'detail',
    label: 'What else tells where it is',
    hint: 'Such as how to find the door',
    kind: 'lines',
    most: 400,
    blank: '',
  },
]

export interface SiteAnswers {
  name: string
  address: string | null
  town: string | null
  postcode: string | null
  detail?: string
}

/** A postcode as it is written, with the district it lies in; null for what is no postcode of the region. */
export function readPostcode(typed: string): { written: string; district: Outcode } | null {
  const [, outward, inward] = POSTCODE.exec(typed.toUpperCase().trim()) ?? []
  const district = outcodes.find(each => each.outcode === outward)
  return district ? { written: [outward, inward].filter(Boolean).join(' '), district } : null
}

export const NO_POSTCODE = 'Enter a postcode of North East England, like NE4 5TG or NE4'
