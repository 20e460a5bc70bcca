import { isContactAsked } from '../eligibility/child-contact'
import { weigh } from '../eligibility/decide'
import type { Criterion, DecidedAnswer, Decision } from '../eligibility/decision'
import type { FactField, PersonFacts, Tier } from '../eligibility/facts'
import type { Policy } from '../eligibility/policy'
import { policyVerifiedAnswer } from '../eligibility/policy-verified'
import { type Answer, combine, discuss, eligible, notApplicable, notEligible } from '../eligibility/rule'
import { RULES } from '../eligibility/rules'
import type { ServiceFacts } from '../eligibility/service-facts'
import { type Day, londonDay } from '../time/calendar'
import { prisonName } from '../area/region'
import { matchAudience } from './audience-match'
import {
  type Audience,
  AUDIENCE_LABELS,
  AUDIENCES,
  type DeliveredIn,
  INSIDE_PRISON,
  isAgeBand,
} from './programme'
import { isStated } from './stated-limits'
import { type Run, timeToFinish } from './time-to-finish'

/** What a decision reads of a programme. Null is "not stated". */
export interface ProgrammeFacts {
  deliveredIn: readonly string[]
  prisonCodes: readonly string[]
  audiences: readonly string[]
  takesRemand: boolean | null
  minimumStayWeeks: number | null
  childContactClearance: boolean | null
  rotl: string | null
  /** Whether any cohort still takes referrals; null where the programme runs without cohorts. */
  hasOpenCohort: boolean | null
  cohorts: readonly Run[]
}

/** The programme as it stands to one person: the prison is the one she or he is held in. */
interface Asked {
  facts: PersonFacts
  programme: ProgrammeFacts
  prisonCode: string
  today: Day
}

interface ProgrammeRule {
  criterion: Criterion
  title: string
  tier: Tier
  decide(asked: Asked): Answer
}

const PROGRAMME_RULES: readonly ProgrammeRule[] = [
  { criterion: 'programme_audience', title: 'Who it is for', tier: 2, decide: audience },
  { criterion: 'programme_prison', title: 'Where it runs', tier: 1, decide: whereItRuns },
  { criterion: 'programme_time', title: 'Time to finish', tier: 1, decide: enoughTime },
  { criterion: 'remand', title: 'People on remand', tier: 2, decide: remand },
  { criterion: 'child_contact', title: 'Contact with children', tier: 2, decide: childContact },
  { criterion: 'rotl', title: 'Temporary licence (ROTL)', tier: 1, decide: temporaryLicence },
]

/** Decides one person for one family or parenting programme, in the same shape as for a place to live. Pure. */
export function decideProgramme(
  facts: PersonFacts,
  policy: Policy,
  service: ServiceFacts,
  programme: ProgrammeFacts,
  prisonCode: string,
  now: Date,
): Decision {
  const asked = { facts, programme, prisonCode, today: londonDay(now) }
  const own = PROGRAMME_RULES.map(rule => decided(rule, rule.decide(asked)))
  return weigh([
    ...sharedAnswers(facts, policy, service, asked.today),
    ...own,
    ...policyVerifiedAnswer(service, now),
  ])
}

function sharedAnswers(
  facts: PersonFacts,
  policy: Policy,
  service: ServiceFacts,
  today: Day,
): DecidedAnswer[] {
  return RULES.filter(rule => isStated(rule.criterion, policy, facts)).map(rule =>
    decided(
      rule,
      rule.decide(facts, policy, service, today),
      rule.describeFact(facts),
      rule.describePolicy(policy, service),
    ),
  )
}

function decided(
  { criterion, title, tier }: Pick<ProgrammeRule, 'criterion' | 'title' | 'tier'>,
  answer: Answer,
  known = '',
  policy = '',
): DecidedAnswer {
  const { outcome, reason, missing = [] } = answer
  return {
    criterion,
    title,
    outcome,
    tier: answer.tier ?? tier,
    reason,
    ...(answer.toProvider !== undefined && { toProvider: answer.toProvider }),
    knownTier: tier,
    known,
    policy,
    missing,
  }
}

/** Who the grown-up is and how old the children are is asked apart: where both are stated, one of each must match. */
function audience({ facts, programme }: Asked): Answer {
  const wanted = programme.audiences.filter(isAudience)
  if (wanted.length === 0) return notApplicable('They do not say whom it is for')
  const grownUps = wanted.filter(each => !isAgeBand(each))
  return combine([anyOf(grownUps, facts), anyOf(wanted.filter(isAgeBand), facts)], 2)
}

function anyOf(wanted: readonly Audience[], facts: PersonFacts): Answer {
  if (wanted.length === 0) return notApplicable()
  const words = audienceWords(wanted)
  const matches = wanted.map(each => matchAudience(each, facts))
  const own = wanted.filter((_, index) => matches[index]?.is === 'yes')
  if (own.length > 0) return eligible(`It is for ${audienceWords(own)}`)
  const open = matches.filter(match => match.is === 'unknown')
  if (open.length === 0) return notEligible(`It is for ${words}`)
  const missing = new Set<FactField>(open.flatMap(match => match.missing))
  return discuss(`It is for ${words}: ask`, open.every(match => match.missing.length > 0) ? [...missing] : [])
}

/** The audiences in a sentence. */
function audienceWords(audiences: readonly Audience[]): string {
  return audiences.map(each => AUDIENCE_LABELS[each].toLowerCase()).join(', ')
}

function whereItRuns({ programme, prisonCode }: Asked): Answer {
  if (programme.deliveredIn.length === 0) return discuss('They do not say where it runs: ask')
  if (!runsInsideOnly(programme)) return notApplicable('It also runs outside prison')
  if (programme.prisonCodes.length === 0) return discuss('They do not say in which prisons it runs: ask')
  if (programme.prisonCodes.includes(prisonCode)) return eligible(`It runs in ${prisonName(prisonCode)}`)
  return notEligible(`It runs in ${programme.prisonCodes.map(prisonName).join(', ')} only`)
}

/** Outside prison it goes on after release: only what runs inside alone has to be finished before. */
function enoughTime({ facts, programme, today }: Asked): Answer {
  if (programme.hasOpenCohort === false)
    return discuss('No cohort takes referrals now: ask when the next one starts')
  if (!runsInsideOnly(programme)) return notApplicable()
  const runs = programme.hasOpenCohort === null ? null : programme.cohorts
  return timeToFinish({ ...programme, runs }, facts.release, today)
}

function remand({ facts, programme }: Asked): Answer {
  if (facts.status !== 'remand' || programme.takesRemand === true) return notApplicable()
  return programme.takesRemand === false
    ? notEligible('It does not take people on remand')
    : discuss('They do not say whether they take people on remand: ask')
}

/** Where a child is present: not eligible until public protection records that contact is permitted (product.md, "The directory"). */
function childContact({ facts, programme }: Asked): Answer {
  if (programme.childContactClearance === false) return notApplicable()
  if (programme.childContactClearance === null) return clearanceNotStated(facts)
  if (facts.contactPermitted === 'yes') return eligible('Contact with children is recorded as permitted')
  return notEligible('A child is present: public protection must first record that contact is permitted')
}

function clearanceNotStated(facts: PersonFacts): Answer {
  if (facts.contactPermitted === 'yes') return notApplicable()
  const isAsked = facts.contactPermitted === 'unknown' && isContactAsked(facts)
  const missing: FactField[] = isAsked ? ['contactPermitted'] : []
  return discuss('They do not say whether a child is present: ask', missing)
}

function temporaryLicence({ programme }: Asked): Answer {
  return programme.rotl === 'required'
    ? discuss('It needs release on temporary licence (ROTL): ask the prison')
    : notApplicable()
}

function runsInsideOnly({ deliveredIn }: ProgrammeFacts): boolean {
  return deliveredIn.every(where => INSIDE_PRISON.includes(where as DeliveredIn))
}

function isAudience(text: string): text is Audience {
  return AUDIENCES.some(each => each === text)
}
