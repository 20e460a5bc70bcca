import { addDays, type Day, daysBetween, type DayWindow, lastDayOfMonth } from '../../time/calendar'
import type { PersonFacts } from '../facts'
import { type Answer, discuss, eligible, notApplicable, notEligible, type Rule, stated } from '../rule'

const FULL_TERM_WEEKS = 40
const APPROACHING_WEEKS = 4
const LATE_BIRTH_DAYS = 14

/** Pregnancy in weeks at release, worked out from the month the baby is due (tier 2). */
export const pregnancyRule: Rule = {
  criterion: 'pregnancy',
  title: 'Pregnancy',
  tier: 1,
  unknowns: ['pregnancy', 'dueMonth', 'release'],
  decide(facts, { pregnancy: policy }, _service, today) {
    if (facts.sex === 'male' || facts.pregnancy === 'no') return notApplicable()
    if (policy !== null && policy.toWeek === null) return eligible('Takes women at any week of pregnancy')
    if (facts.pregnancy === 'unknown') return discuss('Not known whether pregnant', ['pregnancy'])
    if (policy === null || policy.toWeek === null)
      return discuss('They do not say whether they take women who are pregnant: ask')
    return toWeek(facts, policy.toWeek, today)
  },
  describePolicy({ pregnancy }) {
    if (pregnancy === null) return stated('Pregnancy', null)
    return stated(
      'Pregnancy',
      pregnancy.toWeek === null ? 'accepted' : `accepted to week ${pregnancy.toWeek}`,
    )
  },
  describeFact({ pregnancy }) {
    return { yes: 'Pregnant', no: 'Not pregnant', unknown: 'Not known' }[pregnancy]
  },
}

function toWeek({ dueMonth, release }: PersonFacts, limit: number, today: Day): Answer {
  const reason = `Weeks of pregnancy at release not known: they take women to week ${limit}`
  if (dueMonth === null) return discuss(reason, release === null ? ['dueMonth', 'release'] : ['dueMonth'])
  if (release !== null) return weeksAtRelease(dueMonth, release, limit)
  // Where a release today would already come too late, no date settles it.
  const soonest = weeksAtRelease(dueMonth, { from: today, to: today }, limit)
  return discuss(reason, soonest.outcome === 'eligible' ? ['release'] : [])
}

function weeksAtRelease(dueMonth: string, release: DayWindow, limit: number): Answer {
  if (release.from > addDays(lastDayOfMonth(dueMonth), LATE_BIRTH_DAYS))
    return discuss('The baby is due before release: answer for the baby under children', [], 2)
  const earliest = weekOn(release.from, lastDayOfMonth(dueMonth))
  const latest = weekOn(release.to, `${dueMonth}-01`)
  const at = `About week ${earliest === latest ? latest : `${earliest} to ${latest}`} at release`
  if (earliest > limit) return notEligible(`${at}: past their limit of week ${limit}`, 2)
  return latest > limit - APPROACHING_WEEKS
    ? discuss(`${at}: close to their limit of week ${limit}`, [], 2)
    : eligible(`${at}: they take women to week ${limit}`, 2)
}

/** Completed weeks of pregnancy on a day, for a baby due on another. */
function weekOn(day: Day, due: Day): number {
  return Math.floor(FULL_TERM_WEEKS - daysBetween(day, due) / 7)
}
