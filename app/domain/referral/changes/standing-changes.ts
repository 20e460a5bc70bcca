import type { Criterion, DecidedAnswer, Decision } from '../../eligibility/decision'
import type { FactField, Tier } from '../../eligibility/facts'
import type { Side } from '../referral'
import type { Change, ChangeCause } from './compare-decisions'
import { rungAt } from './rung-at'

/** What has changed since a referral was sent, out of every change that was noted. Safe for the browser. */

/** One noting: what a saved topic or a moved date changed in one referral, as far as the reader may see it. */
export interface NotedChange {
  id: string
  changedAt: Date
  told: boolean
  passedOn: boolean
  /** The highest tier of what the provider is told. */
  tier: Tier
  historyId: string | null
  referrerReadAt: Date | null
  providerReadAt: Date | null
  settledAt: Date | null
  /** The facts that were saved anew, but for those that never make a notice. */
  changedFacts: readonly FactField[]
  details: readonly NotedDetail[]
}

/** `silent` is the referring team's alone: what avoid, abuse and women-only answers change makes no notice. */
export type NotedDetail = Change & { silent: boolean; cause: ChangeCause }

/** From the day of the referral to now, with when it last changed and what the provider learns of it. */
export type StandingChange = NotedDetail & { at: Date; passedOn: boolean }

/** How a referral differs, to one reader, from the day it was sent. */
export interface Standing {
  changes: StandingChange[]
  /** To a provider: something changed that he may not read here, whether or not anything comes out otherwise by it. */
  somethingToTell: boolean
  /** To a provider: facts saved anew that she does not agree to pass on. The database withholds them: `readable_triage` and its like. */
  withheld: FactField[]
  /** How many notings the reader's side has not said it has read. */
  unread: number
  /** How many notings the reader can see at all: a form carries it. */
  seen: number
  /** To a provider: when it said that it had rung of all there is to tell; null while it has not. */
  rungAt: Date | null
}

/** Puts the notings of one referral together, oldest first, for a reader of a side and a tier. */
export function standingFor(side: Side, tier: Tier, noted: readonly NotedChange[]): Standing {
  const live = noted.filter(each => each.settledAt === null)
  const unread = live.filter(
    each => (side === 'referrer' ? each.referrerReadAt : each.providerReadAt) === null,
  )
  const isClosed = (each: NotedChange) => !each.passedOn || each.tier > tier
  const withheld = side === 'provider' ? withheldFacts(noted) : []
  return {
    changes: standingChanges(noted),
    somethingToTell: side === 'provider' && (withheld.length > 0 || live.some(isClosed)),
    withheld,
    unread: unread.length,
    seen: noted.length,
    rungAt:
      side === 'provider' ? rungAt(noted.filter(each => isClosed(each) && isToTell(each, withheld))) : null,
  }
}

/** What is settled says nothing any more, but for what is withheld with it to this day. */
function isToTell(
  { settledAt, passedOn, changedFacts }: NotedChange,
  withheld: readonly FactField[],
): boolean {
  return settledAt === null || (!passedOn && changedFacts.some(field => withheld.includes(field)))
}

/** Saved anew and passed on, a fact is open again; never by itself, whatever comes out of it. */
export function withheldFacts(noted: readonly NotedChange[]): FactField[] {
  const withheld = new Set<FactField>()
  for (const { changedFacts, passedOn } of noted) {
    for (const field of changedFacts) withheld[passedOn ? 'delete' : 'add'](field)
  }
  return [...withheld]
}

/** Changes to be passed on, each from what the provider read last: what she did not agree to pass on in between is not told by its end. */
export function fromLastRead<Each extends Change>(
  changes: readonly Each[],
  noted: readonly NotedChange[],
): Each[] {
  return changes.map(change => {
    const own = noted.flatMap(({ details, passedOn }) =>
      details
        .filter(({ criterion, silent }) => criterion === change.criterion && !silent)
        .map(({ before, after }) => ({ before, after, passedOn })),
    )
    const read = own.filter(({ passedOn }) => passedOn).at(-1)?.after ?? own[0]?.before
    return read ? { ...change, before: read } : change
  })
}

/** To the referring team, which reads them all: each noting from where the one before left it, not from what the provider read last. */
export function fromWhereItStood(noted: readonly NotedChange[]): NotedChange[] {
  const stood = new Map<string, NotedDetail['after']>()
  const key = ({ criterion, silent }: NotedDetail) => `${criterion} ${silent}`
  return noted.map(each => {
    const details = each.details.map(detail => ({
      ...detail,
      before: stood.get(key(detail)) ?? detail.before,
    }))
    for (const detail of details) stood.set(key(detail), detail.after)
    return { ...each, details }
  })
}

/** For each criterion where it began and where it stands; one that is again as it was is left out. */
export function standingChanges(noted: readonly NotedChange[]): StandingChange[] {
  const byCriterion = new Map<string, StandingChange>()
  for (const { details, changedAt: at, passedOn } of noted) {
    const silentLast = [...details].sort((a, b) => Number(a.silent) - Number(b.silent))
    for (const detail of silentLast) {
      const first = byCriterion.get(detail.criterion)
      const merged = { ...detail, before: first?.before ?? detail.before, at, passedOn }
      byCriterion.set(detail.criterion, { ...merged, tier: higher(first?.tier, detail.tier) })
    }
  }
  return [...byCriterion.values()].filter(({ before, after }) => before.outcome !== after.outcome)
}

/** A stored decision as it stands after the changes the reader may see, beside the policy as it is now where that is given. */
export function decisionSince(
  decision: Decision,
  changes: readonly StandingChange[],
  rules: ReadonlyMap<Criterion, string> | null = null,
): Decision {
  const overall = changes.find(change => change.criterion === 'overall')?.after.outcome
  const answers = decision.answers.map(answer => ({
    ...answerSince(answer, changes),
    policy: rules?.get(answer.criterion) ?? answer.policy,
  }))
  return {
    ...decision,
    outcome: overall && overall !== 'not_applicable' ? overall : decision.outcome,
    answers,
  }
}

function answerSince(answer: DecidedAnswer, changes: readonly StandingChange[]): DecidedAnswer {
  const change = changes.find(each => each.criterion === answer.criterion)
  return change ? { ...answer, ...change.after, missing: [] } : answer
}

function higher(one: Tier | undefined, other: Tier): Tier {
  return one !== undefined && one > other ? one : other
}
