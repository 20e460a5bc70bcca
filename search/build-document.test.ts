import { describe, expect, it } from 'vitest'
import { makeDocument } from '@tests/contracts/search/make-document'
import { buildServiceDocument, type ServiceDocumentInput } from './build-document'
import { epochDay } from './calendar-day'

const DAY_2 = epochDay('2026-12-02')

function build(given: Partial<ServiceDocumentInput>) {
  const { freeSince: _, freeOn: __, expectedDays: ___, ...facts } = makeDocument('Alder')
  const instants = { freshUntil: null, checkUntil: null, policyVerifiedAt: null }
  return buildServiceDocument({ ...facts, ...instants, freeWindows: [], expectedFrom: [], ...given })
}

describe('building a document', () => {
  it('lists the days of a gap, and since when a bedspace is free without end', () => {
    const built = build({
      freeWindows: [
        { from: '2026-12-02', until: '2026-12-04', since: null },
        { from: '2026-12-20', until: null, since: new Date('2026-12-20T00:00:00Z') },
      ],
    })
    // 2 and 3 December 2026 are days 20789 and 20790 since 1970; ten digits of seconds follow.
    expect(built).toMatchObject({ freeOn: [207890000000000, 207900000000000], freeSince: 1797724800 })
  })

  it('takes the bedspaces of a service together, each day from the first instant on', () => {
    const built = build({
      freeWindows: [
        { from: '2026-12-02', until: '2026-12-03', since: new Date('2026-12-02T17:00:00Z') },
        { from: '2026-12-02', until: '2026-12-04', since: new Date('2026-12-02T09:00:00Z') },
        { from: '2026-12-30', until: null, since: new Date('2026-12-30T00:00:00Z') },
        { from: '2026-12-20', until: null, since: new Date('2026-12-20T00:00:00Z') },
      ],
    })
    expect(built).toMatchObject({ freeOn: [207891796202000, 207901796202000], freeSince: 1797724800 })
  })

  it('holds the days that are expected, each once, apart', () => {
    const expectedFrom = ['2026-12-04', '2026-12-02', '2026-12-04']
    expect(build({ expectedFrom })).toMatchObject({ expectedDays: [DAY_2, DAY_2 + 2], freeSince: null })
  })

  it('says nothing is free where no bedspace is', () => {
    expect(build({})).toMatchObject({ freeOn: [], freeSince: null, expectedDays: [] })
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
    expect(() => build({ freeWindows: [{ from: 'tomorrow', until: 'later', since: null }] })).toThrow(
      'Not a calendar day',
    )
  })
})
