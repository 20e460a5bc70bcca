import { prisonName } from '../../area/region'
import { discuss, eligible, notApplicable, notEligible } from '../../eligibility/rule'
import { runsInsideOnly } from '../programme-facts'
import type { ProgrammeRule } from '../rule'

export const prisonRule: ProgrammeRule = {
  criterion: 'programme_prison',
  title: 'Where it runs',
  tier: 1,
  decide({ programme, prisonCode }) {
    const { deliveredIn, prisonCodes } = programme
    if (deliveredIn.length === 0) return discuss('They do not say where it runs: ask')
    if (!runsInsideOnly(programme)) return notApplicable('It also runs outside prison')
    if (prisonCodes.length === 0) return discuss('They do not say in which prisons it runs: ask')
    if (prisonCodes.includes(prisonCode)) return eligible(`It runs in ${prisonName(prisonCode)}`)
    return notEligible(`It runs in ${prisonCodes.map(prisonName).join(', ')} only`)
  },
}
