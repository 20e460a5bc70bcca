import type { Policy } from '../eligibility/policy'
import type { DocumentRow } from './document-rows.server'
import { ageBandsWithin } from '../directory/age-bands'

type Tagged = Pick<DocumentRow, 'languages' | 'staffing' | 'roomTypes' | 'audiences' | 'programmeType'>

/** What anyone may search a service by that is no facet, as tags: `pets:yes`, `language:polish`. Nothing is tagged that is not stated. */
export function publicTags(row: Tagged, policy: Policy): string[] {
  return [
    ...(policy.sex === null ? ['sex:not_stated'] : []),
    ...ageBandsWithin(policy.ageMin, policy.ageMax).map(band => `ages:${band}`),
    ...onlyForAges(policy),
    ...(policy.pets === null ? [] : [`pets:${policy.pets}`]),
    ...(policy.pregnancy === null ? [] : ['pregnancy:yes']),
    ...(policy.onlyFor ?? []).map(group => `for:${group}`),
    ...(row.languages ?? []).map(language => `language:${language.toLowerCase().replaceAll(' ', '_')}`),
    ...row.roomTypes.map(type => `room:${type}`),
    ...(/24/.test(row.staffing ?? '') ? ['staffed:24_hours'] : []),
    ...(policy.peopleFromPrison === 'no' ? [] : ['prison_leavers:not_refused']),
    ...(row.audiences ?? []).map(audience => `audience:${audience}`),
    ...(row.programmeType === null ? [] : [`programme:${row.programmeType}`]),
    ...(policy.access?.levelAccess === 'yes' ? ['access:level'] : []),
    ...(policy.access?.lift === 'yes' ? ['access:lift'] : []),
  ]
}

/** What only professionals may search by: what a policy says of risk, treatment, status and licence. */
export function professionalTags(policy: Policy): string[] {
  const { substances, nrpf, curfew, arson, injecting, sexualOffence } = policy
  return [
    ...(substances?.ost === 'yes' ? ['ost:yes'] : []),
    ...(substances?.active === 'yes' ? ['active_use:yes'] : []),
    ...(nrpf === 'accepts' || nrpf === 'funded_only' ? [`nrpf:${nrpf}`] : []),
    ...(curfew === 'yes' ? ['curfew:yes'] : []),
    ...(injecting === 'yes' ? ['injecting:yes'] : []),
    ...(arson !== null && arson.rule !== 'never' ? ['arson:considered'] : []),
    ...(sexualOffence !== null && sexualOffence !== 'never' ? ['sexual_offence:considered'] : []),
  ]
}

const YOUNG_TO = 25
const OLDER_FROM = 45

/** Kept for the young or for the older alone, by its limits. */
function onlyForAges({ ageMin, ageMax }: Policy): string[] {
  if (ageMax !== null && ageMax <= YOUNG_TO) return ['only_for_ages:young']
  return ageMin !== null && ageMin >= OLDER_FROM ? ['only_for_ages:older'] : []
}
