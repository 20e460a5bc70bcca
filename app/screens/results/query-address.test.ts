import { describe, expect, it } from 'vitest'
import { facetChipLabel } from '~/domain/directory/facet-label'
import { parseSearchQuery } from './read-query'
import { sortInForce, withFacetToggled } from '~/domain/directory/search-query'
import { toParams } from './query-address'

const TODAY = '2026-11-22'

function parse(address: string) {
  return parseSearchQuery(new URLSearchParams(address), TODAY)
}

describe('a search in an address', () => {
  it('comes back as it went in', () => {
    const address =
      'q=dv+refuge&women-only=yes&kind=refuge&kind=supported_housing&authority=E08000024&by=2026-12-28&confirmed=yes&near=Sunderland&miles=10&sort=available&page=2'
    const { query, problems } = parse(address)
    expect(problems).toEqual([])
    expect(toParams(query).toString()).toBe(address)
  })

  it('is empty for an empty address', () => {
    expect(parse('').query).toEqual({
      words: '',
      facets: {},
      vacancy: null,
      confirmedRecently: false,
      near: null,
      sort: null,
      page: 1,
      open: [],
    })
  })

  it('leaves out a value nobody knows and says so', () => {
    const { query, problems } = parse('kind=palace&kind=refuge&sort=luck&page=-3&by=2020-01-01')
    expect(query.facets).toEqual({ kind: ['refuge'] })
    expect(problems.map(problem => problem.field)).toEqual(['kind', 'by', 'sort', 'page'])
  })

  it('keeps what was typed for a place that is not found', () => {
    const { query, problems } = parse('near=Atlantis')
    expect(query.near).toEqual({ text: 'Atlantis', miles: 15, place: null })
    expect(problems).toHaveLength(1)
  })

  it('is in the order of nearness where a place is given, unless another order is asked for', () => {
    expect(sortInForce(parse('near=Sunderland').query)).toBe('distance')
    expect(sortInForce(parse('near=Sunderland&sort=fit').query)).toBe('fit')
    expect(toParams(parse('near=Sunderland&sort=fit').query).toString()).toBe(
      'near=Sunderland&miles=15&sort=fit',
    )
    expect(sortInForce(parse('near=Atlantis').query)).toBe('fit')
    expect(sortInForce(parse('near=Northumberland').query)).toBe('fit')
  })

  it('takes a position to two decimals and no finer', () => {
    expect(parse('near=54.97,-1.61').query.near?.place).toMatchObject({
      label: 'your location',
      lat: 54.97,
      lng: -1.61,
    })
    expect(parse('near=54.97832,-1.61178').query.near?.place).toBeNull()
  })

  it('goes back to the first page when a facet is ticked, and takes the tick away again', () => {
    const { query } = parse('kind=refuge&page=3')
    const more = withFacetToggled(query, 'kind', 'emergency')
    expect(toParams(more).toString()).toBe('kind=emergency&kind=refuge')
    expect(toParams(withFacetToggled(more, 'kind', 'refuge')).toString()).toBe('kind=emergency')
  })
})

describe('the words of a chip', () => {
  it('stands alone', () => {
    expect(facetChipLabel('authority', 'E08000024')).toBe('Sunderland')
    expect(facetChipLabel('takesChildren', 'case_by_case')).toBe('Takes children: Case by case')
  })
})
