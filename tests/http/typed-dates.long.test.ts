import { afterAll, beforeAll, expect, it } from 'vitest'
import { whileAlive } from '../support/while-alive'
import { type DateStage, faultsIn, openDateStage, typed } from './typed-dates'

const NOT_MEANT = [
  ['1', '1', '1900'],
  ['14', '1', '2062'],
  ['14', '1', '2207'],
  ['31', '12', '9999'],
  ['31', '2', '2062'],
  ['32', '13', '9999'],
  ['3', 'March', '26'],
  ['3', 'mar', '1066'],
  ['soon', 'later', 'never'],
  ['0', '0', '0'],
  ['-1', '-1', '-1'],
  ['1e3', '1e3', '1e3'],
]

let stage: DateStage
beforeAll(async () => {
  stage = await openDateStage()
}, 300_000)
afterAll(() => stage.close())

it.each(NOT_MEANT)(
  'refuses %s %s %s in every date of every form, keeps what was typed and changes nothing',
  async (...date) => {
    const before = await stage.kept()
    const faults: string[] = []
    for (const form of stage.forms) {
      for (const name of form.dates) {
        const sent = typed(form, name, date)
        const answer = await whileAlive(stage.url, () => stage.post(form, sent))
        faults.push(...faultsIn(answer, sent).map(each => `${form.kind} ${name}: ${each}`))
      }
    }
    expect(faults).toEqual([])
    expect(await stage.kept()).toBe(before)
  },
  300_000,
)

it('refuses an hour that the clocks skip, and asks about one in the night', async () => {
  const form = stage.forms.find(({ kind }) => kind.endsWith('/book-assessment'))
  if (!form) throw new Error('An assessment can be booked')
  const skipped = { ...typed(form, 'day', ['28', '3', '2027']), 'day.sure': '2027-03-28', method: 'phone' }
  expect((await stage.post(form, { ...skipped, time: '01:30' })).body).toContain(
    'There is no 01:30 on 28 March 2027',
  )
  const night = { ...typed(form, 'day', ['3', '2', '2027']), method: 'phone', time: '03:00' }
  const asked = await stage.post(form, night)
  expect(asked.status).toBe(422)
  expect(asked.body).toContain('03:00 is right')
}, 300_000)

it('reads the name of a month in every form', async () => {
  for (const form of stage.forms) {
    for (const name of form.dates) {
      const { body } = await stage.post(form, typed(form, name, ['3', 'March', '1066']))
      expect(body, `${form.kind} ${name}`).not.toContain('Enter the month')
    }
  }
}, 300_000)
