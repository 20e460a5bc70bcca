import { describe, expect, it } from 'vitest'
import { authorities, prisons } from '~/domain/area/region'
import { pathwayCodes } from '~/domain/service/pathway'
import { serviceKindCodes } from '~/domain/service/service-kind'
import { HELD_OUT } from './held-out'
import { AS_PEOPLE_TYPE } from './lists'
import type { Property } from './property'
import { AUDIENCE_OF, type TypedQuery } from './typed-query'

/** What a row wants to see. */
function wanted(row: TypedQuery): readonly Property[] {
  return [...(row.first ? [row.first] : []), ...(row.some ?? []), ...(row.most ?? []), ...(row.all ?? [])]
}

const everyWish = AS_PEOPLE_TYPE.flatMap(wanted)

describe('the list of what people type', () => {
  it('is long, holds nothing twice, and shares nothing with the list held out', () => {
    expect(AS_PEOPLE_TYPE.length).toBeGreaterThanOrEqual(130)
    expect(HELD_OUT).toHaveLength(50)
    const typed = [...AS_PEOPLE_TYPE, ...HELD_OUT].map(row => row.typed.toLowerCase())
    expect(typed.filter((each, index) => typed.indexOf(each) !== index)).toEqual([])
  })

  it('wants every kind, pathway and authority of the directory in some row', () => {
    const missing = [
      ...serviceKindCodes.filter(code => !everyWish.some(({ kind }) => kind?.includes(code))),
      ...pathwayCodes.filter(
        code => code !== 'accommodation' && !everyWish.some(wish => wish.pathway === code),
      ),
      ...authorities.filter(({ code }) => !everyWish.some(({ covers }) => covers?.includes(code))),
    ]
    expect(missing).toEqual([])
  })

  it('names every prison of the region', () => {
    const names = prisons.map(
      ({ name }) =>
        name
          .replace(/^HMP( & YOI)? /, '')
          .split(' ')[0]
          ?.toLowerCase() ?? '',
    )
    const typed = AS_PEOPLE_TYPE.map(row => row.typed.toLowerCase())
    expect(names).toHaveLength(7)
    expect(names.filter(name => !typed.some(each => each.includes(name)))).toEqual([])
  })

  it('is typed by everybody who comes', () => {
    expect(new Set(AS_PEOPLE_TYPE.map(row => row.by))).toEqual(new Set(Object.keys(AUDIENCE_OF)))
  })
})
