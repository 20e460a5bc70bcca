import type { Day } from '../time/calendar'
import given from './helplines.json'

/** A national helpline, as its operator or a government page prints it. */
export interface Helpline {
  name: string
  phone: string
  /** Whom it is for. */
  for: string
  /** Null where its page does not say: no page may guess. */
  hours: string | null
}

/** The national helplines, and no other number: public pages show these and services' own. */
export const HELPLINES: readonly Helpline[] = given.helplines

/** The day they were last checked with their operators. */
export const HELPLINES_CHECKED: Day = given.checked

/** For somebody who cannot wait: at the foot of every public page. */
const MOST_URGENT = ['Emergency', 'National Domestic Abuse Helpline (Refuge)', 'Samaritans']

export const URGENT_HELPLINES = HELPLINES.filter(({ name }) => MOST_URGENT.includes(name))
/** For whom somebody in prison is family. */
export const FAMILY_HELPLINES = HELPLINES.filter(({ name }) => /Families|Childline/.test(name))
