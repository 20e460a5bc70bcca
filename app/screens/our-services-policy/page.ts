import { RULES } from '~/domain/eligibility/rules'
import type { ServiceFacts } from '~/domain/eligibility/service-facts'
import { isPolicyVerified } from '~/domain/eligibility/policy-verified'
import type { KeptPolicy } from '~/domain/policy/kept-policy.server'
import { sayValue } from '~/domain/policy/policy-changes'
import type { PolicyVersion } from '~/domain/policy/policy-history.server'
import { POLICY_TOPIC_CODES, policyTopic, type PolicyTopicCode } from '~/domain/policy/policy-topics'
import { type PolicyValues, statesNothing, valuesOf } from '~/domain/policy/policy-values'
import { formatDayLong, londonDay, relativeInstant } from '~/domain/time/calendar'
import { inSentence, sentence } from '~/domain/words/english'
import type { ServiceTurning } from '~/domain/unmet-need/publishing/turned-away.server'
import { turnedAwayLines } from '~/screens/service/turned-away'

interface PolicyRow {
  key: string
  /** Null for "not stated". */
  value: string | null
  turnedAway: string | null
}

export interface TopicShown {
  topic: PolicyTopicCode
  title: string
  rows: PolicyRow[]
}

export interface PolicyPage {
  serviceId: string
  name: string
  topics: TopicShown[]
  isUnreadable: boolean
  /** No rule is stated, so that there is nothing to verify. */
  statesNothing: boolean
  verified: { words: string; isCurrent: boolean }
  mayState: boolean
  version: number
  history: { id: string; at: string; when: string; by: string; lines: string[] }[]
}

/** What a description says without its title is the value; the title of a rule heads it. */
const OF_THE_SERVICE: Omit<ServiceFacts, 'id' | 'kind'> = {
  authorities: [],
  locatedIn: [],
  near: null,
  supportLevel: null,
  staffing: null,
  policyVerifiedAt: null,
}

/** The whole policy in words, topic by topic, with who verified it and how it came to be so. */
export function policyPage(
  kept: KeptPolicy,
  turning: ServiceTurning | null,
  history: readonly PolicyVersion[],
  now: Date,
): PolicyPage {
  return {
    serviceId: kept.service.id,
    name: kept.service.name,
    topics: POLICY_TOPIC_CODES.map(topic => topicShown(topic, kept, turning)),
    isUnreadable: kept.isUnreadable,
    statesNothing: statesNothing(kept),
    verified: verifiedWords(kept.verified, now),
    mayState: kept.mayState,
    version: kept.version,
    history: history.map(version => versionShown(version, now)),
  }
}

/** One topic in words, as the page of the whole policy and the form of the topic show it. */
export function topicShown(
  topic: PolicyTopicCode,
  kept: KeptPolicy,
  turning: ServiceTurning | null,
): TopicShown {
  const { title, criteria } = policyTopic(topic)
  const lines = turnedAwayLines(turning)
  const of = (criterion: (typeof criteria)[number]) => RULES.filter(rule => rule.criterion === criterion)
  const rows = criteria
    .filter(criterion => criterion !== 'support_level')
    .flatMap(of)
    .map(rule => ({
      ...statedOf(rule.describePolicy(kept.policy, { ...OF_THE_SERVICE, ...kept.service })),
      turnedAway: lines[rule.criterion] ?? null,
    }))
  return { topic, title, rows: [...rows, ...restOf(topic, valuesOf(kept))] }
}

/** What no criterion says by itself: the hours of support, and notes. */
function restOf(topic: PolicyTopicCode, values: PolicyValues): PolicyRow[] {
  const name = ({ support: 'supportHours', notes: 'notes' } as const)[topic as 'support' | 'notes']
  if (!name) return []
  const words = sayValue(name, values[name])
  const key = name === 'notes' ? 'In your own words' : 'Hours of support a week'
  return [{ key, value: words === NOT_STATED ? null : words, turnedAway: null }]
}

const NOT_STATED = 'not stated'

/** 'Arson: case by case' as a key and what is stated of it. */
function statedOf(words: string): { key: string; value: string | null } {
  const at = words.indexOf(': ')
  const value = words.slice(at + 2)
  return { key: words.slice(0, at), value: value === NOT_STATED ? null : sentence(value) }
}

function verifiedWords(verified: KeptPolicy['verified'], now: Date): PolicyPage['verified'] {
  if (!verified) return { words: 'Nobody has verified it yet', isCurrent: false }
  const day = formatDayLong(londonDay(verified.at))
  return {
    words: `Verified on ${day}${byWords(verified)}`,
    isCurrent: isPolicyVerified(verified.at, now),
  }
}

function byWords({ by, byLink }: { by: string | null; byLink: boolean }): string {
  if (!byLink) return by === null ? '' : ` by ${by}`
  return ` by the link sent to ${by ?? 'the team’s address'}`
}

function versionShown({ id, at, by, byLink, isVerified, changes }: PolicyVersion, now: Date) {
  const lines = changes.map(({ label, from, to }) => `${label}: ${inSentence(from)} → ${inSentence(to)}`)
  return {
    id,
    at: at.toISOString(),
    when: sentence(relativeInstant(at, now)),
    by: byLink ? `by the link sent to ${by ?? 'the team’s address'}` : (by ?? 'Throughgate'),
    lines: isVerified ? [...lines, 'The whole policy was verified'] : lines,
  }
}

export const VERIFIED_TODAY = 'The policy is verified as of today'

export const NOTHING_STATED =
  'Nothing was verified: every answer is “not stated”, so there is nothing that could be right. State whom you take on at least one page of the policy, then verify it'

interface Done {
  isChanged: boolean
  hidesPlaces: boolean
  hasOpen: boolean
}

/** What is said of what was done, and of what follows where something does. */
export function doneWords({ isChanged, hidesPlaces, hasOpen }: Done, isVerified: boolean): string {
  const changed = isVerified
    ? 'The policy is changed, and the whole of it is verified as of today'
    : 'The policy is changed'
  const same = isVerified ? VERIFIED_TODAY : 'Nothing was changed: the policy said that already'
  return [
    isChanged ? changed : same,
    ...(hidesPlaces
      ? ['It is for women only now, so its places are hidden until an editor has decided with you']
      : []),
    ...(isChanged && hasOpen
      ? ['Its open referrals are looked at again, and whoever waits for one is told where an answer changes']
      : []),
  ].join('. ')
}

export const SAVED_FIRST =
  'Somebody changed this policy while you had it open, so yours is not saved. Look at both, then save again'
