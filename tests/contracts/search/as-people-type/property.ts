import type { OnlyForGroup } from '~/domain/eligibility/only-for-groups'
import type { Policy } from '~/domain/eligibility/policy'
import type { Audience, ProgrammeType } from '~/domain/programme/programme'
import type { Pathway } from '~/domain/service/pathway'
import type { ServiceKind } from '~/domain/service/service-kind'

/** What the directory holds of a service, read beside the index: the index is what is being judged. */
export interface JudgedService {
  name: string
  provider: string
  kind: string
  pathways: readonly string[]
  /** ONS codes of the authorities it covers. */
  authorities: readonly string[]
  languages: readonly string[]
  wheelchair: boolean | null
  complexNeeds: string | null
  staffing: string | null
  outOfHours: boolean
  policy: Policy
  /** Of a family programme; empty of everything else. */
  programme: { type: string | null; prisons: readonly string[]; audiences: readonly string[] }
}

/** What a service may be asked to have. All that is given must hold; of a list, any one is enough. */
interface Asked {
  named: string
  provider: string
  kind: readonly ServiceKind[]
  pathway: Pathway
  covers: readonly string[]
  /** Covers none of these authorities: it is somewhere else altogether. */
  outside: readonly string[]
  sex: readonly Policy['sex'][]
  /** Takes somebody of this age, as far as its policy says. */
  age: number
  children: boolean
  couples: boolean
  pets: readonly Policy['pets'][]
  fromPrison: readonly Policy['peopleFromPrison'][]
  onlyFor: OnlyForGroup
  sexualOffence: readonly Policy['sexualOffence'][]
  nrpf: readonly Policy['nrpf'][]
  ost: readonly ('yes' | 'no' | null)[]
  activeUse: readonly ('yes' | 'no' | null)[]
  wheelchair: readonly (boolean | null)[]
  /** States that nobody has to climb a step. */
  levelAccess: boolean
  language: string
  complexNeeds: readonly (string | null)[]
  staffed: string
  outOfHours: boolean
  type: readonly ProgrammeType[]
  prison: string
  audience: readonly Audience[]
}

/** Some of it, and all that is given. */
export type Property = Partial<Asked>

type Rules = { [Key in keyof Asked]: (service: JudgedService, wanted: Asked[Key]) => boolean }

const HOLDS: Rules = {
  named: ({ name }, words) => name.includes(words),
  provider: ({ provider }, words) => provider.includes(words),
  kind: ({ kind }, kinds) => kinds.some(each => each === kind),
  pathway: ({ pathways }, pathway) => pathways.includes(pathway),
  covers: ({ authorities }, codes) => codes.some(code => authorities.includes(code)),
  outside: ({ authorities }, codes) => !codes.some(code => authorities.includes(code)),
  sex: ({ policy }, sexes) => sexes.includes(policy.sex),
  age: ({ policy }, age) => (policy.ageMin ?? 0) <= age && age <= (policy.ageMax ?? age),
  children: ({ policy }, live) => (policy.children?.rule === 'live_in') === live,
  couples: ({ policy }, taken) => (policy.couple === 'yes' || policy.couple === 'case_by_case') === taken,
  pets: ({ policy }, rules) => rules.includes(policy.pets),
  fromPrison: ({ policy }, rules) => rules.includes(policy.peopleFromPrison),
  onlyFor: ({ policy }, group) => policy.onlyFor?.includes(group) ?? false,
  sexualOffence: ({ policy }, rules) => rules.includes(policy.sexualOffence),
  nrpf: ({ policy }, rules) => rules.includes(policy.nrpf),
  ost: ({ policy }, rules) => rules.includes(policy.substances?.ost ?? null),
  activeUse: ({ policy }, rules) => rules.includes(policy.substances?.active ?? null),
  wheelchair: (service, said) => said.includes(service.wheelchair),
  levelAccess: ({ policy }, stated) => (policy.access?.levelAccess === 'yes') === stated,
  language: ({ languages }, language) => languages.includes(language),
  complexNeeds: (service, said) => said.includes(service.complexNeeds),
  staffed: ({ staffing }, words) => staffing?.includes(words) ?? false,
  outOfHours: (service, has) => service.outOfHours === has,
  type: ({ programme }, types) => types.some(each => each === programme.type),
  prison: ({ programme }, code) => programme.prisons.includes(code),
  audience: ({ programme }, audiences) => audiences.some(each => programme.audiences.includes(each)),
}

/** True when a service has everything the property asks for. */
export function has(service: JudgedService, property: Property): boolean {
  return (Object.keys(property) as (keyof Property)[]).every(key => holds(service, property, key))
}

function holds<Key extends keyof Asked>(service: JudgedService, property: Property, key: Key): boolean {
  const wanted: Asked[Key] | undefined = property[key]
  return wanted === undefined || HOLDS[key](service, wanted)
}
