import { ACCESS_NEEDS, type AccessNeed } from '../facts'
import type { Policy } from '../policy'
import { discuss, eligible, notApplicable, type Rule, stated } from '../rule'
import { listed } from '../../words/english'

type Access = NonNullable<Policy['access']>
type Met = 'yes' | 'no' | null

const NEED_WORDS: Readonly<Record<AccessNeed, string>> = {
  wheelchair: 'wheelchair access',
  level_access: 'level access',
  lift: 'a lift',
  no_stairs: 'no stairs',
}

const MET: Readonly<Record<AccessNeed, (access: Access) => Met>> = {
  wheelchair: access => access.wheelchair,
  level_access: access => access.levelAccess,
  lift: access => (access.stairs === 'no' ? 'yes' : access.lift),
  no_stairs: access => (access.lift === 'yes' ? 'yes' : opposite(access.stairs)),
}

/** Access never refuses: a need unmet or not stated is talked over. */
export const accessRule: Rule = {
  criterion: 'access',
  title: 'Access',
  tier: 2,
  unknowns: ['accessNeeds'],
  decide({ accessNeeds: needs }, { access }) {
    const unmet = (needs ?? ACCESS_NEEDS).filter(need => metBy(access, need) !== 'yes')
    if (needs === null)
      return unmet.length === 0
        ? eligible('Every access need met', 1)
        : discuss('Access needs not known', ['accessNeeds'])
    if (needs.length === 0) return notApplicable('No access needs')
    if (unmet.length === 0) return eligible(`Has ${listed(needs.map(need => NEED_WORDS[need]))}`)
    const stated = unmet.filter(need => metBy(access, need) === 'no')
    return stated.length > 0
      ? discuss(`Needs ${listed(stated.map(need => NEED_WORDS[need]))}, which they do not have: talk it over`)
      : discuss(`Needs ${listed(unmet.map(need => NEED_WORDS[need]))}: they do not say, ask`)
  },
  describePolicy({ access }) {
    return stated('Access', access && policyWords(access))
  },
  describeFact({ accessNeeds }) {
    if (accessNeeds === null) return 'Not known'
    return accessNeeds.length === 0 ? 'None' : `Needs ${listed(accessNeeds.map(need => NEED_WORDS[need]))}`
  },
}

/** Whether a need is met, is not, or null where they do not say. */
export function metBy(access: Policy['access'], need: AccessNeed): Met {
  return access === null ? null : MET[need](access)
}

function opposite(answer: Met): Met {
  if (answer === null) return null
  return answer === 'yes' ? 'no' : 'yes'
}

function policyWords({ wheelchair, levelAccess, lift, stairs }: Access): string | null {
  const named = [
    ['wheelchair access', wheelchair],
    ['level access', levelAccess],
    ['lift', lift],
    ['stairs', stairs],
  ] as const
  const words = named.filter(([, answer]) => answer !== null).map(([name, answer]) => `${name} ${answer}`)
  return words.join(', ') || null
}
