import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { type TopicCode } from './fact-topics'
import { topicSchema } from './facts-form'

function send(topic: TopicCode, fields: Record<string, string | string[]>) {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) form.append(name, value)
  }
  const submission = parseWithZod(form, { schema: topicSchema(topic, '2026-11-22') })
  return submission.status === 'success' ? submission.value : submission.error
}

describe('the form of a topic', () => {
  it('takes nothing at all for an answer: everything is not known yet', () => {
    expect(send('money', {})).toEqual({
      funding: 'unknown',
      canPayCharge: 'unknown',
      recourse: 'unknown',
      arrearsPence: null,
    })
  })

  it('reads children by age and sex, and leaves out empty rows', () => {
    const facts = send('household', {
      childrenPlan: 'live_in',
      'children[0].age': '3',
      'children[0].sex': 'boy',
      'children[1].age': '',
      'children[1].sex': '',
    })
    expect(facts).toMatchObject({
      childrenPlan: 'live_in',
      children: [{ age: { min: 3, max: 3 }, sex: 'boy' }],
    })
  })

  it.each<Record<string, string>>([{ childrenPlan: 'none' }, { childrenPlan: 'unknown' }, {}])(
    'drops no child silently beside an answer that has none: %j',
    plan => {
      expect(send('household', { ...plan, 'children[0].age': '3' })).toEqual({
        children: ['Take the children out, or change the answer above'],
      })
      expect(send('household', { ...plan, 'children[0].age': '' })).toMatchObject({ children: null })
    },
  )

  it('takes no assessment on a day to come', () => {
    const assessed = (day: string) =>
      send('risk', {
        rosh: 'low',
        'roshAssessedOn.day': day,
        'roshAssessedOn.month': '11',
        'roshAssessedOn.year': '2026',
      })
    expect(assessed('22')).toMatchObject({ roshAssessedOn: '2026-11-22' })
    expect(assessed('23')).toEqual({
      roshAssessedOn: ['The day of the assessment must be today or earlier'],
    })
  })

  it.each<Record<string, string>>([
    { childrenPlan: 'none', pregnancy: 'yes' },
    { childrenPlan: 'none', pregnancy: 'no' },
    {},
  ])('keeps that contact with children is permitted of a first pregnancy and of a carer: %j', facts => {
    expect(send('household', { ...facts, contactPermitted: 'yes' })).toMatchObject({
      contactPermitted: 'yes',
    })
  })

  it('says how to mend an age', () => {
    expect(send('household', { childrenPlan: 'live_in', 'children[0].age': 'three' })).toEqual({
      'children[0].age': ['Enter an age in whole years from 0 to 17. For a baby, enter 0'],
    })
  })

  it('knows none of these from not known', () => {
    expect(send('needs', { accessNeeds: 'none' })).toMatchObject({ accessNeeds: [] })
    expect(send('needs', {})).toMatchObject({ accessNeeds: null })
    expect(send('needs', { accessNeeds: ['lift', 'no_stairs'] })).toMatchObject({
      accessNeeds: ['lift', 'no_stairs'],
    })
    expect(send('needs', { accessNeeds: ['none', 'lift'] })).toEqual({
      accessNeeds: ['Choose none of these, or the others, not both'],
    })
  })

  it('reads money as pounds and keeps pence', () => {
    expect(send('money', { arrearsPence: '£1,250.50' })).toMatchObject({ arrearsPence: 125050 })
    expect(send('money', { arrearsPence: '0' })).toMatchObject({ arrearsPence: 0 })
    expect(send('money', { arrearsPence: 'lots' })).toEqual({
      arrearsPence: [
        'Enter an amount in pounds, like 85 or 85.50, up to 100,000; a comma only between thousands, like 1,480 or 1,480.50',
      ],
    })
  })

  it('reads a local connection, none, and not known', () => {
    const connection = {
      'localConnection.answer': 'some',
      'localConnection.rows[0].authority': 'E08000024',
      'localConnection.rows[0].ground': 'family',
    }
    expect(send('areas', connection)).toMatchObject({
      localConnection: [{ authority: 'E08000024', ground: 'family' }],
    })
    expect(send('areas', { 'localConnection.answer': 'none' })).toMatchObject({ localConnection: [] })
    expect(send('areas', { 'localConnection.answer': 'unknown' })).toMatchObject({ localConnection: null })
    expect(send('areas', { 'localConnection.answer': 'some' })).toEqual({
      localConnection: ['Choose the authority of a local connection'],
    })
  })

  it('keeps a year only where there is a conviction', () => {
    expect(send('risk', { arson: 'conviction', arsonYear: '2019' })).toMatchObject({
      arson: 'conviction',
      arsonYear: 2019,
    })
    expect(send('risk', { arson: 'none', arsonYear: '2019' })).toMatchObject({
      arson: 'none',
      arsonYear: null,
    })
  })

  it('keeps the areas to avoid', () => {
    expect(send('safety', { 'avoid.authorities': ['E08000024', 'E08000021'] })).toMatchObject({
      avoid: { authorities: ['E08000024', 'E08000021'], serviceIds: [] },
    })
  })

  it('takes what is to be avoided for unknown until somebody says that there is nothing, or what', () => {
    expect(send('safety', {})).toMatchObject({ avoid: null })
    expect(send('safety', { 'avoid.authorities': ['none'] })).toMatchObject({
      avoid: { authorities: [], serviceIds: [] },
    })
    expect(send('safety', { 'avoid.authorities': ['none', 'E08000021'] })).toEqual({
      'avoid.authorities': ['Choose that there is nothing to avoid, or what to avoid, not both'],
    })
  })

  it('refuses an answer that is not on the list', () => {
    expect(send('needs', { substances: 'all of them' })).toEqual({
      substances: ['Choose one of the answers listed'],
    })
  })
})
