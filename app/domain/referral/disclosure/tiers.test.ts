import { describe, expect, it } from 'vitest'
import { type FactField, PersonFacts, type Tier, tierOf } from '../../eligibility/facts'
import { splitFacts, mergeFacts } from '../../eligibility/facts-by-tier'
import { glanceRows, openedSections, referralPreview } from './sections'
import { DISCLOSED, type DisclosedPerson, readableAt, type Row } from './tiers'

const TODAY = '2026-11-22'
const TIERS = [1, 2, 3] as const
const FIELDS = Object.keys(PersonFacts.shape) as FactField[]

/** A woman of whom everything is known, nothing twice the same. */
const KNOWN = PersonFacts.parse({
  sex: 'female',
  ageBand: '30_39',
  ageAtRelease: { min: 36, max: 36 },
  release: { from: '2026-12-30', to: '2026-12-30' },
  couple: 'no',
  childrenPlan: 'live_in',
  children: [{ age: { min: 4, max: 4 }, sex: 'boy' }],
  pregnancy: 'yes',
  dueMonth: '2027-03',
  pets: 'dog',
  petCouldBeFostered: true,
  preferredAuthorities: ['E08000024'],
  arson: 'conviction',
  arsonYear: 2019,
  sexualOffence: 'none',
  offencesAgainstChildren: 'none',
  violence: 'low',
  violenceLastYear: 2021,
  violenceTargets: ['partner'],
  rosh: 'medium',
  roshAssessedOn: '2026-10-01',
  curfew: 'yes',
  supervisedOst: 'no',
  funding: 'housing_benefit',
  status: 'sentenced',
  unspentConviction: 'yes',
  lastConvictionMonth: '2025-05',
  substances: 'ost',
  injecting: 'past',
  recourse: 'yes',
  accessNeeds: ['lift'],
  homeAuthority: 'E08000021',
  localConnection: [{ authority: 'E08000021', ground: 'family' }],
  careLeaver: 'no',
  veteran: 'no',
  mentalHealth: 'no',
  learningDisability: 'no',
  licenceExclusions: [{ authority: 'E06000001', extent: 'whole' }],
  licenceKeepAwayFrom: ['park'],
  arrearsPence: 25_000,
  canPayCharge: 'yes',
  supportNeed: 'high',
  contactPermitted: 'yes',
  needsWomenOnly: 'yes',
  abuse: 'past',
  fleeingViolence: 'no',
  domesticAbusePerpetrator: 'none',
  avoid: { authorities: ['E06000004'], serviceIds: ['0b0e8c1e-6f43-4c57-9be5-0a1a6a3f2f11'] },
  avoidAreasTold: true,
})

/** What the database gives a reader of a tier. */
function readAt(tier: Tier, facts: PersonFacts = KNOWN): DisclosedPerson {
  const { triage, need, safety } = splitFacts(facts)
  return {
    reference: null,
    prisonCode: 'LNI',
    releaseOn: '2026-12-30',
    releaseConfidence: 'firm',
    identity:
      tier < 2
        ? null
        : { name: 'Petra Quill', prisonNumber: 'Z4321AB', dateOfBirth: '1990-04-03', crn: 'X123456' },
    custody: tier < 2 ? null : { custodyStatus: 'sentenced' },
    facts: mergeFacts({ triage, ...(tier >= 2 && { need }), ...(tier >= 3 && { safety }) }),
  }
}

function pageAt(tier: Tier, facts: PersonFacts = KNOWN): Row[] {
  const person = readAt(tier, facts)
  const opened = openedSections(person, tier, TODAY).flatMap(section =>
    section.groups.flatMap(({ rows }) => rows),
  )
  return [...glanceRows(person, tier, TODAY), ...opened]
}

function previewAt(tier: Tier, facts: PersonFacts = KNOWN): Row[] {
  return referralPreview(readAt(3, facts), TODAY)[tier - 1]?.lines ?? []
}

describe('the table of what a provider reads', () => {
  it('tells triage these words and no others', () => {
    expect(pageAt(1)).toEqual([
      { key: 'Reference', value: 'Given when it is sent' },
      { key: 'Who', value: 'Woman, 30–39' },
      { key: 'Leaves', value: 'HMP & YOI Low Newton' },
      { key: 'Release', value: 'Week of Mon 28 December · firm' },
      { key: 'Preferred areas', value: 'Sunderland' },
      {
        key: 'Household',
        value: 'With one child under 5, pregnant, with a dog, which could be fostered for a time',
      },
      { key: 'Support', value: 'High: support most days' },
      { key: 'Money', value: 'Housing Benefit or Universal Credit' },
      { key: 'Curfew or tag', value: 'Yes' },
      { key: 'Supervised OST', value: 'No' },
      {
        key: 'Risk in bands',
        value:
          'RoSH: medium · Violence: low · Arson: a conviction · Sexual offence: none · Against children: none',
      },
    ])
  })

  it('opens the day, the name, the number, the CRN and the status at tier 2', () => {
    expect(previewAt(2).slice(0, 7)).toEqual([
      { key: 'Release', value: 'Wed 30 December (in 38 days) · firm' },
      { key: 'Name', value: 'Petra Quill' },
      { key: 'Date of birth', value: '3 April 1990' },
      { key: 'Prison number', value: 'Z4321AB' },
      { key: 'CRN', value: 'X123456' },
      { key: 'Status', value: 'Sentenced' },
      { key: 'Home area', value: 'Newcastle upon Tyne' },
    ])
    expect(pageAt(2)).toContainEqual({ key: 'Children’s ages and sex', value: 'Boy, 4' })
  })

  it('names a fact in one row of its tier or more, and “leaving prison” in none: everybody here is', () => {
    for (const field of FIELDS.filter(each => each !== 'fromPrison')) {
      const lowest = Math.min(...DISCLOSED.filter(row => row.fields.includes(field)).map(row => row.tier))
      expect([field, lowest]).toEqual([field, tierOf(field)])
    }
  })

  it.each([
    [1, 'childBands', true],
    [1, 'children', false],
    [1, 'release', false],
    [1, 'releaseWeek', true],
    [1, 'supportNeed', true],
    [1, 'crn', false],
    [2, 'children', true],
    [2, 'crn', true],
    [1, 'veteran', false],
    [1, 'careLeaver', false],
    [2, 'veteran', true],
    [2, 'mentalHealth', true],
    [2, 'learningDisability', true],
    [2, 'abuse', false],
    [3, 'abuse', true],
  ] as const)('tier %i may read %s: %s', (tier, field, may) => {
    expect(readableAt(tier, field)).toBe(may)
  })
})

describe('what is shown before she agrees, and the provider’s page', () => {
  it.each(TIERS)('are the same at tier %i', tier => {
    const promised = TIERS.filter(each => each <= tier).flatMap(each => previewAt(each))
    const replaced = tier >= 2 ? [{ key: 'Release', value: 'Week of Mon 28 December · firm' }] : []
    const shown = [...replaced, ...pageAt(tier)]
    expect(sorted(shown)).toEqual(sorted(promised))
  })

  it.each(FIELDS)('agree on %s where it alone is not known', field => {
    const facts = { ...KNOWN, [field]: PersonFacts.parse({})[field] }
    for (const tier of TIERS) {
      const promised = TIERS.filter(each => each <= tier).flatMap(each => previewAt(each, facts))
      const known = pageAt(tier, facts).filter(({ value }) => value !== 'Not known yet')
      for (const row of known) expect(promised).toContainEqual(row)
      for (const row of promised.filter(({ key }) => key !== 'Release')) expect(known).toContainEqual(row)
    }
  })
})

describe('what she avoids', () => {
  it('is told as areas alone, to the assessor alone, and only where she says so', () => {
    expect(pageAt(3)).toContainEqual({ key: 'Areas to avoid', value: 'Stockton-on-Tees' })
    expect(previewAt(3)).toContainEqual({ key: 'Areas to avoid', value: 'Stockton-on-Tees' })
    const untold = { ...KNOWN, avoidAreasTold: false }
    for (const tier of TIERS)
      expect(JSON.stringify([pageAt(tier, untold), previewAt(tier, untold)])).not.toMatch(/avoid|Stockton/i)
  })

  it('is never counted: a service to avoid is told to nobody', () => {
    const serviceIds = ['0b0e8c1e-6f43-4c57-9be5-0a1a6a3f2f11']
    const services = { ...KNOWN, avoid: { authorities: [], serviceIds } }
    for (const tier of TIERS)
      expect(JSON.stringify([pageAt(tier, services), previewAt(tier, services)])).not.toMatch(
        /to avoid|1 service/i,
      )
  })
})

function sorted(rows: readonly Row[]): string[] {
  return rows.map(({ key, value }) => `${key}: ${value}`).sort()
}

describe('the preview of a referral', () => {
  it.each(TIERS)('names every row that the page of tier %i has, whatever is known', tier => {
    for (const facts of [KNOWN, PersonFacts.parse({})]) {
      const read = referralPreview(readAt(3, facts), TODAY).slice(0, tier)
      const named = read.flatMap(({ lines, notKnown, notApplying }) => [
        ...lines.map(({ key }) => key),
        ...notKnown,
        ...notApplying,
      ])
      const onThePage = pageAt(tier, facts).map(({ key }) => key)
      expect(onThePage.filter(key => !named.includes(key))).toEqual([])
    }
  })

  it('of somebody of whom nothing is known says what stands on the page as not known yet', () => {
    const [triage] = referralPreview(readAt(3, PersonFacts.parse({})), TODAY)
    expect(triage?.notKnown).toEqual(['Support', 'Money', 'Curfew or tag', 'Supervised OST'])
  })
})
