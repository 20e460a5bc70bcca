import { describe, expect, it } from 'vitest'
import { checkSchema } from './check-form'
import { CHECKS } from './check-questions'
import { CHECK_ANSWERS, CHECK_KINDS, type CheckKind } from './checks'

const TODAY = '2027-02-01'

function read(kind: CheckKind, typed: Record<string, unknown>) {
  const { success, data, error } = checkSchema(kind, TODAY).safeParse(typed)
  return success ? data.answers : error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('the form of a check', () => {
  it.each(CHECK_KINDS)(
    '%s asks for every field that is kept, and may be answered with not known alone',
    kind => {
      const { questions } = CHECKS[kind]
      expect(questions.map(({ field }) => field).sort()).toEqual(
        Object.keys(CHECK_ANSWERS[kind].shape).sort(),
      )
      const [lead] = questions.filter(({ isLead }) => isLead)
      expect(lead?.choices).toHaveProperty('unknown')
      expect(checkSchema(kind, TODAY).safeParse({ [lead?.field ?? '']: 'unknown' }).success).toBe(true)
      expect(checkSchema(kind, TODAY).safeParse({}).success).toBe(false)
    },
  )

  it('takes what was left open as not known, and what does not arise as nothing', () => {
    expect(read('first_night', { housed: 'housed', route: 'council' })).toEqual({
      housed: 'housed',
      route: 'council',
      where: 'unknown',
      safe: 'unknown',
      suitable: 'unknown',
    })
    expect(read('first_night', { housed: 'not_housed', route: 'council', safe: 'yes' })).toEqual({
      housed: 'not_housed',
      route: null,
      where: null,
      safe: null,
      suitable: null,
    })
  })

  it('lets no council be told without a yes, a choice of council and consent to pass contact details', () => {
    const told = {
      told: 'told',
      council: 'E08000021',
      toldOn: { day: '28', month: '1', year: '2027' },
      agreed: 'yes',
    }
    expect(read('council_notice', told)).toEqual([
      ['chosen', 'A council may be told only where this is so: ask the person, then tick it'],
      ['contactPassed', 'A council may be told only where this is so: ask the person, then tick it'],
    ])
    expect(read('council_notice', { ...told, chosen: 'yes', contactPassed: 'yes' })).toEqual({
      told: 'told',
      council: 'E08000021',
      toldOn: '2027-01-28',
      agreed: 'yes',
      chosen: 'yes',
      contactPassed: 'yes',
    })
    expect(read('council_notice', { told: 'she_said_no', council: 'E08000021', agreed: 'yes' })).toEqual({
      told: 'she_said_no',
      council: null,
      toldOn: null,
      agreed: null,
      chosen: null,
      contactPassed: null,
    })
  })

  it('says which day does not go with which answer', () => {
    const day = (text: string) => ({ day: text })
    expect(read('reception', { housing: 'unknown', hnia: 'not_yet', hniaOn: day('2027-01-30') })).toEqual([
      ['hnia', 'Choose yes, or clear the day it was done'],
    ])
    const before = {
      housing: 'place',
      hnia: 'done',
      hniaOn: day('2027-01-10'),
      receivedOn: day('2027-01-11'),
    }
    expect(read('reception', before)).toEqual([
      ['hniaOn', 'The day it was done must not be before the day of reception'],
    ])
    expect(read('reception', { housing: 'place', receivedOn: day('2027-02-02') })).toEqual([
      ['receivedOn', 'The day of reception must be today or earlier'],
    ])
    expect(read('council_notice', { told: 'not_told', toldOn: day('2027-01-30') })).toEqual([
      ['told', 'Choose that a council was told, or clear the day'],
    ])
  })
})
