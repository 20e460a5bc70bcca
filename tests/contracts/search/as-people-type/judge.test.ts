import { describe, expect, it } from 'vitest'
import { Policy } from '~/domain/eligibility/policy'
import { judge } from './judge'
import type { JudgedService, Property } from './property'

function service(over: Partial<JudgedService> = {}, policy: object = {}): JudgedService {
  return {
    name: 'Harbour House',
    provider: 'Anchor Homes',
    kind: 'refuge',
    pathways: ['abuse'],
    authorities: ['E06000002'],
    languages: ['English', 'Polish'],
    wheelchair: null,
    complexNeeds: null,
    staffing: 'office hours',
    outOfHours: false,
    programme: { type: null, prisons: [], audiences: [] },
    ...over,
    policy: Policy.parse(policy),
  }
}

const refuge = service()
const hostel = service({ name: 'Quay', kind: 'emergency', authorities: ['E08000021'] })
const REFUGE: Property = { kind: ['refuge'] }

describe('judge', () => {
  it('finds nothing wrong with a row that asks for nothing, as long as something is shown', () => {
    expect(judge({ typed: 'x', by: 'mother' }, [hostel])).toEqual([])
    expect(judge({ typed: 'x', by: 'mother' }, [])).toEqual(['nothing was shown'])
  })

  it.each([
    ['first', [refuge, hostel], [hostel, refuge], 'the first has not {"kind":["refuge"]}'],
    ['some', [hostel, refuge], [hostel, hostel], 'none has {"kind":["refuge"]}'],
    ['most', [hostel, refuge, refuge], [hostel, refuge], 'too few have {"kind":["refuge"]}'],
    ['all', [refuge, refuge], [refuge, hostel], 'not all have {"kind":["refuge"]}'],
    ['none', [hostel, hostel], [hostel, refuge], 'one has {"kind":["refuge"]}'],
  ])('holds `%s` to what is shown', (key, right, wrong, words) => {
    const row = { typed: 'x', by: 'officer' as const, [key]: key === 'first' ? REFUGE : [REFUGE] }
    expect(judge(row, right)).toEqual([])
    expect(judge(row, wrong)).toEqual([words])
  })

  it('looks at the first five and no further', () => {
    const five = [hostel, hostel, hostel, hostel, hostel]
    const row = { typed: 'x', by: 'officer' as const }
    expect(judge({ ...row, some: [REFUGE] }, [...five, refuge])).toHaveLength(1)
    expect(judge({ ...row, none: [REFUGE] }, [...five, refuge])).toEqual([])
  })

  it('asks of one service everything that one property says, and of a list any one', () => {
    const row = { typed: 'x', by: 'officer' as const }
    expect(
      judge({ ...row, some: [{ kind: ['refuge'], covers: ['E08000021'] }] }, [refuge, hostel]),
    ).toHaveLength(1)
    expect(judge({ ...row, all: [{ covers: ['E08000021', 'E06000002'] }] }, [refuge, hostel])).toEqual([])
  })
})

describe('a property', () => {
  const free = service({}, {})
  const house = service(
    {
      wheelchair: true,
      complexNeeds: 'yes',
      outOfHours: true,
      staffing: '24 hours',
      programme: { type: 'kinship_carers', prisons: ['LNI'], audiences: ['carers'] },
    },
    {
      sex: 'women',
      ageMin: 18,
      ageMax: 25,
      peopleFromPrison: 'yes',
      children: { rule: 'live_in', most: 2 },
      couple: 'case_by_case',
      pets: 'yes',
      access: { levelAccess: 'yes' },
      onlyFor: ['veterans'],
      sexualOffence: 'never',
      nrpf: 'accepts',
      substances: { ost: 'yes', active: 'no' },
    },
  )

  it.each<[Property, boolean, boolean]>([
    [{ named: 'Harbour' }, true, true],
    [{ named: 'Harbor' }, false, false],
    [{ provider: 'Anchor' }, true, true],
    [{ pathway: 'abuse' }, true, true],
    [{ pathway: 'finance' }, false, false],
    [{ outside: ['E08000021'] }, true, true],
    [{ outside: ['E06000002'] }, false, false],
    [{ sex: ['women'] }, true, false],
    [{ sex: ['men', null] }, false, true],
    [{ age: 18 }, true, true],
    [{ age: 25 }, true, true],
    [{ age: 26 }, false, true],
    [{ age: 17 }, false, true],
    [{ children: true }, true, false],
    [{ couples: true }, true, false],
    [{ couples: false }, false, true],
    [{ pets: ['yes'] }, true, false],
    [{ fromPrison: ['yes'] }, true, false],
    [{ onlyFor: 'veterans' }, true, false],
    [{ sexualOffence: ['never'] }, true, false],
    [{ nrpf: ['accepts'] }, true, false],
    [{ ost: ['yes'] }, true, false],
    [{ activeUse: ['no'] }, true, false],
    [{ wheelchair: [true] }, true, false],
    [{ levelAccess: true }, true, false],
    [{ language: 'Polish' }, true, true],
    [{ language: 'Urdu' }, false, false],
    [{ complexNeeds: ['yes'] }, true, false],
    [{ staffed: '24 hours' }, true, false],
    [{ outOfHours: true }, true, false],
    [{ type: ['kinship_carers'] }, true, false],
    [{ prison: 'LNI' }, true, false],
    [{ audience: ['carers', 'mothers'] }, true, false],
  ])(
    '%o is held by the house that says so: %s, by the one that says nothing: %s',
    (property, said, unsaid) => {
      const row = { typed: 'x', by: 'officer' as const, all: [property] }
      expect([judge(row, [house]).length === 0, judge(row, [free]).length === 0]).toEqual([said, unsaid])
    },
  )
})
