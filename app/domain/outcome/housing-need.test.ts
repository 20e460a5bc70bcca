import { describe, expect, it } from 'vitest'
import { housingNeedEver, type ReceptionRecorded } from './housing-need'

function recorded(
  housing: ReceptionRecorded['answers']['housing'],
  replacedBecause: ReceptionRecorded['replacedBecause'] = null,
): ReceptionRecorded {
  return { answers: { housing }, replacedBecause }
}

describe('the housing need ever recorded', () => {
  it('is the worst of what was so at any time, whatever came after it', () => {
    expect(housingNeedEver([recorded('nowhere', 'changed'), recorded('place')])).toBe('nowhere')
    expect(housingNeedEver([recorded('place', 'changed'), recorded('under_12_weeks')])).toBe('under_12_weeks')
    expect(housingNeedEver([recorded('under_12_weeks', 'changed'), recorded('nowhere')])).toBe('nowhere')
    expect(housingNeedEver([recorded('place')])).toBe('none')
  })

  it('leaves out what was recorded wrongly', () => {
    expect(housingNeedEver([recorded('nowhere', 'wrong'), recorded('place')])).toBe('none')
    expect(housingNeedEver([recorded('nowhere', 'wrong'), recorded('unknown')])).toBeNull()
  })

  it('is not known where nobody answered, and an answer stands over "not known" before or after it', () => {
    expect(housingNeedEver([])).toBeNull()
    expect(housingNeedEver([recorded('unknown')])).toBeNull()
    expect(housingNeedEver([recorded('place', 'changed'), recorded('unknown')])).toBe('none')
  })
})
