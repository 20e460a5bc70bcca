import { expect, it } from 'vitest'
import { matchList } from './listed'

const onList = { id: 'entry', woman: 'a', prisonCode: 'LNI', releaseOn: '2027-03-08' }

it.each([
  ['the same day', 'a', '2027-03-08', true],
  ['four weeks off', 'a', '2027-04-05', true],
  ['four weeks and a day off', 'a', '2027-04-06', false],
  ['no day known', 'a', null, true],
  ['another woman', 'b', '2027-03-08', false],
])('finds the case of a listed release: %s', (_, woman, released, isListed) => {
  const { listed, alone } = matchList([onList], [{ caseId: 'case', woman, released }])
  expect([...listed]).toEqual(isListed ? ['case'] : [])
  expect(alone).toEqual(isListed ? [] : [onList])
})

it('takes the nearest of two cases of one woman', () => {
  const cases = [
    { caseId: 'without a day', woman: 'a', released: null },
    { caseId: 'near', woman: 'a', released: '2027-03-05' },
    { caseId: 'far', woman: 'a', released: '2027-03-20' },
  ]
  expect([...matchList([onList], cases).listed]).toEqual(['near'])
})
