import { describe, expect, it } from 'vitest'
import { readRequest } from './read-request.server'

const TODAY = '2027-02-01'

function read(address: string, isPublic = false) {
  return readRequest(new URLSearchParams(address), isPublic, TODAY)
}

/** What is asked, where it makes sense. */
function queryOf(address: string) {
  const found = read(address)
  if (!found.ok) throw new Error(JSON.stringify(found.errors))
  return found.query
}

/** The parameters that are wrong, in order. */
function wrong(address: string, isPublic = false): string[] {
  const found = read(address, isPublic)
  return found.ok ? [] : found.errors.map(error => error.parameter)
}

describe('a search asked by a program', () => {
  it('asks for everything where nothing is said', () => {
    expect(queryOf('')).toEqual({
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

  it('reads every parameter', () => {
    const query = queryOf(
      'q=+bed++tonight&kind=refuge&kind=emergency&pathway=abuse&authority=E08000021&for=women&women-only=yes' +
        '&children=yes&couples=yes&from-prison=yes&complex-needs=yes&wheelchair=yes&support=high' +
        '&delivered-in=prison&prison=LNI&rotl=possible&available-by=2027-03-01&confirmed=yes&near=Sunderland' +
        '&within=7.5&sort=available&page=3',
    )
    expect(query.facets).toEqual({
      kind: ['refuge', 'emergency'],
      pathway: ['abuse'],
      authority: ['E08000021'],
      takes: ['women'],
      womenOnly: ['yes'],
      takesChildren: ['yes'],
      takesCouples: ['yes'],
      acceptsPeopleFromPrison: ['yes'],
      complexNeeds: ['yes'],
      wheelchair: ['yes'],
      supportLevel: ['high'],
      deliveredIn: ['prison'],
      prison: ['LNI'],
      rotl: ['possible'],
    })
    expect(query).toMatchObject({
      words: 'bed tonight',
      vacancy: { by: '2027-03-01' },
      confirmedRecently: true,
    })
    expect(query).toMatchObject({ near: { text: 'Sunderland', miles: 7.5 }, sort: 'available', page: 3 })
    expect(query.near?.place?.label).toContain('Sunderland')
  })

  it('looks within 15 miles of a place, and takes a place in the words to sort by distance', () => {
    expect(queryOf('near=NE1')).toMatchObject({ sort: null, near: { miles: 15 } })
    expect(queryOf('q=hostel+in+Sunderland&sort=distance')).toMatchObject({ sort: 'distance', near: null })
  })

  it.each([
    ['kind=castle', 'kind'],
    ['kind=refuge&kind=castle', 'kind'],
    ['kind=', 'kind'],
    ['kind=REFUGE', 'kind'],
    ['authority=Sunderland', 'authority'],
    ['prison=XXX', 'prison'],
    ['for=children', 'for'],
    ['children=no', 'children'],
    ['children=', 'children'],
    ['children=yes&children=yes', 'children'],
    ['confirmed=true', 'confirmed'],
    ['q=a&q=b', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a%00b', 'q'],
    ['near=Atlantis', 'near'],
    ['near=', 'near'],
    ['within=5', 'within'],
    ['near=NE1&within=0', 'within'],
    ['near=NE1&within=-5', 'within'],
    ['near=NE1&within=1000', 'within'],
    ['near=NE1&within=five', 'within'],
    ['near=NE1&within=1e1', 'within'],
    ['near=NE1&within=', 'within'],
    ['sort=distance', 'sort'],
    ['near=County+Durham&sort=distance', 'sort'],
    ['q=hostel+in+County+Durham&sort=distance', 'sort'],
    ['authority=E06000047&sort=distance', 'sort'],
    ['sort=name', 'sort'],
    ['page=0', 'page'],
    ['page=1.5', 'page'],
    ['page=9999999', 'page'],
    ['page=x', 'page'],
    ['available-by=tomorrow', 'available-by'],
    ['available-by=2027-02-30', 'available-by'],
    ['available-by=2027-01-31', 'available-by'],
    ['available-by=2030-01-31', 'available-by'],
    ['by=2027-03-01', 'by'],
    ['__proto__=x', '__proto__'],
    ['constructor=x', 'constructor'],
  ])('says what is wrong with %s', (address, parameter) => {
    expect(wrong(address)).toEqual([parameter])
  })

  it('says everything that is wrong at once, each in words that begin with its name', () => {
    const found = read('kind=castle&page=0&colour=red&sort=distance')
    const [kind, ...others] = found.ok ? [] : found.errors
    expect(kind?.message).toMatch(/^kind must be one of supported_housing, refuge, /)
    expect(others).toEqual([
      { parameter: 'page', message: 'page must be 1 or more' },
      { parameter: 'colour', message: 'There is no such parameter' },
      { parameter: 'sort', message: 'sort=distance needs near, or a place in q, that is no whole area' },
    ])
    expect(wrong(Array.from({ length: 500 }, (_, at) => `n${at}=1`).join('&'))).toHaveLength(20)
  })

  it('lets somebody signed out ask for no vacancy', () => {
    for (const asked of ['available-by=2027-03-01', 'confirmed=yes', 'sort=available']) {
      expect(wrong(asked, false)).toEqual([])
      expect(wrong(asked, true)).toEqual([asked.split('=')[0]])
    }
    expect(wrong('q=x&kind=refuge&for=women&women-only=yes&complex-needs=yes&near=NE1', true)).toEqual([])
  })
})
