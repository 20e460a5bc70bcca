import { discuss, notApplicable } from '../../eligibility/rule'
import type { ProgrammeRule } from '../rule'

export const temporaryLicenceRule: ProgrammeRule = {
  criterion: 'rotl',
  title: 'Temporary licence (ROTL)',
  tier: 1,
  decide({ programme }) {
    return programme.rotl === 'required'
      ? discuss('It needs release on temporary licence (ROTL): ask the prison')
      : notApplicable()
  },
}
