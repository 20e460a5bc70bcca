import { describe, expect, it } from 'vitest'
import type { Place } from '~/domain/area/place'
import { NOTHING_ASKED, type ReadPart } from '~/domain/directory/reading/reading'
import { nearCircle, readCircle } from './near-circle'

const PRISON = { lat: 54.8065, lng: -1.5494 }
const place: Place = { label: 'HMP & YOI Low Newton', ...PRISON, approximate: false, authorities: [] }

describe('the circle on the map', () => {
  it('is the box’s, where it names a place anybody knows', () => {
    expect(nearCircle({ text: 'Low Newton', miles: 5, place })).toEqual({ ...PRISON, miles: 5 })
    expect(nearCircle({ text: 'Atlantis', miles: 5, place: null })).toBeNull()
    expect(nearCircle(null)).toBeNull()
    const area = { ...place, label: 'Northumberland', isArea: true } as const
    expect(nearCircle({ text: 'Northumberland', miles: 15, place: area })).toBeNull()
  })

  it('is that of a place among the words, unless it was given up', () => {
    const part: ReadPart = {
      ...NOTHING_ASKED,
      kind: 'place',
      text: 'within 15 miles of Low Newton',
      weight: 'place',
      required: [],
      preferred: [],
      near: { place, miles: 15 },
      word: null,
      asks: false,
      start: 0,
      end: 10,
    }
    expect(readCircle({ parts: [{ ...part, near: null }, part] }, { dropped: [] })).toEqual({
      ...PRISON,
      miles: 15,
    })
    expect(readCircle({ parts: [part] }, { dropped: [part] })).toBeNull()
  })
})
