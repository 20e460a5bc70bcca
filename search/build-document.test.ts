import { describe, expect, it } from 'vitest'
import { makeDocument } from '@tests/contracts/search/make-document'
import { buildServiceDocument, type ServiceDocumentInput } from './build-document'
import { epochDay } from './calendar-day'

const DAY_2 = epochDay('2026-12-02')

function build(given: Partial<ServiceDocumentInput>) {
  const { freeDays: _, freeFromDay: __, ...facts } = makeDocument('Alder')
  const instants = { freshUntil: null, checkUntil: null, policyVerifiedAt: null }
  return buildServiceDocument({ ...facts, ...instants, freeWindows: [], ...given })
}

describe('building a document', () => {
  it('lists the days of a gap and the first of the days without end', () => {
    const built = build({
      freeWindows: [
        { from: '2026-12-02', until: '2026-12-04' },
        { from: '2026-12-20', until: null },
      ],
    })
    expect(built).toMatchObject({ freeDays: [DAY_2, DAY_2 + 1], freeFromDay: DAY_2 + 18 })
  })

  it('takes the bedspaces of a service together', () => {
    const built = build({
      freeWindows: [
        { from: '2026-12-03', until: null },
        { from: '2026-12-02', until: '2026-12-09' },
        { from: '2026-12-30', until: null },
      ],
    })
    expect(built).toMatchObject({ freeDays: [DAY_2], freeFromDay: DAY_2 + 1 })
  })

  it('says nothing is free where no bedspace is', () => {
    expect(build({})).toMatchObject({ freeDays: [], freeFromDay: null })
  })

  it('strips markup and folds white space', () => {
    const built = build({ summary: ' A <b>warm</b>\n house<br/>by the <script src="x"></script>river ' })
    expect(built.summary).toBe('A warm house by the river')
  })

  it('holds instants as seconds', () => {
    const built = build({ freshUntil: new Date('2026-12-02T12:00:00.900Z') })
    expect(built.freshUntil).toBe(Date.parse('2026-12-02T12:00:00Z') / 1000)
  })

  it('refuses a position that is none, and a day that is none', () => {
    expect(() => build({ position: { lat: 100, lng: 0 } })).toThrow('position')
    expect(() => build({ freeWindows: [{ from: 'tomorrow', until: null }] })).toThrow('Not a calendar day')
  })
})
