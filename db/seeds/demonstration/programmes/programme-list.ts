import { FOR_FATHERS } from './fathers'
import { IN_TOUCH } from './in-touch'
import { FOR_KIN } from './kin'
import { FAMILY_MENTORS } from './mentors'
import { FOR_MOTHERS } from './mothers'
import { OUTSIDE } from './outside'
import type { ProgrammeSketch } from './programme-sketch'
import { VISITORS_CENTRES } from './visitors-centres'

/** The family and parenting programmes of the demonstration, all invented. */
export const PROGRAMMES: ProgrammeSketch[] = [
  ...FOR_MOTHERS,
  ...FOR_FATHERS,
  ...IN_TOUCH,
  ...OUTSIDE,
  ...FOR_KIN,
  ...VISITORS_CENTRES,
  ...FAMILY_MENTORS,
]

export const PROGRAMME_PROVIDERS = PROGRAMMES.map(programme => programme.provider)
