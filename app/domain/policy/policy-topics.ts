import type { Criterion } from '../eligibility/decision'
import type { PolicyFieldName } from './policy-fields'

export interface PolicyTopic {
  title: string
  fields: readonly PolicyFieldName[]
  /** The criteria of a decision that read it. */
  criteria: readonly Criterion[]
}

/** A policy, one topic a page, in the order in which it is read. Safe for the browser. */
const POLICY_TOPICS = {
  who: {
    title: 'Who it is for',
    fields: ['sex', 'sexNote', 'onlyFor'],
    criteria: ['sex', 'only_for'],
  },
  age: { title: 'Age', fields: ['ageMin', 'ageMax'], criteria: ['age'] },
  prison: {
    title: 'People from prison',
    fields: ['peopleFromPrison', 'convictions', 'convictionsMonths'],
    criteria: ['people_from_prison', 'convictions'],
  },
  offences: {
    title: 'Offences',
    fields: ['arson', 'arsonYears', 'sexualOffence', 'offencesAgainstChildren', 'domesticAbusePerpetrator'],
    criteria: ['arson', 'sexual_offence', 'offences_against_children', 'domestic_abuse_perpetrator'],
  },
  harm: {
    title: 'Violence and risk of serious harm',
    fields: ['violence', 'violenceAbove', 'violenceYears', 'violenceTowards', 'rosh', 'roshAbove'],
    criteria: ['violence', 'rosh'],
  },
  substances: {
    title: 'Drugs and alcohol',
    fields: ['recovery', 'ost', 'active', 'injecting'],
    criteria: ['substances', 'injecting'],
  },
  children: {
    title: 'Children and pregnancy',
    fields: [
      'children',
      'childrenMost',
      'childrenHighestAge',
      'boysHighestAge',
      'pregnancy',
      'pregnancyToWeek',
    ],
    criteria: ['children', 'pregnancy'],
  },
  couples: { title: 'Couples and pets', fields: ['couple', 'pets'], criteria: ['couple', 'pets'] },
  access: {
    title: 'Access',
    fields: ['wheelchair', 'levelAccess', 'lift', 'stairs'],
    criteria: ['access'],
  },
  connection: {
    title: 'Local connection',
    fields: ['localConnection'],
    criteria: ['local_connection'],
  },
  money: {
    title: 'Money',
    fields: ['nrpf', 'funding', 'arrearsLimit', 'weeklyCharge'],
    criteria: ['nrpf', 'money'],
  },
  support: {
    title: 'Curfew and support',
    fields: ['curfew', 'supportHours'],
    criteria: ['curfew', 'support_level'],
  },
  notes: { title: 'Anything else', fields: ['notes'], criteria: [] },
} as const satisfies Record<string, PolicyTopic>

export type PolicyTopicCode = keyof typeof POLICY_TOPICS

export const POLICY_TOPIC_CODES = Object.keys(POLICY_TOPICS) as readonly PolicyTopicCode[]

export function policyTopic(code: PolicyTopicCode): PolicyTopic {
  return POLICY_TOPICS[code]
}

/** True when the text is the code of a topic, as it stands in an address. */
export function isPolicyTopicCode(text: string): text is PolicyTopicCode {
  return Object.hasOwn(POLICY_TOPICS, text)
}
