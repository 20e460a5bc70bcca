import { afterAll, beforeAll, expect, it } from 'vitest'
import { whileAlive } from '../support/while-alive'
import { type DateStage, faultsIn, openDateStage, typed } from './typed-dates'

let stage: DateStage
beforeAll(async () => {
  stage = await openDateStage()
}, 300_000)
afterAll(() => stage.close())

it('finds every form that asks for a date by following the links of the site', () => {
  const found = stage.forms.map(({ kind, dates }) => `${kind} ${dates.join(' ')}`).sort()
  expect(found).toEqual([
    '/account/cover fromOn untilOn',
    '/account/cover fromOn untilOn',
    '/cases/:id/answers/household dueMonth',
    '/cases/:id/answers/risk roshAssessedOn arsonYear violenceLastYear lastConvictionMonth',
    '/cases/:id/checks/council-notice toldOn',
    '/cases/:id/checks/reception hniaOn receivedOn',
    '/cases/:id/person dateOfBirth',
    '/cases/:id/release-date releaseOn',
    '/cases/:id/status statusSince releaseOn',
    '/cases/new dateOfBirth releaseOn',
    '/referrals/:id/arrive arrivedOn expectedDepartureOn',
    '/referrals/:id/book-assessment day',
    '/referrals/:id/change-stay-end leavesOn',
    '/referrals/:id/correct-arrival arrivedOn',
    '/referrals/:id/depart departedOn',
    '/referrals/:id/move-stay movedOn',
    '/referrals/:id/offer fromOn untilOn',
    '/referrals/:id/plan-move movesOn',
    '/vacancies/:id/close fromOn',
    '/vacancies/:id/stay day',
    '/vacancies/:id/void fromOn untilOn',
  ])
})

it('answers a year that nobody can mean beside the part, and keeps and changes nothing', async () => {
  const before = await stage.kept()
  const faults: string[] = []
  for (const form of stage.forms) {
    for (const name of form.dates) {
      const sent = typed(form, name, ['31', '12', '9999'])
      const answer = await whileAlive(stage.url, () => stage.post(form, sent))
      faults.push(...faultsIn(answer, sent).map(each => `${form.kind} ${name}: ${each}`))
    }
  }
  expect(faults).toEqual([])
  expect(await stage.kept()).toBe(before)
}, 300_000)

/** In a year that the field takes: it is the day alone that nobody can mean. */
it('answers 31 February beside the day, in words that name it, and keeps and changes nothing', async () => {
  const before = await stage.kept()
  const faults: string[] = []
  let asked = 0
  // The form of a stay reads its day once it is said what becomes of the stay.
  for (const form of stage.forms.filter(({ kind }) => !kind.endsWith('/stay'))) {
    for (const name of form.dates.filter(each => `${each}.day` in form.fields)) {
      asked += 1
      const year = name === 'dateOfBirth' ? '1990' : '2027'
      const sent = typed(form, name, ['31', '2', year])
      const answer = await whileAlive(stage.url, () => stage.post(form, sent))
      const words = `There is no 31 February ${year}: the month has 28 days`
      const said = answer.body.includes(words) ? [] : ['does not say that there is no such day']
      faults.push(...[...faultsIn(answer, sent), ...said].map(each => `${form.kind} ${name}: ${each}`))
    }
  }
  expect(asked).toBe(27)
  expect(faults).toEqual([])
  expect(await stage.kept()).toBe(before)
}, 300_000)
