import type { FactField, PersonFacts } from '../facts'
import type { ServiceFacts } from '../service-facts'
import { authorityName } from '../../area/region'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'
import { listed } from '../../words/english'

const POLICY_WORDS = {
  required: 'required',
  preferred: 'preferred',
  none: 'not needed',
  must_come_from_elsewhere: 'must come from elsewhere',
}

/** Abuse outranks local connection. Why an exception may apply is tier 3 and named nowhere: its words are always the same. */
const EXCEPTION = 'No local connection, but an exception may apply: ask them to consider it'

export const localConnectionRule: Rule = {
  criterion: 'local_connection',
  title: 'Local connection',
  tier: 2,
  unknowns: ['localConnection', 'homeAuthority'],
  decide(facts, { localConnection: policy }, service) {
    if (policy === null) return notApplicable()
    if (policy === 'none') return eligible('No local connection needed', 1)
    if (policy === 'must_come_from_elsewhere') return elsewhere(facts, service)
    if (isConnected(facts, service)) return eligible('Has a local connection to their area')
    if (policy === 'preferred') return eligible('A local connection helps but is not needed', 1)
    return required(facts, service)
  },
  describePolicy({ localConnection }) {
    return stated('Local connection', localConnection && POLICY_WORDS[localConnection])
  },
  describeFact({ localConnection }) {
    if (localConnection === null) return 'Not known'
    const areas = localConnection.map(connection => authorityName(connection.authority))
    return areas.length === 0 ? 'None' : `To ${listed(areas)}`
  },
}

function required(facts: PersonFacts, service: ServiceFacts): Answer {
  if (facts.localConnection === null)
    return discuss('They need a local connection: not known whether there is one', settledBy(service))
  if (service.authorities.length === 0)
    return discuss('They need a local connection but do not say to where: ask')
  return hasException(facts)
    ? discuss(EXCEPTION, [], 3)
    : notEligible('Needs a local connection to their area, and there is none')
}

/** Where a service covers no stated authority, no connection can be shown to be one to its area. */
function settledBy({ authorities }: ServiceFacts): FactField[] {
  return authorities.length === 0 ? [] : ['localConnection']
}

function elsewhere(facts: PersonFacts, service: ServiceFacts): Answer {
  if (service.authorities.length === 0)
    return discuss('They take people from elsewhere but do not say where they are: ask')
  const { homeAuthority, localConnection } = facts
  if (homeAuthority !== null && service.authorities.includes(homeAuthority))
    return notEligible('From their area, and they take people from elsewhere')
  if (isConnected(facts, service))
    return discuss('Has ties to their area, and they take people from elsewhere')
  const missing: FactField[] = []
  if (homeAuthority === null) missing.push('homeAuthority')
  if (localConnection === null) missing.push('localConnection')
  return missing.length === 0
    ? eligible('Comes from elsewhere, as they ask')
    : discuss('They take people from elsewhere: home area or ties to theirs not known', missing)
}

function isConnected({ localConnection }: PersonFacts, { authorities }: ServiceFacts): boolean {
  return (localConnection ?? []).some(connection => authorities.includes(connection.authority))
}

function hasException({ abuse, careLeaver, fleeingViolence }: PersonFacts): boolean {
  return abuse === 'past' || abuse === 'current' || careLeaver === 'yes' || fleeingViolence === 'yes'
}
