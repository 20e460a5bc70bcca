import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { newCaseSchema } from './case-form'

const TODAY = '2026-11-22'
const COMPLETE = {
  prisonNumber: 'Z4410KD',
  name: 'Kay Marrow',
  'dateOfBirth.day': '28',
  'dateOfBirth.month': '3',
  'dateOfBirth.year': '1992',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'firm',
  'releaseOn.day': '29',
  'releaseOn.month': '12',
  'releaseOn.year': '2026',
  releaseType: 'automatic',
  homeAuthority: 'E08000024',
}

function send(changes: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...COMPLETE, ...changes })) form.append(name, value)
  const submission = parseWithZod(form, { schema: newCaseSchema(TODAY) })
  return submission.status === 'success' ? submission.value : submission.error
}

describe('a new case', () => {
  it('is read from one short form', () => {
    expect(send({})).toEqual({
      prisonNumber: 'Z4410KD',
      name: 'Kay Marrow',
      dateOfBirth: '1992-03-28',
      sex: 'woman',
      custodyStatus: 'sentenced',
      releaseConfidence: 'firm',
      releaseOn: '2026-12-29',
      releaseType: 'automatic',
      homeAuthority: 'E08000024',
      openElsewhere: null,
      samePerson: null,
      anotherPerson: null,
    })
  })

  it('needs no release date', () => {
    expect(
      send({
        releaseConfidence: 'not_known',
        'releaseOn.day': '',
        'releaseOn.month': '',
        'releaseOn.year': '',
        homeAuthority: 'unknown',
      }),
    ).toMatchObject({ releaseOn: null, releaseConfidence: 'not_known', homeAuthority: 'unknown' })
  })

  it('asks for a date to be cleared where none is known, whatever is unusual or wrong about it', () => {
    const clear = { releaseOn: ['Clear the release date, or choose firm or likely'] }
    expect(send({ releaseConfidence: 'not_known' })).toEqual(clear)
    expect(send({ releaseConfidence: 'not_known', 'releaseOn.day': '25' })).toEqual(clear)
    expect(send({ releaseConfidence: 'not_known', 'releaseOn.year': '27' })).toEqual(clear)
    expect(send({ 'releaseOn.day': '25' })).toEqual({ 'releaseOn.sure': [expect.any(String)] })
  })

  it('takes the release of yesterday, and one on a bank holiday, once it is ticked for that day', () => {
    const yesterday = { 'releaseOn.day': '21', 'releaseOn.month': 'November' }
    expect(send({ ...yesterday, 'releaseOn.sure': '2026-11-21' })).toMatchObject({ releaseOn: '2026-11-21' })
    expect(send({ ...yesterday, 'releaseOn.sure': '2026-11-20' })).toMatchObject({
      'releaseOn.sure': [expect.stringContaining('Sat 21 November 2026 is in the past')],
    })
  })

  it('forgives spaces and small letters in a prison number', () => {
    expect(send({ prisonNumber: ' z4410 kd ' })).toMatchObject({ prisonNumber: 'Z4410KD' })
  })

  it.each([
    [
      { prisonNumber: '4410' },
      { prisonNumber: ['The prison number must be a letter, 4 numbers and 2 letters, like Z1234AB'] },
    ],
    [{ prisonNumber: '' }, { prisonNumber: ['Enter the prison number'] }],
    [{ name: '' }, { name: ['Enter the person’s full name'] }],
    [{ name: '🏠🏠' }, { name: ['Write the name in letters'] }],
    [{ name: 'a'.repeat(101) }, { name: ['The name must be 100 characters or fewer'] }],
    [
      { 'dateOfBirth.day': '31', 'dateOfBirth.month': '2' },
      { 'dateOfBirth.day': ['There is no 31 February 1992: the month has 29 days'] },
    ],
    [{ 'dateOfBirth.month': '' }, { 'dateOfBirth.month': ['The date of birth needs a month'] }],
    [
      { 'dateOfBirth.year': '2009' },
      { 'dateOfBirth.year': ['Check the date of birth: the person must be 18 or over on release'] },
    ],
    [
      { 'releaseOn.year': '2025' },
      { 'releaseOn.year': ['The release date must be within the last 28 days, or later'] },
    ],
    [
      { 'releaseOn.year': '2206' },
      {
        'releaseOn.year': [
          'The release date must be within the next 10 years. Where it is later, choose not known yet',
        ],
      },
    ],
    [
      { 'releaseOn.day': '25' },
      {
        'releaseOn.sure': [
          'Fri 25 December 2026 is Christmas Day, when hardly anybody is released. Change the date, or tick that it is right',
        ],
      },
    ],
    [
      { 'releaseOn.day': '20', 'releaseOn.month': '11' },
      {
        'releaseOn.sure': [
          'Fri 20 November 2026 is in the past: has the person left prison? Change the date, or tick that it is right',
        ],
      },
    ],
    [
      { 'dateOfBirth.year': '1900' },
      { 'dateOfBirth.year': ['Check the year of birth: it makes the person over 110'] },
    ],
    [
      { 'releaseOn.day': '', 'releaseOn.month': '', 'releaseOn.year': '' },
      { releaseOn: ['Enter the release date, or choose not known yet'] },
    ],
    [{ releaseConfidence: 'not_known' }, { releaseOn: ['Clear the release date, or choose firm or likely'] }],
    [
      { homeAuthority: 'Narnia' },
      { homeAuthority: ['Choose the home authority, outside the North East, or not known yet'] },
    ],
  ])('says how to mend %j', (changes, errors) => {
    expect(send(changes)).toEqual(errors)
  })

  it('says what is wrong with the dates beside whatever else is wrong', () => {
    const errors = send({ name: '', 'dateOfBirth.year': '2009', 'releaseOn.year': '2025' })
    expect(errors).toMatchObject({
      name: ['Enter the person’s full name'],
      'releaseOn.year': ['The release date must be within the last 28 days, or later'],
    })
    expect(send({ name: '', 'releaseOn.day': '', 'releaseOn.month': '', 'releaseOn.year': '' })).toEqual({
      name: ['Enter the person’s full name'],
      releaseOn: ['Enter the release date, or choose not known yet'],
    })
  })

  it('says everything that is empty at once', () => {
    const submission = parseWithZod(new FormData(), { schema: newCaseSchema(TODAY) })
    expect(submission.status === 'error' && submission.error).toEqual({
      prisonNumber: ['Enter the prison number'],
      name: ['Enter the person’s full name'],
      dateOfBirth: ['Enter the date of birth, such as 28 3 1992'],
      sex: ['Choose woman, man or not known yet'],
      custodyStatus: ['Choose sentenced, on remand or recalled'],
      releaseConfidence: ['Choose how sure the release date is, or that it is not known yet'],
      releaseType: ['Choose the type of release, or not known yet'],
      homeAuthority: ['Choose the home authority, outside the North East, or not known yet'],
    })
  })
})
