import type { FactField, PersonFacts } from '../../eligibility/facts'
import { type Answer, combine, discuss, eligible, notApplicable, notEligible } from '../../eligibility/rule'
import { matchAudience } from '../audience-match'
import { type Audience, AUDIENCE_LABELS, AUDIENCES, isAgeBand } from '../programme'
import type { ProgrammeRule } from '../rule'
import { inSentence } from '../../words/english'

/** Who the grown-up is and how old the children are is asked apart: where both are stated, one of each must match. */
export const audienceRule: ProgrammeRule = {
  criterion: 'programme_audience',
  title: 'Who it is for',
  tier: 2,
  decide({ facts, programme }) {
    const wanted = programme.audiences.filter(isAudience)
    if (wanted.length === 0) return notApplicable('They do not say whom it is for')
    const grownUps = wanted.filter(each => !isAgeBand(each))
    return combine([anyOf(grownUps, facts), anyOf(wanted.filter(isAgeBand), facts)], 2)
  },
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
  return audiences.map(each => inSentence(AUDIENCE_LABELS[each])).join(', ')
}

function isAudience(text: string): text is Audience {
  return AUDIENCES.some(each => each === text)
}
