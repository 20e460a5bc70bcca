import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DateStage, faultsIn, openDateStage, typed } from './typed-dates'

let stage: DateStage
beforeAll(async () => {
  stage = await openDateStage()
}, 300_000)
afterAll(() => stage.close())

it('finds every form that asks for a date by following the links of the site', () => {
  const found = stage.forms.map(({ kind, dates }) => `${kind} ${dates.join(' ')}`).sort()
  expect(found).toEqual([
    '/cases/:id/answers/household dueMonth',
    '/cases/:id/answers/risk roshAssessedOn arsonYear violenceLastYear lastConvictionMonth',
    '/cases/:id/release-date releaseOn',
    '/cases/new dateOfBirth releaseOn',
    '/referrals/:id/arrive arrivedOn expectedDepartureOn',
    '/referrals/:id/book-assessment day',
    '/referrals/:id/depart departedOn',
    '/referrals/:id/offer fromOn untilOn',
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
      const answer = await stage.post(form, sent)
      faults.push(...faultsIn(answer, sent).map(each => `${form.kind} ${name}: ${each}`))
    }
  }
  expect(faults).toEqual([])
  expect(await stage.kept()).toBe(before)
  expect((await fetch(`${stage.url}/healthz`)).status).toBe(200)
}, 300_000)
