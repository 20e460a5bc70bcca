import type { ProgrammeRule } from './rule'
import { audienceRule } from './rules/audience'
import { childContactRule } from './rules/child-contact'
import { prisonRule } from './rules/prison'
import { remandRule } from './rules/remand'
import { temporaryLicenceRule } from './rules/temporary-licence'
import { timeRule } from './rules/time'

/** Every criterion of a programme, in the order it is shown. */
export const PROGRAMME_RULES: readonly ProgrammeRule[] = [
  audienceRule,
  prisonRule,
  timeRule,
  remandRule,
  childContactRule,
  temporaryLicenceRule,
]
