import { describe, expect, it } from 'vitest'
import { type PathwayService, pathwayMap } from './pathway-map'

const TODAY = '2027-02-01'
const SUNDERLAND = 'E08000024'

const CENTRE: PathwayService = {
  kind: 'womens_centre',
  programmeType: null,
  organisationId: 'one',
  pathways: ['abuse'],
  authorities: [SUNDERLAND],
  prisons: [],
  assuredOn: '2026-02-01',
}
const HOUSE: PathwayService = { ...CENTRE, kind: 'supported_housing', pathways: ['accommodation'] }
const COURSE: PathwayService = {
  ...CENTRE,
  kind: 'parenting_programme',
  programmeType: 'parenting_course',
  pathways: ['families'],
  prisons: ['LNI'],
}

function cell(services: PathwayService[], pathway: string, place = SUNDERLAND) {
  const rows = pathwayMap(services, place.length === 3 ? 'prison' : 'authority', TODAY)
  return rows.find(row => row.place === place)?.cells.find(each => each.pathway === pathway)
}

describe('the pathway map', () => {
  it('has the nine pathways for each of 12 authorities and 7 prisons', () => {
    const shape = (by: 'authority' | 'prison') => pathwayMap([], by, TODAY).map(({ cells }) => cells.length)
    expect(shape('authority')).toEqual(Array.from({ length: 12 }, () => 9))
    expect(shape('prison')).toEqual(Array.from({ length: 7 }, () => 9))
  })

  it('is served where one that says so was gone through within a year', () => {
    expect(cell([CENTRE, COURSE], 'families')).toEqual({
      pathway: 'families',
      outcome: 'served',
      because: null,
      services: 1,
      programmes: 1,
      notVerified: 0,
      overlaps: [],
    })
    expect(cell([CENTRE, COURSE], 'families', 'LNI')?.outcome).toBe('served')
  })

  it('tells none from no data, and why there is none', () => {
    expect(cell([CENTRE], 'finance')).toMatchObject({ outcome: 'none', because: null, services: 0 })
    expect(cell([], 'finance')).toMatchObject({ outcome: 'no_data', because: 'nothing_listed' })
    expect(cell([CENTRE, { ...HOUSE, pathways: [] }], 'finance')).toMatchObject({
      outcome: 'no_data',
      because: 'not_said',
    })
    for (const assuredOn of ['2026-01-31', null])
      expect(cell([{ ...CENTRE, assuredOn }], 'abuse')).toMatchObject({
        outcome: 'no_data',
        because: 'not_verified',
        services: 1,
        notVerified: 1,
      })
    expect(cell([COURSE], 'families', 'DMI')).toMatchObject({ because: 'nothing_listed' })
  })

  it('overlaps where two providers do the same, and never by beds', () => {
    const other = { organisationId: 'two' }
    expect(cell([CENTRE, { ...CENTRE, ...other }], 'abuse')?.overlaps).toEqual([
      { kind: 'womens_centre', programmeType: null, services: 2 },
    ])
    expect(cell([CENTRE, CENTRE], 'abuse')?.overlaps).toEqual([])
    expect(cell([HOUSE, { ...HOUSE, ...other }], 'accommodation')?.overlaps).toEqual([])
    expect(
      cell([COURSE, { ...COURSE, ...other, programmeType: 'family_learning' }], 'families')?.overlaps,
    ).toEqual([])
    expect(cell([CENTRE, { ...CENTRE, ...other, assuredOn: null }], 'abuse')?.overlaps).toEqual([])
  })
})
