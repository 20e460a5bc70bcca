import { describe, expect, it } from 'vitest'
import { PersonFacts } from '../eligibility/facts'
import { Policy } from '../eligibility/policy'
import type { ServiceFacts } from '../eligibility/service-facts'
import { decideProgramme } from './decide-programme'
import type { ProgrammeFacts } from './programme-facts'

const NOW = new Date('2026-11-22T10:00:00Z')
const SERVICE: ServiceFacts = {
  id: '1',
  kind: 'parenting_programme',
  authorities: ['E06000047'],
  locatedIn: [],
  near: null,
  supportLevel: null,
  staffing: null,
  policyVerifiedAt: NOW,
}
const COURSE: ProgrammeFacts = {
  deliveredIn: ['prison'],
  prisonCodes: ['LNI'],
  audiences: ['mothers', 'pregnant'],
  takesRemand: true,
  minimumStayWeeks: 4,
  childContactClearance: false,
  rotl: 'not_needed',
  hasOpenCohort: true,
  cohorts: [run('2026-12-21')],
}

function run(endsOn: string, changes: object = {}) {
  return { endsOn, left: 4, isOpen: true, ...changes }
}
const MOTHER = {
  sex: 'female',
  ageAtRelease: { min: 34, max: 34 },
  release: { from: '2026-12-28', to: '2026-12-28' },
  childrenPlan: 'live_in',
  children: [{ age: { min: 3, max: 3 }, sex: 'boy' }],
  pregnancy: 'no',
  status: 'sentenced',
}

function decide(facts: object = {}, programme: Partial<ProgrammeFacts> = {}, prison = 'LNI', stated = {}) {
  const person = PersonFacts.parse({ ...MOTHER, ...facts })
  const policy = Policy.parse({ sex: 'women', ageMin: 18, ...stated })
  const decision = decideProgramme(
    { facts: person, prisonCode: prison },
    { service: SERVICE, policy, programme: { ...COURSE, ...programme } },
    NOW,
  )
  const answer = decision.answers.find(
    each => each.outcome === decision.outcome && each.outcome !== 'eligible',
  )
  return { outcome: decision.outcome, reason: answer?.reason, missing: decision.missing }
}

describe('a parenting programme for a case', () => {
  it('takes a mother held where it runs, with time to finish', () => {
    expect(decide()).toEqual({ outcome: 'eligible', reason: undefined, missing: [] })
  })

  it('does not take somebody held elsewhere when it runs inside alone', () => {
    expect(decide({}, {}, 'DMI').reason).toBe('It runs in HMP & YOI Low Newton only')
    expect(decide({}, { deliveredIn: ['prison', 'community'] }, 'DMI').outcome).toBe('eligible')
  })

  it('takes nobody for a run that ends after the release', () => {
    const ending = (...cohorts: ReturnType<typeof run>[]) => decide({}, { cohorts })
    expect(ending(run('2027-01-04'))).toMatchObject({
      outcome: 'not_eligible',
      reason: 'The next run ends on 4 January 2027, after release',
    })
    expect(ending(run('2026-12-10', { isOpen: false }), run('2027-01-04')).outcome).toBe('not_eligible')
    expect(ending(run('2026-12-28')).outcome).toBe('eligible')
    expect(ending(run('2026-12-18', { left: 0 }))).toMatchObject({
      outcome: 'discuss',
      reason: 'The run that ends before release is full: ask',
    })
    expect(ending(run('2026-12-18', { left: 0 }), run('2026-12-28')).outcome).toBe('eligible')
  })

  it('asks where release may come before the end of the run, and where no date is known', () => {
    expect(decide({ release: { from: '2026-12-14', to: '2027-01-11' } })).toMatchObject({
      outcome: 'discuss',
      reason: 'A run ends on 21 December 2026, and release may come before it',
    })
    expect(decide({ release: { from: '2026-12-20', to: '2027-01-11' } })).toMatchObject({
      outcome: 'discuss',
      reason: 'A run ends on 21 December 2026, and release may come before it',
    })
    const unbound = { minimumStayWeeks: null, cohorts: [run('2026-12-21')] }
    expect(decide({ release: null }, unbound)).toMatchObject({
      reason: 'It has to be finished before release: the date is not known',
      missing: ['release'],
    })
    expect(decide({ release: { from: '2026-12-20', to: '2026-12-20' } }, unbound).outcome).toBe(
      'not_eligible',
    )
    expect(decide({}, { ...unbound, deliveredIn: ['community'] }).outcome).toBe('eligible')
  })

  it('does not take somebody released before it ends, and asks where no date is known', () => {
    expect(decide({ release: { from: '2026-12-01', to: '2026-12-01' } }).reason).toBe(
      'It needs 4 weeks before release',
    )
    expect(decide({ release: null })).toMatchObject({ outcome: 'discuss', missing: ['release'] })
  })

  it('does not take anyone where a child is present until contact is recorded as permitted', () => {
    expect(decide({}, { childContactClearance: true }).outcome).toBe('not_eligible')
    expect(decide({ contactPermitted: 'no' }, { childContactClearance: true }).outcome).toBe('not_eligible')
    expect(decide({ contactPermitted: 'yes' }, { childContactClearance: true }).outcome).toBe('eligible')
  })

  it.each([
    [{}, 'discuss', ['contactPermitted']],
    [{ contactPermitted: 'yes' }, 'eligible', []],
    [{ contactPermitted: 'no' }, 'discuss', []],
    [{ childrenPlan: 'none', children: [], pregnancy: 'yes' }, 'discuss', ['contactPermitted']],
    [{ childrenPlan: 'none', children: [], pregnancy: 'yes', contactPermitted: 'yes' }, 'eligible', []],
    [{ childrenPlan: 'none', children: [] }, 'discuss', []],
    [{ childrenPlan: 'none', children: [], contactPermitted: 'yes' }, 'eligible', []],
  ])('where it does not say whether a child is present, %j: %s', (facts, outcome, missing) => {
    const decision = decide(facts, { childContactClearance: null, audiences: [] })
    expect(decision).toMatchObject({ outcome, missing })
  })

  it('asks about children nobody has told of, and is for nobody it does not name', () => {
    expect(decide({ childrenPlan: 'unknown', children: null })).toMatchObject({
      outcome: 'discuss',
      missing: ['childrenPlan'],
    })
    expect(decide({}, { audiences: ['fathers'] }).reason).toBe('It is for fathers')
  })

  it('takes a mother whose children stay with someone else, and nobody who has none', () => {
    expect(decide({ childrenPlan: 'elsewhere', children: null }).outcome).toBe('eligible')
    const forMothers = (facts: object) =>
      decide({ childrenPlan: 'none', children: null, ...facts }, { audiences: ['mothers'] })
    expect(forMothers({})).toMatchObject({ outcome: 'not_eligible', reason: 'It is for mothers' })
    expect(forMothers({ pregnancy: 'yes' }).outcome).toBe('discuss')
  })

  it('says of the audiences only which of them the person is', () => {
    const person = PersonFacts.parse(MOTHER)
    const course = { ...COURSE, audiences: ['mothers', 'carers', 'children_under_5', 'children_5_to_11'] }
    const { answers } = decideProgramme(
      { facts: person, prisonCode: 'LNI' },
      { service: SERVICE, policy: Policy.parse({}), programme: course },
      NOW,
    )
    const audience = answers.find(each => each.criterion === 'programme_audience')
    expect(audience).toMatchObject({
      outcome: 'eligible',
      reason: 'It is for mothers. It is for children under 5',
    })
  })

  const nine = { children: [{ age: { min: 9, max: 9 }, sex: 'girl' }] }
  const expecting = { childrenPlan: 'none', children: [], pregnancy: 'yes' }

  it.each<[string[], object, string, string | undefined, string[]]>([
    [['carers', 'children_5_to_11'], nine, 'discuss', 'It is for carers: ask', []],
    [['carers', 'children_5_to_11'], {}, 'not_eligible', 'It is for children aged 5 to 11', []],
    [['fathers', 'children_5_to_11'], nine, 'not_eligible', 'It is for fathers', []],
    [['mothers', 'children_5_to_11'], nine, 'eligible', undefined, []],
    [
      ['mothers', 'children_5_to_11'],
      { childrenPlan: 'elsewhere', children: null },
      'discuss',
      'It is for children aged 5 to 11: ask',
      ['children'],
    ],
    [['children_5_to_11', 'children_12_to_17'], nine, 'eligible', undefined, []],
    [['pregnant', 'children_under_5'], expecting, 'discuss', 'It is for children under 5: ask', []],
    [['pregnant', 'children_5_to_11'], expecting, 'not_eligible', 'It is for children aged 5 to 11', []],
  ])('for %j, to somebody with %j: %s', (audiences, facts, outcome, reason, missing) => {
    expect(decide(facts, { audiences })).toEqual({ outcome, reason, missing })
  })

  it('does not take people on remand where it says so', () => {
    expect(decide({ status: 'remand' }, { takesRemand: false }).outcome).toBe('not_eligible')
    expect(decide({ status: 'remand' }, { takesRemand: null }).outcome).toBe('discuss')
    expect(decide({ status: 'remand' }).outcome).toBe('eligible')
  })
})

describe('what a programme’s policy restricts besides', () => {
  type Row = [stated: object, facts: object, outcome: string, reason?: string, missing?: string[]]
  const never = (field: string, name: string, words: string): Row[] => [
    [{ [field]: 'never' }, { [field]: 'none' }, 'eligible', undefined, []],
    [
      { [field]: 'never' },
      { [field]: 'conviction' },
      'not_eligible',
      `Does not take people with a conviction for ${name}`,
      [],
    ],
    [
      { [field]: 'never' },
      { [field]: 'concern' },
      'discuss',
      `A concern about ${name}, no conviction: talk it over`,
      [],
    ],
    [
      { [field]: 'never' },
      { [field]: 'unknown' },
      'discuss',
      `${words}: not known whether there is any`,
      [field],
    ],
    [
      { [field]: 'case_by_case' },
      { [field]: 'conviction' },
      'discuss',
      `A conviction for ${name}: they decide case by case`,
      [],
    ],
    [{ [field]: 'any' }, { [field]: 'unknown' }, 'eligible', undefined, []],
    [{}, { [field]: 'conviction' }, 'eligible', undefined, []],
    [{}, { [field]: 'unknown' }, 'eligible', undefined, []],
  ]
  const violence = { highest: 'medium', absolute: true }

  it.each<Row>([
    ...never('sexualOffence', 'sexual offences', 'Sexual offences'),
    ...never('offencesAgainstChildren', 'offences against children', 'Offences against children'),
    ...never('domesticAbusePerpetrator', 'domestic abuse as perpetrator', 'Domestic abuse as perpetrator'),
    [
      { arson: { rule: 'never' } },
      { arson: 'conviction' },
      'not_eligible',
      'Does not take people with a conviction for arson',
      [],
    ],
    [{ arson: { rule: 'never' } }, {}, 'discuss', 'Arson: not known whether there is any', ['arson']],
    [{}, { arson: 'conviction' }, 'eligible', undefined, []],
    [{ violence }, { violence: 'high' }, 'not_eligible', 'Violence: high, above their limit of medium', []],
    [{ violence }, { violence: 'low' }, 'eligible', undefined, []],
    [{ violence }, {}, 'discuss', 'Violence: not known whether there is any', ['violence']],
    [{}, { violence: 'very_high' }, 'eligible', undefined, []],
    [{ peopleFromPrison: 'no' }, {}, 'not_eligible', 'Does not take people from prison', []],
    [{ peopleFromPrison: 'case_by_case' }, {}, 'discuss', 'Women from prison: they decide case by case', []],
    [{ peopleFromPrison: 'yes' }, {}, 'eligible', undefined, []],
  ])('%j to somebody with %j: %s', (stated, facts, outcome, reason, missing) => {
    expect(decide(facts, {}, 'LNI', stated)).toEqual({ outcome, reason, missing })
  })

  const onOst = { recovery: 'yes', ost: 'yes', active: 'no' }
  const upToWeek30 = { pregnancy: { toWeek: 30 } }
  const refused: [criterion: string, stated: object, facts: object, outcome: string, reason: string][] = [
    ['sex', { sex: 'men' }, { sex: 'female' }, 'not_eligible', 'Takes men only'],
    ['age', { ageMax: 25 }, {}, 'not_eligible', 'Age 34: they take 18 to 25'],
    [
      'people_from_prison',
      { peopleFromPrison: 'no' },
      {},
      'not_eligible',
      'Does not take people from prison',
    ],
    [
      'convictions',
      { convictions: { rule: 'none_unspent' } },
      { unspentConviction: 'yes' },
      'not_eligible',
      'An unspent conviction: they take none',
    ],
    [
      'arson',
      { arson: { rule: 'never' } },
      { arson: 'conviction' },
      'not_eligible',
      'Does not take people with a conviction for arson',
    ],
    [
      'sexual_offence',
      { sexualOffence: 'never' },
      { sexualOffence: 'conviction' },
      'not_eligible',
      'Does not take people with a conviction for sexual offences',
    ],
    [
      'offences_against_children',
      { offencesAgainstChildren: 'never' },
      { offencesAgainstChildren: 'conviction' },
      'not_eligible',
      'Does not take people with a conviction for offences against children',
    ],
    [
      'domestic_abuse_perpetrator',
      { domesticAbusePerpetrator: 'never' },
      { domesticAbusePerpetrator: 'conviction' },
      'not_eligible',
      'Does not take people with a conviction for domestic abuse as perpetrator',
    ],
    [
      'violence',
      { violence },
      { violence: 'very_high' },
      'not_eligible',
      'Violence: very high, above their limit of medium',
    ],
    [
      'rosh',
      { rosh: { highest: 'medium', absolute: true } },
      { rosh: 'very_high' },
      'not_eligible',
      'Risk of serious harm very high: above their limit of medium',
    ],
    [
      'substances',
      { substances: onOst },
      { substances: 'active' },
      'not_eligible',
      'Does not take people who use drugs or alcohol',
    ],
    [
      'injecting',
      { injecting: 'no' },
      { injecting: 'current' },
      'not_eligible',
      'Does not take people who inject',
    ],
    [
      'nrpf',
      { nrpf: 'no' },
      { recourse: 'no' },
      'not_eligible',
      'Does not take people with no recourse to public funds',
    ],
    [
      'pregnancy',
      upToWeek30,
      { pregnancy: 'yes', dueMonth: '2027-01' },
      'not_eligible',
      'About week 35 to 39 at release: past their limit of week 30',
    ],
    [
      'access',
      { access: { stairs: 'yes', lift: 'no' } },
      { accessNeeds: ['no_stairs'] },
      'discuss',
      'Needs no stairs, which they do not have: talk it over',
    ],
  ]

  it.each(refused)(
    '%s: is what %j says to %j, and nothing where it is silent',
    (criterion, stated, facts, outcome, reason) => {
      const person = PersonFacts.parse({ ...MOTHER, ...facts })
      const answerOf = (policy: object) => {
        const { answers } = decideProgramme(
          { facts: person, prisonCode: 'LNI' },
          { service: SERVICE, policy: Policy.parse(policy), programme: COURSE },
          NOW,
        )
        return answers.find(each => each.criterion === criterion)
      }
      expect(answerOf({ ageMin: 18, ...stated })).toMatchObject({ outcome, reason })
      expect(answerOf({})?.outcome ?? 'not_applicable').toBe('not_applicable')
    },
  )

  it.each<Row>([
    [{ substances: { active: 'no' } }, { substances: 'ost' }, 'eligible', undefined, []],
    [{ substances: { recovery: 'yes' } }, {}, 'eligible', undefined, []],
    [{ substances: { active: 'no' } }, {}, 'discuss', 'Use of drugs and alcohol not known', ['substances']],
    [{ access: { wheelchair: 'yes' } }, { accessNeeds: ['wheelchair', 'lift'] }, 'eligible', undefined, []],
    [{ access: { wheelchair: 'yes' } }, {}, 'eligible', undefined, []],
    [{ access: { wheelchair: 'no' } }, {}, 'discuss', 'Access needs not known', ['accessNeeds']],
  ])('what is stated in part, %j, to somebody with %j: %s', (stated, facts, outcome, reason, missing) => {
    expect(decide(facts, {}, 'LNI', stated)).toEqual({ outcome, reason, missing })
  })

  it('hides what is above triage from triage', () => {
    const person = PersonFacts.parse({ ...MOTHER, domesticAbusePerpetrator: 'conviction' })
    const policy = Policy.parse({ sex: 'women', domesticAbusePerpetrator: 'never' })
    const decision = decideProgramme(
      { facts: person, prisonCode: 'LNI' },
      { service: SERVICE, policy, programme: COURSE },
      NOW,
    )
    expect(decision.answers.find(each => each.criterion === 'domestic_abuse_perpetrator')).toMatchObject({
      outcome: 'not_eligible',
      tier: 3,
    })
  })
})
