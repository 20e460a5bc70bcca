import { describe, expect, it } from 'vitest'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import { mergeFacts, splitFacts } from '../../eligibility/facts-by-tier'
import { glanceRows, openedSections } from './sections'
import { DISCLOSED, type DisclosedPerson, type Row } from './tiers'

const TODAY = '2026-11-26'
const RING = 'The referrer has something to tell you: ring'

/** Of whom every question is answered, and none of them raises another. */
const PLAIN = PersonFacts.parse({
  sex: 'female',
  ageBand: '30_39',
  couple: 'no',
  childrenPlan: 'none',
  pregnancy: 'no',
  pets: 'none',
  arson: 'none',
  violence: 'none',
  rosh: 'not_assessed',
  funding: 'none',
  recourse: 'no',
})

/** What each fact becomes: one that another raises with that other, as a form saves them together. */
const BECOMES = {
  sex: { sex: 'male' },
  ageBand: { ageBand: '40_49' },
  couple: { couple: 'yes' },
  childrenPlan: { childrenPlan: 'live_in' },
  childBands: { childrenPlan: 'live_in', childBands: ['under_5'] },
  children: {
    childrenPlan: 'live_in',
    childBands: ['under_5'],
    children: [{ age: { min: 4, max: 4 }, sex: 'boy' }],
  },
  pregnancy: { pregnancy: 'yes' },
  dueMonth: { pregnancy: 'yes', dueMonth: '2027-03' },
  pets: { pets: 'dog' },
  petCouldBeFostered: { pets: 'dog', petCouldBeFostered: true },
  preferredAuthorities: { preferredAuthorities: ['E08000024'] },
  arson: { arson: 'conviction' },
  arsonYear: { arson: 'conviction', arsonYear: 2019 },
  sexualOffence: { sexualOffence: 'conviction' },
  offencesAgainstChildren: { offencesAgainstChildren: 'conviction' },
  violence: { violence: 'high' },
  violenceLastYear: { violence: 'high', violenceLastYear: 2021 },
  violenceTargets: { violence: 'high', violenceTargets: ['partner'] },
  rosh: { rosh: 'very_high' },
  roshAssessedOn: { rosh: 'very_high', roshAssessedOn: '2026-10-01' },
  curfew: { curfew: 'yes' },
  supervisedOst: { supervisedOst: 'yes' },
  funding: { funding: 'own_money' },
  supportNeed: { supportNeed: 'high' },
  release: { release: { from: '2026-12-30', to: '2026-12-30' } },
  ageAtRelease: { ageAtRelease: { min: 36, max: 36 } },
  status: { status: 'remand' },
  unspentConviction: { unspentConviction: 'yes' },
  lastConvictionMonth: { lastConvictionMonth: '2025-05' },
  substances: { substances: 'active' },
  injecting: { injecting: 'current' },
  recourse: { recourse: 'yes' },
  accessNeeds: { accessNeeds: ['lift'] },
  homeAuthority: { homeAuthority: 'E08000021' },
  localConnection: { localConnection: [{ authority: 'E08000021', ground: 'family' }] },
  careLeaver: { careLeaver: 'yes' },
  veteran: { veteran: 'yes' },
  mentalHealth: { mentalHealth: 'yes' },
  learningDisability: { learningDisability: 'yes' },
  licenceExclusions: { licenceExclusions: [{ authority: 'E06000001', extent: 'whole' }] },
  licenceKeepAwayFrom: { licenceKeepAwayFrom: ['park'] },
  arrearsPence: { arrearsPence: 25_000 },
  canPayCharge: { canPayCharge: 'yes' },
  contactPermitted: { contactPermitted: 'yes' },
  needsWomenOnly: { needsWomenOnly: 'yes' },
  abuse: { abuse: 'past' },
  fleeingViolence: { fleeingViolence: 'yes' },
  domesticAbusePerpetrator: { domesticAbusePerpetrator: 'conviction' },
} satisfies Partial<Record<FactField, unknown>> as Partial<Record<string, Partial<PersonFacts>>>

/** No provider is ever told of these, so that she is never asked whether it may be. */
const NEVER_ASKED = ['avoid', 'avoidAreasTold']

const FACTS = [...new Set(DISCLOSED.flatMap(row => row.fields))].filter(field => field in PersonFacts.shape)
const OF_EACH_TIER = FACTS.filter(field => !NEVER_ASKED.includes(field)).flatMap(field =>
  ([1, 2, 3] as const).map(tier => [field, tier] as const),
)

describe('a fact that changes and is not passed on', () => {
  it.each(OF_EACH_TIER)('adds and takes no label: %s, at tier %i', (field, tier) => {
    const patch = BECOMES[field]
    if (!patch) throw new Error(`Say what ${field} becomes`)
    const other = { ...PLAIN, ...patch }
    const changed = Object.keys(patch) as FactField[]
    expect(labels(withheldFrom(other, changed), tier)).toEqual(labels(known(PLAIN), tier))
    expect(labels(withheldFrom(PLAIN, changed), tier)).toEqual(labels(known(other), tier))
  })

  it('says of a conviction for arson no more than of any other answer told in one row with it', () => {
    const arson = withheldFrom({ ...PLAIN, arson: 'conviction', arsonYear: 2019 }, ['arson', 'arsonYear'])
    const offence = withheldFrom({ ...PLAIN, sexualOffence: 'conviction' }, ['sexualOffence'])
    const told = rows(arson, 3)
    expect(told).toEqual(rows(offence, 3))
    expect(told.filter(({ value }) => value === RING).map(({ key }) => key)).toEqual([
      'Risk in bands',
      'Date of the risk of serious harm assessment',
      'Year of the arson conviction',
      'Year of the last violent incident',
      'Who the violence was towards',
    ])
  })

  it('of which no question is raised says that it does not apply, or that it is not known yet', () => {
    const year = (arson: 'none' | 'unknown') =>
      rows(known({ ...PLAIN, arson }), 3).find(({ key }) => key === 'Year of the arson conviction')?.value
    expect([year('none'), year('unknown')]).toEqual(['Does not apply', 'Not known yet'])
  })
})

function known(facts: PersonFacts): DisclosedPerson {
  return {
    reference: 'R-20877',
    prisonCode: 'LNI',
    releaseOn: '2026-12-30',
    releaseConfidence: 'firm',
    identity: { name: 'Petra Quill', prisonNumber: 'Z4321AB', dateOfBirth: '1990-04-03', crn: null },
    custody: { custodyStatus: 'sentenced' },
    facts: mergeFacts(splitFacts(facts)),
  }
}

/** As the database gives it: without the facts that are withheld, which are read as not known. */
function withheldFrom(facts: PersonFacts, withheld: FactField[]): DisclosedPerson {
  const left = Object.entries(facts).filter(([field]) => !withheld.some(each => each === field))
  return { ...known(facts), facts: PersonFacts.parse(Object.fromEntries(left)), withheld }
}

function rows(person: DisclosedPerson, tier: 1 | 2 | 3): Row[] {
  const groups = openedSections(person, tier, TODAY).flatMap(section => section.groups)
  return [...glanceRows(person, tier, TODAY), ...groups.flatMap(group => group.rows)]
}

function labels(person: DisclosedPerson, tier: 1 | 2 | 3): string[] {
  return rows(person, tier).map(({ key }) => key)
}
